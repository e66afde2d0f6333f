/** Maps, sets and values of a site that note who reads what of them. Where nobody is reading, they cost a comparison. */
import { type Cells, noteKey, noteSize, noteWhole, unread } from "./reader.ts";

/** A map whose every key is a cell. */
export class TrackedMap<V> implements ReadonlyMap<string, V> {
  readonly cells: Cells;
  readonly #map: ReadonlyMap<string, V>;

  /** `said` is what pages see of a value, where that is not all of it. */
  constructor(name: string, map: ReadonlyMap<string, V>, said: (value: V) => unknown = (value) => value) {
    this.#map = map;
    const saidOf = (value: V | undefined) => (value === undefined ? undefined : said(value));
    this.cells = {
      name,
      read: new Map(),
      valueAt: (key) => saidOf(map.get(key)),
      size: () => map.size,
      whole: () => map,
    };
  }

  get(key: string): V | undefined {
    noteKey(this.cells, key);
    return this.#map.get(key);
  }

  has(key: string): boolean {
    noteKey(this.cells, key);
    return this.#map.has(key);
  }

  get size(): number {
    noteSize(this.cells);
    return this.#map.size;
  }

  entries(): MapIterator<[string, V]> {
    noteWhole(this.cells);
    return this.#map.entries();
  }

  keys(): MapIterator<string> {
    noteWhole(this.cells);
    return this.#map.keys();
  }

  values(): MapIterator<V> {
    noteWhole(this.cells);
    return this.#map.values();
  }

  forEach(each: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    noteWhole(this.cells);
    this.#map.forEach((value, key) => {
      each(value, key, this);
    });
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}

/** A set whose every element is a cell. */
export class TrackedSet implements ReadonlySet<string> {
  readonly cells: Cells;
  readonly #set: ReadonlySet<string>;

  constructor(name: string, set: ReadonlySet<string>) {
    this.#set = set;
    this.cells = {
      name,
      read: new Map(),
      valueAt: (key) => set.has(key),
      size: () => set.size,
      whole: () => set,
    };
  }

  has(key: string): boolean {
    noteKey(this.cells, key);
    return this.#set.has(key);
  }

  get size(): number {
    noteSize(this.cells);
    return this.#set.size;
  }

  entries(): SetIterator<[string, string]> {
    noteWhole(this.cells);
    return this.#set.entries();
  }

  keys(): SetIterator<string> {
    return this.values();
  }

  values(): SetIterator<string> {
    noteWhole(this.cells);
    return this.#set.values();
  }

  forEach(each: (value: string, same: string, set: ReadonlySet<string>) => void): void {
    noteWhole(this.cells);
    this.#set.forEach((value) => {
      each(value, value, this);
    });
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }
}

/** A value that is read as a whole. */
export class TrackedValue<T> {
  readonly cells: Cells;
  readonly #value: T;

  /** `said` is what counts of the value for whoever reads it, where that is not all of it. */
  constructor(name: string, value: T, said: () => unknown = () => value) {
    this.#value = value;
    this.cells = { name, read: new Map(), valueAt: () => undefined, whole: said };
  }

  read(): T {
    noteWhole(this.cells);
    return this.#value;
  }
}

/** What a function finds, each of its arguments a cell; what it reads to find it is not noted. */
export class TrackedFinder<T> {
  readonly cells: Cells;
  readonly #find: (key: string) => T;

  constructor(name: string, find: (key: string) => T, said: (found: T) => unknown = (found) => found) {
    this.#find = (key) => unread(() => find(key));
    this.cells = { name, read: new Map(), valueAt: (key) => said(this.#find(key)), whole: () => undefined };
  }

  find(key: string): T {
    noteKey(this.cells, key);
    return this.#find(key);
  }
}
