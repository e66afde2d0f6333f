/** The index of the search page, written as many small files: `shared/search-index.ts` says what is in them. */
import { createHash } from "node:crypto";
import {
  encodePostings,
  type Posting,
  ranked,
  restFile,
  SEARCH_HEAD,
  type SearchHead,
  type SearchKind,
  type SearchText,
  type TermEntry,
  termsFile,
  textsFile,
} from "../../shared/search-index.ts";
import { compareText } from "../../shared/text.ts";
import { oncePerSite } from "../once.ts";
import type { Page } from "../page.ts";
import { documentsOf, type SearchDocument } from "./documents.ts";
import { postingsOf } from "./postings.ts";
import { commonPrefixes } from "./prefixes.ts";
import { typeLabels } from "./types.ts";

export interface FileSizes {
  /** Characters of a file of words or of documents, from which on the next one begins. */
  readonly file: number;
  /** How many of the best documents stand beside a word; the others are in a file of their own. */
  readonly best: number;
  /** The most documents that the browser puts together for a prefix. */
  readonly union: number;
}

/** What a reader loads for a word is a few of these: each is 5 to 10 kB when it is compressed. */
const SIZES: FileSizes = { file: 24_000, best: 500, union: 20_000 };

/** All files of the index, without the page. */
export const searchFiles = oncePerSite((site): readonly Page[] => {
  const types = typeLabels(site).flatMap((kind) => kind.types);
  return [...indexFiles(documentsOf(site), types, SIZES)].map(([path, text]) => ({
    path,
    isImmutable: path !== SEARCH_HEAD,
    render: () => text,
  }));
});

/** The index of some documents: the text of each file by its address. */
export function indexFiles(
  documents: readonly SearchDocument[],
  types: SearchHead["types"],
  sizes: FileSizes,
): Map<string, string> {
  const words = termTexts(documents, sizes);
  const terms = chunked(words, sizes.file);
  const texts = chunked(
    documents.map((document, number) => ({ first: number, text: JSON.stringify(shown(document)) })),
    sizes.file,
  );
  const rests = words.flatMap(({ first, rest }) => (rest === undefined ? [] : { first, text: rest }));
  const folder = hashOf([...terms, ...texts, ...rests].map(({ text }) => text));
  const head: SearchHead = {
    folder,
    kinds: countsOf(documents),
    types,
    terms: terms.map(({ first }) => first),
    rests: rests.map(({ first }) => first),
    texts: texts.map(({ first }) => first),
  };
  return new Map([
    [SEARCH_HEAD, JSON.stringify(head)],
    ...terms.map(({ text }, i) => [termsFile(folder, i), text] as const),
    ...rests.map(({ text }, i) => [restFile(folder, i), text] as const),
    ...texts.map(({ text }, i) => [textsFile(folder, i), text] as const),
  ]);
}

interface TermText {
  readonly first: string;
  readonly text: string;
  readonly rest?: string;
}

/** The entries of all words, in order. */
function termTexts(documents: readonly SearchDocument[], sizes: FileSizes): TermText[] {
  const lists = new Map<string, readonly Posting[]>();
  for (const [term, postings] of postingsOf(documents)) lists.set(term, ranked(postings));
  const words = [...lists]
    .filter(([term]) => !term.startsWith(":"))
    .sort(([a], [b]) => compareText(a, b))
    .map(([term, postings]) => ({
      term,
      postings,
      // Four characters a document, roughly.
      size: 4 * Math.min(sizes.best, postings.length) + term.length + 16,
      hasRest: postings.length > sizes.best,
    }));
  const limits = { bytes: 3 * sizes.file, postings: sizes.union, files: 8 };
  for (const [term, postings] of commonPrefixes(words, limits)) lists.set(term, postings);
  return [...lists]
    .sort(([a], [b]) => compareText(a, b))
    .map(([term, postings]) => {
      const entry: TermEntry = [term, postings.length, encodePostings(postings.slice(0, sizes.best))];
      const others = postings.slice(sizes.best);
      return {
        first: term,
        text: JSON.stringify(entry),
        ...(others.length > 0 && { rest: JSON.stringify(encodePostings(others)) }),
      };
    });
}

/** Longer texts than these are found, but shown to here only. */
const SHOWN = 10_000;

function shown({ kind: _, text, ...document }: SearchDocument): SearchText {
  return { ...document, text: text?.slice(0, SHOWN) };
}

interface Chunk<T> {
  readonly first: T;
  /** A list in JSON. */
  readonly text: string;
}

function chunked<T extends string | number>(
  items: readonly { readonly first: T; readonly text: string }[],
  size: number,
): Chunk<T>[] {
  const chunks: Chunk<T>[] = [];
  let current: (typeof items)[number][] = [];
  let length = 0;
  const close = (): void => {
    const [first] = current;
    if (first !== undefined)
      chunks.push({
        first: first.first,
        text: `[${current.map(({ text }) => text).join(",\n")}]`,
      });
    current = [];
    length = 0;
  };
  for (const item of items) {
    if (length + item.text.length > size) close();
    current.push(item);
    length += item.text.length;
  }
  close();
  return chunks;
}

function countsOf(documents: readonly SearchDocument[]): [SearchKind, number][] {
  const counts = new Map<SearchKind, number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 12);
}
