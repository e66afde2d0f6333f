/** Prints pages into a folder; several threads may share one list of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "./page.ts";

/** Makes what is in the file of a page. */
export type Rendering = (page: Page) => Promise<string | Uint8Array>;

/** Pages that need no page of others. */
export interface Work {
  /** Of the whole graph, made one after the other by one thread: what they share is made once. */
  readonly together: readonly Page[];
  /** Of records: any thread can make any of them. */
  readonly many: readonly Page[];
}

/**
 * Makes pages and writes them, in any order. Threads of its own begin at once; what it gives takes a share in the work,
 * and resolves when all is done. Rejects with what a page throws, or with what the disk refuses.
 */
export type Press = (
  work: Work,
  folder: string,
  rendering: Rendering,
  onPages: (done: number) => void,
) => () => Promise<void>;

/** In this thread, one page after the other. */
export const printAll: Press =
  ({ together, many }, folder, rendering, onPages) =>
  async () => {
    await printTogether(together, folder);
    await printShare(many, folder, rendering, new Shares(many.length, Shares.memory()), onPages);
  };

/** Which pages of a list are taken: a number in memory that threads share. */
export class Shares {
  /** Enough that threads seldom meet, and few enough that they end together. */
  static readonly #SIZE = 32;
  readonly #length: number;
  readonly #taken: Int32Array;

  constructor(length: number, memory: SharedArrayBuffer) {
    this.#length = length;
    this.#taken = new Int32Array(memory);
  }

  static memory(): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  }

  /** Where pages begin and end that nobody else has; undefined when all are taken. */
  next(): { readonly start: number; readonly end: number } | undefined {
    const start = Atomics.add(this.#taken, 0, Shares.#SIZE);
    return start < this.#length ? { start, end: Math.min(start + Shares.#SIZE, this.#length) } : undefined;
  }

  /** How many are taken. */
  get count(): number {
    return Math.min(Atomics.load(this.#taken, 0), this.#length);
  }
}

/** Prints pages in their order, of which nothing is noted. */
export async function printTogether(pages: readonly Page[], folder: string): Promise<void> {
  const writer = new Writer(folder);
  for (const page of pages) writer.write(page.path, await page.render());
}

/** Prints what is left of a list, share by share. */
export async function printShare(
  pages: readonly Page[],
  folder: string,
  rendering: Rendering,
  shares: Shares,
  onPages: (done: number) => void,
): Promise<void> {
  const writer = new Writer(folder);
  for (let share = shares.next(); share !== undefined; share = shares.next()) {
    for (const page of pages.slice(share.start, share.end)) writer.write(page.path, await rendering(page));
    onPages(shares.count);
  }
}

/** Writes files below a folder, and makes the folders that they lie in. */
export class Writer {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(path: string, content: string | Uint8Array): void {
    this.#make(dirname(path));
    writeFileSync(join(this.#folder, path), content);
  }

  #make(folder: string): void {
    if (folder === "." || this.#made.has(folder)) return;
    this.#make(dirname(folder));
    mkdirSync(join(this.#folder, folder), { recursive: true });
    this.#made.add(folder);
  }
}
