/**
 * The file that the network page draws: the graph, its measures and its map in columns, and nothing that the pages say
 * already. `encodeNetwork` writes it in the build, `decodeNetwork` reads it in the browser.
 */

import { decodeFiles, encodeFiles, type NetworkFiles, type NetworkFilesFile } from "./network-files.ts";
import type { QuadClass, Status } from "./records.ts";
import { compareText } from "./text.ts";

export interface NetworkEntityType {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly color: string;
}

export interface NetworkEdgeType {
  readonly id: string;
  readonly label: string;
  readonly verb: string;
  readonly inverse?: string;
  readonly directed: boolean;
  readonly quad: QuadClass;
  readonly color: string;
}

export interface NetworkEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly type: NetworkEntityType;
  readonly tags: readonly string[];
  /** In pixels of the map at its natural size, y growing downward. */
  readonly x: number;
  readonly y: number;
  readonly community: number;
  readonly pagerank: number;
}

export interface NetworkSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  /** Where it can be read, outside the site. */
  readonly url?: string;
  /** What it was made from: a wire copy is no second witness. */
  readonly derivedFrom: readonly NetworkSource[];
}

/** When something is claimed of. */
export interface NetworkDate {
  readonly words: string;
  /** The first and last day it can mean, in days since 1970; infinite where it is open. */
  readonly first: number;
  readonly last: number;
}

export interface NetworkClaim {
  readonly id: string;
  readonly type: NetworkEdgeType;
  readonly from: readonly NetworkEntity[];
  readonly to: readonly NetworkEntity[];
  readonly title?: string;
  readonly date?: NetworkDate;
  readonly status: Status;
  readonly tags: readonly string[];
  readonly attributedTo: readonly NetworkEntity[];
  /** The matter: entities and claims. */
  readonly aboutEntities: readonly NetworkEntity[];
  readonly aboutClaims: readonly NetworkClaim[];
  readonly respondsTo: readonly NetworkClaim[];
  /** What supports it. */
  readonly sources: readonly NetworkSource[];
  /** What is cited against it, or mentions it only. */
  readonly otherSources: readonly NetworkSource[];
}

/** The graph as the browser holds it; claims are newest first. */
export interface Network {
  readonly entityTypes: readonly NetworkEntityType[];
  readonly edgeTypes: readonly NetworkEdgeType[];
  readonly entities: readonly NetworkEntity[];
  readonly claims: readonly NetworkClaim[];
  readonly sources: readonly NetworkSource[];
  /** Left out where the editor of the repository is not known. */
  readonly files?: NetworkFiles;
}

/** Positions in another column; a list only where there is more than one, -1 for none. */
type Indexes = number | readonly number[];

