/** How many witnesses a claim has. */

/** A source, as far as it matters here what it was made from. */
interface Derived<T> {
  readonly derivedFrom: readonly T[];
}

/**
 * The sources that these go back to: a source made from others stands for those, and for nothing of its own, so that a
 * wire copy is no second witness.
 */
export function originsOf<T extends Derived<T>>(sources: readonly T[]): ReadonlySet<T> {
  const origins = new Set<T>();
  const seen = new Set<T>();
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
