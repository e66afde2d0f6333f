/** What is told of claims only when somebody asks for them, in chunks of claims that follow each other. */
import { type Indexes, indexes, item, items, positions } from "./indexes.ts";
import type { Network, NetworkClaim } from "./network.ts";

/** So many claims a chunk: a panel lists 60, and the newest of a hub stand near each other. */
const CHUNK = 1024;

/** In columns: an item a claim, 0 for no title; positions in the lists of the network. */
export interface ClaimDetails {
  readonly title: readonly (0 | string)[];
  readonly attributedTo: readonly Indexes[];
  readonly aboutEntities: readonly Indexes[];
  readonly otherSources: readonly Indexes[];
}

/** The claims chunk by chunk. */
export function chunksOf<T>(claims: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let i = 0; i < claims.length; i += CHUNK) chunks.push(claims.slice(i, i + CHUNK));
  return chunks;
}

/** The numbers of the chunks of which there is something to tell. */
export const toldChunks = (claims: readonly NetworkClaim[]): number[] =>
  chunksOf(claims).flatMap((chunk, i) => (chunk.some(hasDetails) ? [i] : []));

/** The details by the number of their chunk, without the chunks that have none. */
export function detailsOf({ claims, entities, sources }: Network): Map<number, ClaimDetails> {
  const entityAt = positions(entities);
  const sourceAt = positions(sources);
  const found = new Map<number, ClaimDetails>();
  for (const [i, chunk] of chunksOf(claims).entries()) {
    if (!chunk.some(hasDetails)) continue;
    found.set(i, {
      title: chunk.map(({ title }) => title ?? 0),
      attributedTo: chunk.map(({ attributedTo }) => indexes(attributedTo, entityAt)),
      aboutEntities: chunk.map(({ aboutEntities }) => indexes(aboutEntities, entityAt)),
      otherSources: chunk.map(({ otherSources }) => indexes(otherSources, sourceAt)),
    });
  }
  return found;
}

const hasDetails = ({ title, attributedTo, aboutEntities, otherSources }: NetworkClaim): boolean =>
  title !== undefined || attributedTo.length + aboutEntities.length + otherSources.length > 0;

/** A claim of which details may be told later. */
export type Untold = { -readonly [Key in keyof NetworkClaim]: NetworkClaim[Key] };

/** Tells the claims of a chunk. */
export function tellDetails(
  { entities, sources }: Pick<Network, "entities" | "sources">,
  chunk: readonly Untold[],
  { title, attributedTo, aboutEntities, otherSources }: ClaimDetails,
): void {
  for (const [i, claim] of chunk.entries()) {
    claim.title = item(title, i) || undefined;
    claim.attributedTo = items(entities, item(attributedTo, i));
    claim.aboutEntities = items(entities, item(aboutEntities, i));
    claim.otherSources = items(sources, item(otherSources, i));
  }
}
