/**
 * The index of the search page as files: what the build writes and the browser reads, a few at a time.
 *
 * `search/index.json` is the head: it says in which file a word or a document is. `FOLDER/terms-N.json` holds words in
 * order with the documents that have them, the best first; of words that many have, the rest is in `FOLDER/rest-N.json`,
 * and the head says of which, so that both can be fetched at once.
 * `FOLDER/texts-N.json` holds documents as they are shown. The folder is named after what is in it, so that parts of two
 * builds are never read as one.
 */
import { type RecordKind, SEARCH } from "./paths.ts";
import type { Status } from "./records.ts";

export type SearchKind = RecordKind | "story";

export interface SearchHead {
  readonly folder: string;
  /** How many documents there are of each kind: their numbers run through the kinds in this order, from 0. */
  readonly kinds: readonly (readonly [SearchKind, number])[];
  /** What the types of each kind are called, by `typeTerm`. */
  readonly types: readonly (readonly [string, string])[];
  /** The first word of each file of words. */
  readonly terms: readonly string[];
  /** The words, in order, that have more documents than stand beside them: the others are in a file for each. */
  readonly rests: readonly string[];
  /** The number of the first document of each file of documents. */
  readonly texts: readonly number[];
}

/** A document as it is shown. */
export interface SearchText {
  readonly id: string;
  readonly title: string;
  /** By `typeTerm`. */
  readonly type?: string;
  /** In words. */
  readonly date?: string;
  /** Of a claim. */
  readonly status?: Status;
  readonly isSuperseded?: true;
  /** Other names. */
  readonly also?: string;
  readonly text?: string;
}

/** A word: how many documents have it, and the best of them. */
export type TermEntry = readonly [term: string, count: number, best: Levels];

/**
 * Documents of falling weight: each level is a weight, the number of a document, and the steps to the next ones; where
 * several follow one on another, their count below zero. `[5, 7, 3, -2]` are the documents 7, 10, 11 and 12.
 */
export type Levels = readonly (readonly number[])[];

/**
 * That a document has a word: sixteen times its number, and how much the word weighs in it (1 to 8). The numbers of
 * documents are their rank: of two that weigh the same the lower is shown first.
 */
export type Posting = number;

export const WEIGHTS = 8;
export const postingOf = (document: number, weight: number): Posting => document * 16 + weight;
export const documentOf = (of: Posting): number => of >>> 4;
export const weightOf = (of: Posting): number => of & 15;

export const SEARCH_HEAD = `${SEARCH}index.json`;
export const termsFile = (folder: string, n: number): string => `${SEARCH}${folder}/terms-${n}.json`;
export const restFile = (folder: string, n: number): string => `${SEARCH}${folder}/rest-${n}.json`;
export const textsFile = (folder: string, n: number): string => `${SEARCH}${folder}/texts-${n}.json`;

/** Stands in the index like a word, but cannot be typed: it finds all documents of a type. */
export const typeTerm = (kind: SearchKind, type: string): string => `:${kind}:${type}`;

/** Stands in the index right behind the word itself: all words that begin with it, where these are too many to load. */
export const prefixTerm = (prefix: string): string => `${prefix}*`;

/** Postings in order of rank: by weight, then by document. The given ones are in order of documents. */
export function ranked(postings: readonly Posting[]): readonly Posting[] {
  // As of most words.
  if (postings.length === 1) return postings;
  const levels: Posting[][] = Array.from({ length: WEIGHTS + 1 }, () => []);
  for (const each of postings) levels[weightOf(each)]?.push(each);
  return levels.reverse().flat();
}

export function encodePostings(postings: readonly Posting[]): Levels {
  const levels: number[][] = [];
  let level: number[] = [];
  let before = 0;
  for (const each of postings) {
    const document = documentOf(each);
    const step = document - before;
    const last = level.length - 1;
    const run = last > 1 ? (level[last] ?? 0) : 0;
    if (level[0] !== weightOf(each)) {
      level = [weightOf(each), document];
      levels.push(level);
    } else if (step === 1 && run === 1) level[last] = -2;
    else if (step === 1 && run < 0) level[last] = run - 1;
    else level.push(step);
    before = document;
  }
  return levels;
}

/** Visits documents that follow one on another together, from one to before another, in the order of the list. */
export function eachRun(levels: Levels, visit: (from: number, to: number, weight: number) => void): void {
  for (const level of levels) {
    const weight = level[0] ?? 1;
    let document = 0;
    for (let i = 1; i < level.length; i++) {
      const step = level[i] ?? 0;
      const from = step < 0 ? document + 1 : document + step;
      document = step < 0 ? document - step : from;
      visit(from, document + 1, weight);
    }
  }
}

export function decodePostings(levels: Levels): Posting[] {
  const postings: Posting[] = [];
  eachRun(levels, (from, to, weight) => {
    for (let document = from; document < to; document++) postings.push(postingOf(document, weight));
  });
  return postings;
}

/**
 * The documents of all words that begin with a prefix, ranked; a word that only begins with it counts half. Each list is
 * of a word.
 */
export function unionOf(
  prefix: string,
  lists: readonly { readonly term: string; readonly postings: readonly Posting[] }[],
): readonly Posting[] {
  const last = lists.reduce(
    (max, { postings }) => postings.reduce((a, b) => Math.max(a, documentOf(b)), max),
    0,
  );
  const weights = new Uint8Array(last + 1);
  for (const { term, postings } of lists) {
    for (const each of postings) {
      const weight = term === prefix ? weightOf(each) : Math.ceil(weightOf(each) / 2);
      const document = documentOf(each);
      if (weight > (weights[document] ?? 0)) weights[document] = weight;
    }
  }
  const union: Posting[] = [];
  for (const [document, weight] of weights.entries()) if (weight > 0) union.push(postingOf(document, weight));
  return ranked(union);
}

/**
 * How much a word tells: the less, the more documents have it. The inverse document frequency of BM25: S. Robertson and
 * H. Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond” (2009).
 */
export function tellingness(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** The place of the last of sorted values that is not above a value; 0 where all are. */
export function placeIn<T extends string | number>(sorted: readonly T[], value: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at !== undefined && at <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
