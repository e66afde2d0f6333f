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
  /** How many there are; left out of a set that cannot be counted. */
  readonly size?: () => number;
  /** All of them in order. */
  readonly whole: () => unknown;
}

/** What was read, by set. */
export type Reads = Map<Cells, Set<string>>;

let reader: Reads | undefined;
/** Of the set that was asked last: pages ask one set many times in a row. */
let lastCells: Cells | undefined;
let lastKeys = new Set<string>();

/** Whether what is read now is noted. */
export const isReading = (): boolean => reader !== undefined;

export function noteKey(cells: Cells, key: string): void {
  if (reader !== undefined) keysIn(reader, cells).add(key);
}

/** Read in place of a key, of which none has this sign. */
const SIZE = "\0#";
const WHOLE = "\0*";

export const noteSize = (cells: Cells): void => noteKey(cells, SIZE);
export const noteWhole = (cells: Cells): void => noteKey(cells, WHOLE);

/** Everything that a site is made from. */
const EVERYTHING: Cells = { name: "", valueAt: () => undefined, whole: () => undefined };

export const noteEverything = (): void => noteWhole(EVERYTHING);

/** Notes again what was read before. */
export function noteAll(reads: Reads): void {
  for (const [cells, keys] of reads) for (const key of keys) noteKey(cells, key);
}

function keysIn(reads: Reads, cells: Cells): Set<string> {
  if (cells === lastCells) return lastKeys;
  let keys = reads.get(cells);
  if (keys === undefined) {
    keys = new Set();
    reads.set(cells, keys);
  }
  lastCells = cells;
  lastKeys = keys;
  return keys;
}

/** Goes through the cells that were read. */
export function eachCell(reads: Reads, each: (cells: Cells, key: string) => void): void {
  for (const [cells, keys] of reads) {
    if (keys.has(WHOLE)) each(cells, WHOLE);
    else for (const key of keys) each(cells, key);
  }
}

/** A cell as a text. */
export function textOfCell({ name }: Cells, key: string): string {
  return name + (key === SIZE || key === WHOLE ? key.slice(1) : `:${key}`);
}

const LIMIT = 1000;

/** The same reads, or more: where there are very many, that everything was read, which takes no memory. */
export function inShort(reads: Reads): Reads {
  let count = 0;
  for (const keys of reads.values()) count += keys.size;
  return count <= LIMIT ? reads : new Map([[EVERYTHING, new Set([WHOLE])]]);
}

/** What a function returns, and all that it read before it returned. */
export function readingOf<T>(make: () => T): { readonly value: T; readonly reads: Reads } {
  const reads: Reads = new Map();
  return { value: withReader(reads, make), reads };
}

/** Nothing that the function reads is noted: who uses what it makes notes that. */
export const unread = <T>(make: () => T): T => (reader === undefined ? make() : withReader(undefined, make));

function withReader<T>(next: Reads | undefined, make: () => T): T {
  const before = reader;
  reader = next;
  lastCells = undefined;
  try {
    return make();
  } finally {
    reader = before;
    lastCells = undefined;
  }
}
