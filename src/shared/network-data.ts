/**
 * What the network page draws, as its files hold it: the graph, its measures and its map in one, and in others, a chunk
 * of claims each, what is told of a claim only when somebody asks. `encodeNetwork` writes them in the build,
 * `decodeNetwork` reads them in the browser.
 */

import { type ClaimDetails, chunksOf, detailsOf, tellDetails, type Untold } from "./claim-details.ts";
import { indexes, item, items, positions } from "./indexes.ts";
import type { Network, NetworkClaim, NetworkDate, NetworkEntity, NetworkSource } from "./network.ts";
import { type NetworkColumns, readColumns, stampOf, writeColumns } from "./network-columns.ts";
import { decodeFiles, encodeFiles } from "./network-files.ts";
import { compareText } from "./text.ts";

export interface EncodedNetwork {
  /** All that the map, the filters and the measures ask for. */
  readonly file: Uint8Array;
  /** What there is to tell of claims, by the number of their chunk. */
  readonly details: ReadonlyMap<number, DetailsFile>;
}

/** A chunk of details, with the stamp of the file that it belongs to. */
export interface DetailsFile extends ClaimDetails {
  readonly stamp: number;
}

/**
 * Every record that another names must be in its list. Positions are kept to hundredths, PageRank to four digits.
 */
export function encodeNetwork(network: Network): EncodedNetwork {
  const details = detailsOf(network);
  const told = chunksOf(network.claims).map((_, chunk) => (details.has(chunk) ? 1 : 0));
  const file = writeColumns({ ...columnsOf(network), told });
  const stamp = stampOf(file);
  return { file, details: new Map([...details].map(([chunk, each]) => [chunk, { stamp, ...each }])) };
}

function columnsOf(network: Network): Omit<NetworkColumns, "told"> {
  const { entityTypes, edgeTypes, entities, claims, sources } = network;
  const entityAt = positions(entities);
  const claimAt = positions(claims);
  const sourceAt = positions(sources);
  const dates = [
    ...new Map(claims.flatMap(({ date }) => (date === undefined ? [] : [[keyOf(date), date]]))).values(),
  ];
  const tags = [...new Set([...entities, ...claims].flatMap((record) => record.tags))].sort(compareText);
  const statuses = [...new Set(claims.map((claim) => claim.status))];
  const entityTypeAt = positions(entityTypes);
  const edgeTypeAt = positions(edgeTypes);
  const dateAt = positions(dates.map(keyOf));
  const tagAt = positions(tags);
  const statusAt = positions(statuses);
  return {
    entityTypes,
    edgeTypes,
    statuses,
    tags,
    dates: {
      words: dates.map(({ words }) => words),
      first: dates.map(({ first }) => (Number.isFinite(first) ? first : null)),
      last: dates.map(({ last }) => (Number.isFinite(last) ? last : null)),
    },
    entities: {
      id: entities.map(({ id }) => id),
      name: entities.map(({ name }) => name),
      aliases: entities.map(({ aliases }) => (aliases.length === 0 ? 0 : aliases)),
      description: entities.map(({ description }) => description ?? 0),
      type: entities.map(({ type }) => entityTypeAt(type)),
      tags: entities.map((entity) => indexes(entity.tags, tagAt)),
      x: entities.map(({ x }) => x),
      y: entities.map(({ y }) => y),
      community: entities.map(({ community }) => community),
      pagerank: entities.map(({ pagerank }) => Number(pagerank.toPrecision(4))),
    },
    sources: {
      id: sources.map(({ id }) => id),
      title: sources.map(({ title }) => title),
      publisher: sources.map(({ publisher }) => publisher ?? 0),
      url: sources.map(({ url }) => url ?? 0),
      derivedFrom: sources.map(({ derivedFrom }) => indexes(derivedFrom, sourceAt)),
    },
    claims: {
      id: claims.map(({ id }) => id),
      type: claims.map(({ type }) => edgeTypeAt(type)),
      from: claims.map(({ from }) => indexes(from, entityAt)),
      to: claims.map(({ to }) => indexes(to, entityAt)),
      date: claims.map(({ date }) => (date === undefined ? 0 : dateAt(keyOf(date)) + 1)),
      status: claims.map(({ status }) => statusAt(status)),
      tags: claims.map((claim) => indexes(claim.tags, tagAt)),
      aboutClaims: claims.map(({ aboutClaims }) => indexes(aboutClaims, claimAt)),
      respondsTo: claims.map(({ respondsTo }) => indexes(respondsTo, claimAt)),
      sources: claims.map(({ sources: cited }) => indexes(cited, sourceAt)),
    },
    ...(network.files !== undefined && { files: encodeFiles(network.files, network) }),
  };
}

