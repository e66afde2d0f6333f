/** Records that name others, as columns have them: by where those stand in their list. */

/** Positions in a list; a list of them only where there is more than one, -1 for none. */
export type Indexes = number | readonly number[];

/** Where each item of a list stands; throws for one that is not in it. */
export function positions<T>(list: readonly T[]): (item: T) => number {
  const index = new Map(list.map((item, i) => [item, i]));
  return (item) => {
    const position = index.get(item);
    if (position === undefined) throw new Error("a record of the network names one that is not in it");
    return position;
  };
}

export function indexes<T>(items: readonly T[], at: (item: T) => number): Indexes {
  const [first, ...rest] = items;
  if (first === undefined) return -1;
  return rest.length === 0 ? at(first) : items.map(at);
}

/** What stands at a position. Throws where nothing does. */
export function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error("the network file is damaged: a position is out of range");
  return found;
}

export function items<T>(list: readonly T[], at: Indexes): T[] {
  if (at === -1) return [];
  return typeof at === "number" ? [item(list, at)] : at.map((index) => item(list, index));
}
