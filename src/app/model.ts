/** The network with everything that the page asks of it looked up once. */
import { gather } from "../shared/gather.ts";
import type { Network, NetworkClaim, NetworkEntity, NetworkSource } from "../shared/network.ts";
import { type Pair, pairKey, pairsOf } from "../shared/pairs.ts";
import { claimSentence } from "../shared/sentence.ts";
import { originsOf } from "../shared/support.ts";
import { pairIn } from "../shared/viewpoint.ts";
import type { CommonWords, SharedWords } from "../shared/words/words.ts";
import type { Tell } from "./open-network.ts";

/** What a reader can choose. */
export type Subject =
  | { readonly kind: "entity"; readonly entity: NetworkEntity }
  | { readonly kind: "claim"; readonly claim: NetworkClaim }
  | { readonly kind: "source"; readonly source: NetworkSource }
  | { readonly kind: "pair"; readonly pair: Pair };

export interface Model {
  readonly network: Network;
  /** What is said everywhere, in the reader’s language. */
  readonly words: CommonWords;
  /** The way from the page to the site’s root. */
  readonly root: string;
  readonly pairs: readonly Pair[];
  entity(id: string): NetworkEntity | undefined;
  claim(id: string): NetworkClaim | undefined;
  source(id: string): NetworkSource | undefined;
  /** The pair of two ids, in whatever order; undefined where nothing is claimed between them. */
  pair(a: string, b: string): Pair | undefined;
  /** What an id, or `a--b`, stands for. */
  subject(select: string | undefined): Subject | undefined;
  /** Claims in which an entity is actor or target, newest first. */
  claimsOf(entity: NetworkEntity): readonly NetworkClaim[];
  /** Pairs that an entity is part of. */
  pairsWith(entity: NetworkEntity): readonly Pair[];
  /** Claims that answer a claim, and those that have it as their matter. */
  answersTo(claim: NetworkClaim): readonly NetworkClaim[];
  claimsAbout(claim: NetworkClaim): readonly NetworkClaim[];
  /** Claims that cite a source for themselves. */
  claimsFrom(source: NetworkSource): readonly NetworkClaim[];
  /** “United States sanctions Li Shangfu”. */
  sentence(claim: NetworkClaim): string;
  /** How many independent sources support a claim. */
  witnesses(claim: NetworkClaim): number;
  /** What a page needs before it says anything of claims. */
  readonly tell: Tell;
}

/** The model of a page that says more than an embedded map. */
export interface PageModel extends Model {
  readonly words: SharedWords;
}

export function createModel<W extends CommonWords>(
  network: Network,
  root: string,
  words: W,
  tell: Tell = () => undefined,
): Model & { readonly words: W } {
  const entities = byId(network.entities);
  const claims = byId(network.claims);
  const sources = byId(network.sources);
  const pairs = pairsOf(network.claims);
  const pairByKey = new Map(pairs.map((pair) => [pair.key, pair]));
  const pairsWith = gather(pairs, ({ a, b }) => [a, b]);
  const claimsOf = gather(network.claims, ({ from, to }) => [...from, ...to]);
  const answers = gather(network.claims, ({ respondsTo }) => respondsTo);
  const matters = gather(network.claims, ({ aboutClaims }) => aboutClaims);
  const cited = gather(network.claims, (claim) => claim.sources);
  const witnesses = new Map(network.claims.map((claim) => [claim, originsOf(claim.sources).size]));
  const pair = (a: string, b: string) => pairByKey.get(pairKey(a, b));

  function subject(select: string | undefined): Subject | undefined {
    if (select === undefined) return undefined;
    const entity = entities.get(select);
    if (entity !== undefined) return { kind: "entity", entity };
    const claim = claims.get(select);
    if (claim !== undefined) return { kind: "claim", claim };
    const source = sources.get(select);
    if (source !== undefined) return { kind: "source", source };
    const ids = pairIn(select);
    const found = ids && pair(...ids);
    return found && { kind: "pair", pair: found };
  }

  return {
    network,
    words,
    root,
    pairs,
    subject,
    pair,
    entity: (id) => entities.get(id),
    claim: (id) => claims.get(id),
    source: (id) => sources.get(id),
    claimsOf: (entity) => claimsOf.get(entity) ?? [],
    pairsWith: (entity) => pairsWith.get(entity) ?? [],
    answersTo: (claim) => answers.get(claim) ?? [],
    claimsAbout: (claim) => matters.get(claim) ?? [],
    claimsFrom: (source) => cited.get(source) ?? [],
    sentence: (claim) => claimSentence(claim, words),
    witnesses: (claim) => witnesses.get(claim) ?? 0,
    tell,
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
