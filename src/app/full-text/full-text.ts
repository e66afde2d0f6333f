/** Answers a search from the files of the index, of which it loads those that the answer needs, each once. */
import {
  decodePostings,
  documentOf,
  type Levels,
  type Posting,
  placeIn,
  prefixTerm,
  restFile,
  SEARCH_HEAD,
  type SearchHead,
  type SearchKind,
  type SearchText,
  type TermEntry,
  tellingness,
  termsFile,
  textsFile,
  unionOf,
  weightOf,
} from "../../shared/search-index.ts";
import type { AskedTerm } from "../../shared/terms.ts";
import { nearest } from "../../shared/text.ts";

export interface Question {
  readonly terms: readonly AskedTerm[];
  readonly kind?: SearchKind;
  /** By `typeTerm`. */
  readonly type?: string;
}

export interface FoundDocument extends SearchText {
  readonly kind: SearchKind;
}

export interface Answer {
  /** How many documents have all words. */
  readonly count: number;
  /** The documents from one place to before another, the best first. */
  documents(from: number, to: number): Promise<FoundDocument[]>;
}

export interface FullText {
  readonly head: SearchHead;
  ask(question: Question): Promise<Answer>;
  /** For words that no document has, words that are written almost the same. */
  suggestions(terms: readonly AskedTerm[]): Promise<ReadonlyMap<string, string>>;
}

/** Gives the value of a JSON file of the site, by its address below the root. */
export type Load = (path: string) => Promise<unknown>;

/** The documents of a word, or of all words with a prefix. */
interface List {
  readonly count: number;
  /** The first of them, by rank. */
  readonly best: readonly Posting[];
  all(): Promise<readonly Posting[]>;
}

