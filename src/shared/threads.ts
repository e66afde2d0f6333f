/** What belongs together as demand, refusal and answer: one rule for the pages and for the map. */

/** Everything that can be reached from one claim over what `next` names, itself first. */
export function reachedFrom<T>(claim: T, next: (claim: T) => Iterable<T>): Set<T> {
  const found = new Set([claim]);
  // A set is walked to its end, what is added on the way included.
  for (const each of found) for (const other of next(each)) found.add(other);
  return found;
}

/** The same claims in the same order, but that none stands before one that it answers: a demand may have no date. */
export function answersAfter<T>(claims: readonly T[], answered: (claim: T) => Iterable<T>): T[] {
  const among = new Set(claims);
  const seen = new Set<T>();
  const done = new Set<T>();
  // With a list of our own, because a chain of answers may be longer than calls can be deep.
  const waiting = [...claims].reverse();
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    if (done.has(claim)) continue;
    const first = seen.has(claim)
      ? []
      : [...answered(claim)].filter((each) => among.has(each) && !done.has(each));
    seen.add(claim);
    if (first.length === 0) done.add(claim);
    else waiting.push(claim, ...first.reverse());
  }
  return [...done];
}
