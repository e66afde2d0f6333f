/** What belongs together as demand, refusal and answer: one rule for the pages and for the map. */

/** Everything that can be reached from one claim over what `next` names, itself first. */
export function reachedFrom<T>(claim: T, next: (claim: T) => Iterable<T>): Set<T> {
  const found = new Set([claim]);
  // A set is walked to its end, what is added on the way included.
  for (const each of found) for (const other of next(each)) found.add(other);
  return found;
}
