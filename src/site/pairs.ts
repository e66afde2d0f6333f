/** All claims between each two entities, whichever way they go, those that were corrected among them. */
import { pairsOf } from "../graph/build.ts";
import { oncePer } from "../shared/once.ts";
import { pairKey } from "../shared/pairs.ts";
import type { Edge } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { findPerSite } from "./once.ts";
import { newestFirst, type Site } from "./site.ts";

export interface EntityPair {
  readonly a: string;
  readonly b: string;
  /** Newest first. */
  readonly claims: readonly Edge[];
}

/** Two as others speak of them. */
export interface PairInBrief {
  readonly a: string;
  readonly b: string;
  /** How many claims there are between them. */
  readonly size: number;
  /** The first of these, newest first. */
  readonly first: readonly Edge[];
}

/** As many of the claims between two as the page of one of them shows, and one more. */
export const PAIR_FIRST = 9;

interface Pairs {
  readonly byKey: ReadonlyMap<string, EntityPair>;
  readonly byEntity: ReadonlyMap<string, readonly EntityPair[]>;
}

const pairsAmong = oncePer((edges: readonly Edge[]): Pairs => {
  const byKey = new Map<string, EntityPair & { readonly claims: Edge[] }>();
  const byEntity = new Map<string, EntityPair[]>();
  for (const edge of [...edges].sort(newestFirst)) {
    for (const [from, to] of pairsOf(edge)) {
      if (from === to) continue;
      const [a, b] = from <= to ? [from, to] : [to, from];
      const key = pairKey(a, b);
      const pair = byKey.get(key) ?? { a, b, claims: [] };
      byKey.set(key, pair);
      // Both may be actors and targets of one claim.
      if (pair.claims.at(-1) !== edge) pair.claims.push(edge);
    }
  }
  for (const pair of byKey.values()) {
    if (!hasPage(pair)) continue;
    for (const id of [pair.a, pair.b]) {
      const pairs = byEntity.get(id);
      if (pairs === undefined) byEntity.set(id, [pair]);
      else pairs.push(pair);
    }
  }
  return { byKey, byEntity };
});

const allPairs = ({ content }: Site): Pairs => pairsAmong(content.edges);

/** A pair by its key, where it has a page. */
const pairInBrief = findPerSite("pair", (site, key): PairInBrief | undefined => {
  const pair = allPairs(site).byKey.get(key);
  if (pair === undefined || !hasPage(pair)) return undefined;
  const { a, b, claims } = pair;
  return { a, b, size: claims.length, first: claims.slice(0, PAIR_FIRST) };
});

/** Whether there is more to say of two than the page of their one claim does. */
const hasPage = ({ claims }: EntityPair): boolean => claims.length > 1;

/** The pairs that have a page, in order of their ids. */
export function pairsWithPage(site: Site): EntityPair[] {
  return [...allPairs(site).byKey.values()]
    .filter(hasPage)
    .sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b));
}

/** The claims between two, in either order; undefined where there is none. */
export function pairBetween(site: Site, a: string, b: string): EntityPair | undefined {
  return allPairs(site).byKey.get(pairKey(a, b));
}

/** Another, by whom an entity has a pair with a page. */
export interface PairSize {
  readonly other: string;
  /** How many claims there are between the two. */
  readonly size: number;
}

/** The pairs of an entity that have a page, those with most claims first. */
export const pairsWith = findPerSite("pairs", (site, id): readonly PairSize[] =>
  (allPairs(site).byEntity.get(id) ?? [])
    .map(({ a, b, claims }) => ({ other: a === id ? b : a, size: claims.length }))
    .sort((x, y) => y.size - x.size || compareText(x.other, y.other)),
);

/** The pairs of a claim that have a page. */
export function pairsOfClaim(site: Site, edge: Edge): PairInBrief[] {
  const keys = new Set(pairsOf(edge).map(([from, to]) => pairKey(from, to)));
  return [...keys].flatMap((key) => pairInBrief(site, key) ?? []);
}
