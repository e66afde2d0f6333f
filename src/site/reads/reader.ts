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
  /** Those that somebody has read, by key. */
  readonly read: Map<string, Cell>;
}

/** One of a set; there is one value for it, so that it is found and compared without its key. */
export interface Cell {
  readonly cells: Cells;
  readonly key: string;
  /** The number of the reader who noted it last. */
  notedBy: number;
}

/** What was read, in order. A cell may be in it twice. */
export type Reads = Cell[];

let reader: Reads | undefined;
/** Every reader has another, so that a cell knows whether this one has noted it. */
let number = 0;

/** Whether what is read now is noted. */
export const isReading = (): boolean => reader !== undefined;

export function noteKey(cells: Cells, key: string): void {
  if (reader === undefined) return;
  let cell = cells.read.get(key);
  if (cell === undefined) {
    cell = { cells, key, notedBy: 0 };
    cells.read.set(key, cell);
  }
  note(reader, cell);
}

function note(reads: Reads, cell: Cell): void {
  if (cell.notedBy === number) return;
  cell.notedBy = number;
  reads.push(cell);
}

/** Read in place of a key, of which none has this sign. */
const SIZE = "\0#";
const WHOLE = "\0*";

export const noteSize = (cells: Cells): void => noteKey(cells, SIZE);
export const noteWhole = (cells: Cells): void => noteKey(cells, WHOLE);

/** Everything that a site is made from. */
const EVERYTHING: Cells = { name: "", valueAt: () => undefined, whole: () => undefined, read: new Map() };

export const noteEverything = (): void => noteWhole(EVERYTHING);

/** Notes again what was read before. */
export function noteAll(reads: Reads): void {
  if (reader !== undefined) for (const cell of reads) note(reader, cell);
}

/** Goes through the cells that were read: those of a set that was read as a whole are left out. */
export function eachCell(reads: Reads, each: (cell: Cell) => void): void {
  const whole = new Set<Cells>();
  for (const { cells, key } of reads) if (key === WHOLE) whole.add(cells);
  for (const cell of reads) if (cell.key === WHOLE || whole.size === 0 || !whole.has(cell.cells)) each(cell);
}

/** A cell as a text. */
export function textOfCell({ cells: { name }, key }: Cell): string {
  return name + (key === SIZE || key === WHOLE ? key.slice(1) : `:${key}`);
}

const LIMIT = 1000;

/** The same reads, or more: where there are very many, that everything was read, which takes no memory. */
export function inShort(reads: Reads): Reads {
  return reads.length <= LIMIT ? reads : readingOf(noteEverything).reads;
}

/** What a function returns, and all that it read before it returned. */
export function readingOf<T>(make: () => T): { readonly value: T; readonly reads: Reads } {
  const reads: Reads = [];
  return { value: withReader(reads, make), reads };
}

/** Nothing that the function reads is noted: who uses what it makes notes that. */
export const unread = <T>(make: () => T): T => (reader === undefined ? make() : withReader(undefined, make));

/** How many readers there were. */
let readers = 0;

function withReader<T>(next: Reads | undefined, make: () => T): T {
  const before = [reader, number] as const;
  [reader, number] = [next, ++readers];
  try {
    return make();
  } finally {
    [reader, number] = before;
  }
}
