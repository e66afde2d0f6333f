/** How many witnesses a claim has. */
import type { Edge, Source } from "./records.ts";

/** A source, as far as it matters what it was made from. */
export interface Derived<S> {
  readonly derivedFrom: readonly S[];
}

/**
 * The sources that these go back to: a source made from others stands for those, and for nothing of its own, so that a
 * wire copy is no second witness.
 */
export function originsOf<S extends Derived<S>>(sources: readonly S[]): ReadonlySet<S> {
  const origins = new Set<S>();
  const seen = new Set<S>();
  const waiting = [...sources];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (seen.has(source)) continue;
    seen.add(source);
    if (source.derivedFrom.length === 0) origins.add(source);
    else waiting.push(...source.derivedFrom);
  }
  // Sources that are said to be made from one another go back to nothing else; together they are one.
  const [first] = seen;
  if (origins.size === 0 && first !== undefined) origins.add(first);
  return origins;
}

interface Origin extends Derived<Origin> {}

/** Sources by id, with those that they were made from. */
export type Origins = ReadonlyMap<string, Origin>;

export function originsIn(sources: readonly Source[]): Origins {
  const origins = new Map(sources.map(({ id }) => [id, { derivedFrom: [] as Origin[] }]));
  for (const { id, derivedFrom } of sources)
    origins.get(id)?.derivedFrom.push(...derivedFrom.flatMap((other) => origins.get(other) ?? []));
  return origins;
}

/** How many witnesses a claim has among those that support it. */
export function independentSourcesOf({ sources }: Edge, origins: Origins): number {
  const supporting = sources.filter(({ stance }) => stance === "supports");
  return originsOf(supporting.flatMap(({ source }) => origins.get(source) ?? [])).size;
}