/** The file: each column has an item a record; 0 stands for nothing in columns of texts and lists. */
export interface NetworkFile {
  readonly version: 2;
  readonly entityTypes: readonly NetworkEntityType[];
  readonly edgeTypes: readonly NetworkEdgeType[];
  readonly statuses: readonly Status[];
  readonly tags: readonly string[];
  /** Each date once; null stands for an open end. */
  readonly dates: {
    readonly words: readonly string[];
    readonly first: readonly (number | null)[];
    readonly last: readonly (number | null)[];
  };
  readonly entities: {
    readonly id: readonly string[];
    readonly name: readonly string[];
    readonly aliases: readonly (0 | readonly string[])[];
    readonly description: readonly (0 | string)[];
    readonly type: readonly number[];
    readonly tags: readonly Indexes[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly community: readonly number[];
    readonly pagerank: readonly number[];
  };
  readonly sources: {
    readonly id: readonly string[];
    readonly title: readonly string[];
    readonly publisher: readonly (0 | string)[];
    readonly url: readonly (0 | string)[];
    readonly derivedFrom: readonly Indexes[];
  };
  readonly claims: {
    readonly id: readonly string[];
    readonly type: readonly number[];
    readonly from: readonly Indexes[];
    readonly to: readonly Indexes[];
    readonly title: readonly (0 | string)[];
    /** Position in `dates` plus one. */
    readonly date: readonly number[];
    readonly status: readonly number[];
    readonly tags: readonly Indexes[];
    readonly attributedTo: readonly Indexes[];
    readonly aboutEntities: readonly Indexes[];
    readonly aboutClaims: readonly Indexes[];
    readonly respondsTo: readonly Indexes[];
    readonly sources: readonly Indexes[];
    readonly otherSources: readonly Indexes[];
  };
  readonly files?: NetworkFilesFile;
}

/** Turns the graph into columns. Every record that another names must be in its list. */
export function encodeNetwork(network: Network): NetworkFile {
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
    version: 2,
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
      title: claims.map(({ title }) => title ?? 0),
      date: claims.map(({ date }) => (date === undefined ? 0 : dateAt(keyOf(date)) + 1)),
      status: claims.map(({ status }) => statusAt(status)),
      tags: claims.map((claim) => indexes(claim.tags, tagAt)),
      attributedTo: claims.map(({ attributedTo }) => indexes(attributedTo, entityAt)),
      aboutEntities: claims.map(({ aboutEntities }) => indexes(aboutEntities, entityAt)),
      aboutClaims: claims.map(({ aboutClaims }) => indexes(aboutClaims, claimAt)),
      respondsTo: claims.map(({ respondsTo }) => indexes(respondsTo, claimAt)),
      sources: claims.map(({ sources: cited }) => indexes(cited, sourceAt)),
      otherSources: claims.map(({ otherSources }) => indexes(otherSources, sourceAt)),
    },
    ...(network.files !== undefined && { files: encodeFiles(network.files, network) }),
  };
}

const keyOf = ({ words, first, last }: NetworkDate): string => `${first} ${last} ${words}`;

function positions<T>(list: readonly T[]): (item: T) => number {
  const index = new Map(list.map((item, i) => [item, i]));
  return (item) => {
    const position = index.get(item);
    if (position === undefined) throw new Error("a record of the network names one that is not in it");
    return position;
  };
}

function indexes<T>(items: readonly T[], at: (item: T) => number): Indexes {
  const [first, ...rest] = items;
  if (first === undefined) return -1;
  return rest.length === 0 ? at(first) : items.map(at);
}

/** Reads the file. Throws on another version, and on columns that do not fit together. */
export function decodeNetwork(file: NetworkFile): Network {
  if (file.version !== 2)
    throw new Error(`the network file has version ${file.version}, and this page reads version 2`);
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
  const claims = columns.id.map((id, i): NetworkClaim => {
    const date = item(columns.date, i);
    return {
      id,
      type: item(file.edgeTypes, item(columns.type, i)),
      from: items(entities, item(columns.from, i)),
      to: items(entities, item(columns.to, i)),
      title: item(columns.title, i) || undefined,
      date: date === 0 ? undefined : item(dates, date - 1),
      status: item(file.statuses, item(columns.status, i)),
      tags: items(file.tags, item(columns.tags, i)),
      attributedTo: items(entities, item(columns.attributedTo, i)),
      aboutEntities: items(entities, item(columns.aboutEntities, i)),
      aboutClaims: item(matters, i),
      respondsTo: item(answered, i),
      sources: items(sources, item(columns.sources, i)),
      otherSources: items(sources, item(columns.otherSources, i)),
    };
  });
  // Only now, because a claim may name one that comes after it.
  for (const [i, list] of answered.entries()) list.push(...items(claims, item(columns.respondsTo, i)));
  for (const [i, list] of matters.entries()) list.push(...items(claims, item(columns.aboutClaims, i)));
  const network = { entityTypes: file.entityTypes, edgeTypes: file.edgeTypes, entities, claims, sources };
  return file.files === undefined ? network : { ...network, files: decodeFiles(file.files, network) };
}

function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error("the network file is damaged: a position is out of range");
  return found;
}

function items<T>(list: readonly T[], at: Indexes): T[] {
  if (at === -1) return [];
  return typeof at === "number" ? [item(list, at)] : at.map((index) => item(list, index));
}