/** Rejects where the index cannot be loaded, as its methods do. */
export async function openFullText(loadOnce: Load): Promise<FullText> {
  const loaded = new Map<string, Promise<unknown>>();
  /** What the build has written, by the types of `shared/search-index.ts`. */
  function load<T>(path: string): Promise<T> {
    const found = loaded.get(path) ?? loadOnce(path);
    loaded.set(path, found);
    return found as Promise<T>;
  }
  const head = await load<SearchHead>(SEARCH_HEAD);
  const { folder } = head;
  const documents = head.kinds.reduce((sum, [, count]) => sum + count, 0);
  const ranges = rangesOf(head);

  /** The entries of the files that may hold what lies between two words. */
  async function entries(from: string, to: string): Promise<TermEntry[]> {
    if (head.terms.length === 0) return [];
    const [first, last] = [placeIn(head.terms, from), placeIn(head.terms, to)];
    const files = Array.from({ length: last - first + 1 }, (_, i) => termsFile(folder, first + i));
    return (await Promise.all(files.map((file) => load<TermEntry[]>(file)))).flat();
  }

  function listOf([, count, levels, rest]: TermEntry): List {
    const best = decodePostings(levels);
    if (rest === undefined) return { count, best, all: async () => best };
    const all = async () => decodePostings(await load<Levels>(restFile(folder, rest)), best);
    return { count, best, all };
  }

  async function exact(term: string): Promise<List> {
    const entry = (await entries(term, term)).find(([each]) => each === term);
    return listOf(entry ?? [term, 0, []]);
  }

  async function beginning(prefix: string): Promise<List> {
    const common = await exact(prefixTerm(prefix));
    if (common.count > 0) return common;
    const words = (await entries(prefix, `${prefix}\uffff`)).filter(
      ([term]) => term.startsWith(prefix) && !term.endsWith("*"),
    );
    const [only] = words;
    if (only !== undefined && words.length === 1) return listOf(only);
    const lists = await Promise.all(
      words.map(async (entry) => ({ term: entry[0], postings: await listOf(entry).all() })),
    );
    const all = unionOf(prefix, lists);
    return { count: all.length, best: all, all: async () => all };
  }

  const listFor = ({ term, isPrefix }: AskedTerm): Promise<List> =>
    isPrefix ? beginning(term) : exact(term);

  /** Scored by the sum of what each word weighs in a document and tells of it: BM25. */
  async function inAll(lists: readonly List[], type: List | undefined, kind?: SearchKind): Promise<Found> {
    const all = { from: 0, to: documents };
    const { from, to } = kind === undefined ? all : (ranges.find((range) => range.kind === kind) ?? NONE);
    const hits = new Uint16Array(documents);
    const scores = new Float64Array(documents);
    const needed = type === undefined ? lists : [...lists, type];
    const postings = await Promise.all(needed.map((list) => list.all()));
    for (const [i, list] of needed.entries()) {
      const factor = list === type ? 0 : tellingness(list.count, documents);
      for (const each of postings[i] ?? []) {
        const document = documentOf(each);
        // Of the words before it none may be missing.
        if (hits[document] !== i) continue;
        hits[document] = i + 1;
        scores[document] = (scores[document] ?? 0) + factor * weightOf(each);
      }
    }
    const found: number[] = [];
    for (let document = from; document < to; document++)
      if (hits[document] === needed.length) found.push(document);
    return { documents: found, scores };
  }

  async function textOf(document: number): Promise<FoundDocument> {
    const file = placeIn(head.texts, document);
    const texts = await load<SearchText[]>(textsFile(folder, file));
    const text = texts[document - (head.texts[file] ?? 0)];
    const range = ranges.find(({ to }) => document < to);
    if (text === undefined || range === undefined) throw new Error(`the index has no document ${document}`);
    return { ...text, kind: range.kind };
  }

  const textsOf = (numbers: readonly number[]): Promise<FoundDocument[]> => Promise.all(numbers.map(textOf));

  return {
    head,
    async ask({ terms, kind, type }) {
      if (terms.length === 0) return { count: 0, documents: async () => [] };
      const lists = await Promise.all(terms.map(listFor));
      const [only] = lists;
      if (only !== undefined && lists.length === 1 && kind === undefined && type === undefined) {
        // The best are known without the others.
        const until = async (to: number) => (to <= only.best.length ? only.best : await only.all());
        return {
          count: only.count,
          documents: async (from, to) =>
            textsOf((await until(Math.min(to, only.count))).slice(from, to).map(documentOf)),
        };
      }
      if (lists.some(({ count }) => count === 0)) return { count: 0, documents: async () => [] };
      const found = await inAll(lists, type === undefined ? undefined : await exact(type), kind);
      return {
        count: found.documents.length,
        documents: (from, to) => textsOf(bestOf(found, to).slice(from)),
      };
    },
    async suggestions(terms) {
      const found = new Map<string, string>();
      for (const asked of terms) {
        if ((await listFor(asked)).count > 0) continue;
        const near = (await entries(asked.term, asked.term)).map(([term]) => term);
        const like = nearest(
          asked.term,
          near.filter((term) => !/[*:]/.test(term)),
        );
        if (like !== undefined) found.set(asked.term, like);
      }
      return found;
    },
  };
}

const NONE = { from: 0, to: 0 };

/** Documents by number, with the score of each document by its number. */
interface Found {
  readonly documents: readonly number[];
  readonly scores: Float64Array;
}

/**
 * The first by falling score to the thousandth, then by number. Readers ask for ten of a hundred thousand: putting all in
 * order takes longer than finding them.
 */
function bestOf({ documents, scores }: Found, count: number): number[] {
  const rounded = (document: number): number => Math.round(1000 * (scores[document] ?? 0));
  const best: number[] = [];
  let least = -1;
  for (const document of documents) {
    const score = rounded(document);
    if (best.length === count && score <= least) continue;
    let place = best.length;
    while (place > 0 && rounded(best[place - 1] ?? 0) < score) place--;
    best.splice(place, 0, document);
    if (best.length > count) best.pop();
    if (best.length === count) least = rounded(best[count - 1] ?? 0);
  }
  return best;
}

/** The numbers of the documents of each kind: from the first to before the last. */
function rangesOf({ kinds }: SearchHead): { kind: SearchKind; from: number; to: number }[] {
  let from = 0;
  return kinds.map(([kind, count]) => {
    const range = { kind, from, to: from + count };
    from += count;
    return range;
  });
}