const keyOf = ({ words, first, last }: NetworkDate): string => `${first} ${last} ${words}`;

/** A network of which not everything has been told yet: until then, the details of a claim are empty. */
export interface OpenNetwork {
  readonly network: Network;
  /** The chunks of which something is still to tell of one of these claims. */
  untold(claims: Iterable<NetworkClaim>): number[];
  /** Throws where the chunk belongs to another file. */
  tell(chunk: number, details: DetailsFile): void;
}

/** Reads the first file. Throws on another version, and on a file that is damaged. */
export function decodeNetwork(bytes: Uint8Array): OpenNetwork {
  const file = readColumns(bytes);
  const network = networkIn(file);
  const isOpen = file.told.map((each) => each === 1);
  const chunks = chunksOf(network.claims);
  let places: Map<NetworkClaim, number> | undefined;
  return {
    network,
    untold(claims) {
      if (!isOpen.includes(true)) return [];
      places ??= new Map(chunks.flatMap((each, chunk) => each.map((claim) => [claim, chunk] as const)));
      const asked = new Set<number>();
      for (const claim of claims) asked.add(places.get(claim) ?? -1);
      return [...asked].filter((chunk) => isOpen[chunk]);
    },
    tell(chunk, details) {
      if (details.stamp !== stampOf(bytes)) throw new Error("the site has changed; load the page again");
      tellDetails(network, chunks[chunk] ?? [], details);
      isOpen[chunk] = false;
    },
  };
}

function networkIn(file: NetworkColumns): Network & { readonly claims: readonly Untold[] } {
  const entities = file.entities.id.map((id, i): NetworkEntity => {
    const { name, aliases, description, type, tags, x, y, community, pagerank } = file.entities;
    return {
      id,
      name: item(name, i),
      aliases: item(aliases, i) || [],
      description: item(description, i) || undefined,
      type: item(file.entityTypes, item(type, i)),
      tags: items(file.tags, item(tags, i)),
      x: item(x, i),
      y: item(y, i),
      community: item(community, i),
      pagerank: item(pagerank, i),
    };
  });
  const origins = file.sources.id.map((): NetworkSource[] => []);
  const sources = file.sources.id.map((id, i): NetworkSource => {
    const { title, publisher, url } = file.sources;
    return {
      id,
      title: item(title, i),
      publisher: item(publisher, i) || undefined,
      url: item(url, i) || undefined,
      derivedFrom: item(origins, i),
    };
  });
  for (const [i, list] of origins.entries()) list.push(...items(sources, item(file.sources.derivedFrom, i)));
  const dates = file.dates.words.map(
    (words, i): NetworkDate => ({
      words,
      first: item(file.dates.first, i) ?? Number.NEGATIVE_INFINITY,
      last: item(file.dates.last, i) ?? Number.POSITIVE_INFINITY,
    }),
  );
  const columns = file.claims;
  const answered = columns.id.map((): NetworkClaim[] => []);
  const matters = columns.id.map((): NetworkClaim[] => []);
  const claims = columns.id.map((id, i): Untold => {
    const date = item(columns.date, i);
    return {
      id,
      type: item(file.edgeTypes, item(columns.type, i)),
      from: items(entities, item(columns.from, i)),
      to: items(entities, item(columns.to, i)),
      title: undefined,
      date: date === 0 ? undefined : item(dates, date - 1),
      status: item(file.statuses, item(columns.status, i)),
      tags: items(file.tags, item(columns.tags, i)),
      attributedTo: NONE,
      aboutEntities: NONE,
      aboutClaims: item(matters, i),
      respondsTo: item(answered, i),
      sources: items(sources, item(columns.sources, i)),
      otherSources: NONE,
    };
  });
  // Only now, because a claim may name one that comes after it.
  for (const [i, list] of answered.entries()) list.push(...items(claims, item(columns.respondsTo, i)));
  for (const [i, list] of matters.entries()) list.push(...items(claims, item(columns.aboutClaims, i)));
  const network = { entityTypes: file.entityTypes, edgeTypes: file.edgeTypes, entities, claims, sources };
  return file.files === undefined ? network : { ...network, files: decodeFiles(file.files, network) };
}

const NONE: readonly never[] = [];
