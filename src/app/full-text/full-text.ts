/** Answers a search from the files of the index, of which it loads those that the answer needs, each once. */
import {
  decodePostings,
  documentOf,
  encodePostings,
  type Levels,
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
} from "../../shared/search-index.ts";
import type { AskedTerm } from "../../shared/terms.ts";
import { nearest } from "../../shared/text.ts";
import { Found, type Range } from "./found.ts";

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
  readonly best: Levels;
  all(): Promise<Levels>;
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

  /** The documents of a word that do not stand beside it, where it has so many. */
  function restOf(term: string): Promise<Levels> | undefined {
    const number = placeIn(head.rests, term);
    return head.rests[number] === term ? load<Levels>(restFile(folder, number)) : undefined;
  }

  function listOf([term, count, best]: TermEntry): List {
    return { count, best, all: async () => [...best, ...((await restOf(term)) ?? [])] };
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
      words.map(async (entry) => ({ term: entry[0], postings: decodePostings(await listOf(entry).all()) })),
    );
    const union = unionOf(prefix, lists);
    const best = encodePostings(union);
    return { count: union.length, best, all: async () => best };
  }

  const listFor = ({ term, isPrefix }: AskedTerm): Promise<List> =>
    isPrefix ? beginning(term) : exact(term);

  /** Fetches what the whole lists of words will need beside the words themselves, and not after them. */
  function fetchAhead(terms: readonly AskedTerm[]): void {
    for (const { term, isPrefix } of terms) {
      const rest = (isPrefix ? restOf(prefixTerm(term)) : undefined) ?? restOf(term);
      // Whoever waits for it hears of it.
      rest?.catch(() => {});
    }
  }

  /** Scored by the sum of what each word weighs in a document and tells of it: BM25. */
  async function inAll(lists: readonly List[], type: List | undefined, kind?: SearchKind): Promise<Found> {
    const all = { from: 0, to: documents };
    const range =
      kind === undefined ? all : (ranges.find((each) => each.kind === kind) ?? { from: 0, to: 0 });
    const found = new Found(documents, range);
    const [postings, ofType] = await Promise.all([Promise.all(lists.map((list) => list.all())), type?.all()]);
    for (const [i, { count }] of lists.entries())
      found.keep(postings[i] ?? [], tellingness(count, documents));
    if (ofType !== undefined) found.keep(ofType, 0);
    return found;
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
      const [first] = terms;
      if (first !== undefined && terms.length === 1 && kind === undefined && type === undefined) {
        const only = await listFor(first);
        // The best are known without the others.
        const best = decodePostings(only.best);
        const until = async (to: number) => (to <= best.length ? best : decodePostings(await only.all()));
        return {
          count: only.count,
          documents: async (from, to) =>
            textsOf((await until(Math.min(to, only.count))).slice(from, to).map(documentOf)),
        };
      }
      const typeTerms = type === undefined ? [] : [{ term: type, isPrefix: false }];
      fetchAhead([...terms, ...typeTerms]);
      const [lists, ofType] = await Promise.all([
        Promise.all(terms.map(listFor)),
        type === undefined ? undefined : exact(type),
      ]);
      if (lists.some(({ count }) => count === 0)) return { count: 0, documents: async () => [] };
      const found = await inAll(lists, ofType, kind);
      return { count: found.count(), documents: (from, to) => textsOf(found.best(to).slice(from)) };
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

/** The numbers of the documents of each kind: from the first to before the last. */
function rangesOf({ kinds }: SearchHead): (Range & { readonly kind: SearchKind })[] {
  let from = 0;
  return kinds.map(([kind, count]) => {
    const range = { kind, from, to: from + count };
    from += count;
    return range;
  });
}
