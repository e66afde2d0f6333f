/**
 * Who reads: while a page is rendered, everything that it asks of its site is noted. What it asks is a cell, of a named
 * set of cells, each by its key: the claims of an entity are the cell of that entity’s id in `claims`.
 */

/** A set of cells that a page can ask for. */
export interface Cells {
  /** Letters only; unique among the sets of a site. */
  readonly name: string;
  /** What the cell says; undefined where there is none of the key. */
  readonly valueAt: (key: string) => unknown;
  /** How many there are; undefined for a set that cannot be counted. */
  readonly size?: () => number;
  /** All of them in order. */
  readonly whole: () => unknown;
}

/** What of a set was asked for. */
interface Asked {
  readonly keys: Set<string>;
  hasSize: boolean;
  hasWhole: boolean;
}

/** Everything that was read, by set. */
export type Reads = Map<Cells, Asked>;

let reader: Reads | undefined;

/** Whether what is read now is noted. */
export const isReading = (): boolean => reader !== undefined;

export const noteKey = (cells: Cells, key: string): void => {
  if (reader !== undefined) askedIn(reader, cells).keys.add(key);
};

export const noteSize = (cells: Cells): void => {
  if (reader !== undefined) askedIn(reader, cells).hasSize = true;
};

export const noteWhole = (cells: Cells): void => {
  if (reader !== undefined) askedIn(reader, cells).hasWhole = true;
};

/** Everything that a site is made from. */
const EVERYTHING: Cells = { name: "", valueAt: () => undefined, whole: () => undefined };
const LIMIT = 1000;

/** The same reads, or more: where there are very many, that everything was read, which takes no memory. */
export function inShort(reads: Reads): Reads {
  let count = 0;
  for (const { keys } of reads.values()) count += keys.size;
  if (count <= LIMIT) return reads;
  return new Map([[EVERYTHING, { keys: new Set<string>(), hasSize: false, hasWhole: true }]]);
}

/** Notes again what was read before. */
export function noteAll(reads: Reads): void {
  if (reader === undefined) return;
  for (const [cells, { keys, hasSize, hasWhole }] of reads) {
    const asked = askedIn(reader, cells);
    for (const key of keys) asked.keys.add(key);
    asked.hasSize ||= hasSize;
    asked.hasWhole ||= hasWhole;
  }
}

function askedIn(reads: Reads, cells: Cells): Asked {
  const found = reads.get(cells);
  if (found !== undefined) return found;
  const asked = { keys: new Set<string>(), hasSize: false, hasWhole: false };
  reads.set(cells, asked);
  return asked;
}

/** What a function returns, and all that it read before it returned. */
export function readingOf<T>(make: () => T): { readonly value: T; readonly reads: Reads } {
  const reads: Reads = new Map();
  return { value: withReader(reads, make), reads };
}

/** Nothing that the function reads is noted: who uses what it makes notes that. */
export const unread = <T>(make: () => T): T => withReader(undefined, make);

function withReader<T>(next: Reads | undefined, make: () => T): T {
  const before = reader;
  reader = next;
  try {
    return make();
  } finally {
    reader = before;
  }
}
