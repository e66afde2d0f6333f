/**
 * Which documents have a word, and how much it weighs in each: the part of BM25F that is about one document. Words of the
 * title count more than those of other names, and these more than those of the text; each field’s words the less, the
 * longer it is. S. Robertson, H. Zaragoza and M. Taylor, “Simple BM25 Extension to Multiple Weighted Fields” (2004).
 *
 * Weights are whole numbers from 1 to 8, as in V. N. Anh and A. Moffat, “Pruned Query Evaluation Using Pre-Computed
 * Impacts” (2006): lists of documents that weigh the same are short to write, and the best can be read alone.
 */
import { type Posting, postingOf, WEIGHTS } from "../../shared/search-index.ts";
import { termsIn } from "../../shared/terms.ts";
import type { SearchDocument } from "./documents.ts";

const FIELDS = { title: 5, also: 3, text: 1 } as const;
const FIELD_NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** As in most of the literature: how soon more of a word adds little, and how much the length of a field matters. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** The postings of each word and of each type, in order of the documents. */
export function postingsOf(documents: readonly SearchDocument[]): Map<string, Posting[]> {
  const norms = FIELD_NAMES.map((name) => ({
    name,
    weight: FIELDS[name],
    usual: usualLength(documents, name),
  }));
  const all = new Map<string, Posting[]>();
  const add = (term: string, posting: Posting): void => {
    const list = all.get(term);
    if (list === undefined) all.set(term, [posting]);
    else list.push(posting);
  };
  for (const [number, document] of documents.entries()) {
    const frequencies = new Map<string, number>();
    for (const { name, weight, usual } of norms) {
      const text = document[name] ?? "";
      const share = weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * text.length) / usual);
      for (const { term } of termsIn(text)) frequencies.set(term, (frequencies.get(term) ?? 0) + share);
    }
    for (const [term, frequency] of frequencies) {
      const weight = Math.ceil((WEIGHTS * frequency) / (frequency + SATURATION));
      add(term, postingOf(number, weight));
    }
    if (document.type !== undefined) add(document.type, postingOf(number, 1));
  }
  return all;
}

/** In characters, which are counted sooner than words and tell as much. */
function usualLength(documents: readonly SearchDocument[], name: keyof typeof FIELDS): number {
  const lengths = documents.flatMap((document) => document[name]?.length ?? []);
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
}
