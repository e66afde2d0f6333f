/** Records by what they name. */

/** The records under each of their keys, in the order in which they come; under a key that is named twice, once. */
export function gather<T, K>(records: readonly T[], keysOf: (record: T) => readonly K[]): Map<K, T[]> {
  const gathered = new Map<K, T[]>();
  for (const record of records) {
    const keys = keysOf(record);
    for (const key of keys.length < 2 ? keys : new Set(keys)) {
      const list = gathered.get(key);
      if (list === undefined) gathered.set(key, [record]);
      else list.push(record);
    }
  }
  return gathered;
}
