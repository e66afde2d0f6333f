/**
 * Beginnings of words that too many words share: their documents are put together at build time, so that the first letter
 * of a word finds as little to load as the whole word does.
 */
import { type Posting, prefixTerm, unionOf } from "../../shared/search-index.ts";

/** A word with its documents by rank, and the bytes that it takes among the words. */
export interface RankedTerm {
  readonly term: string;
  readonly postings: readonly Posting[];
  readonly size: number;
  /** Whether part of it is in a file of its own. */
  readonly hasRest: boolean;
}

/** What the browser may load to put the words of a prefix together itself. */
export interface PrefixLimits {
  readonly bytes: number;
  readonly postings: number;
  readonly files: number;
}

/** The union of each such prefix, as a term of its own. The words are in order. */
export function commonPrefixes(
  terms: readonly RankedTerm[],
  limits: PrefixLimits,
): Map<string, readonly Posting[]> {
  const unions = new Map<string, readonly Posting[]>();
  const visit = (group: readonly RankedTerm[], prefix: string): void => {
    const { bytes, postings, largest, files } = costOf(group);
    if (bytes <= limits.bytes && postings <= limits.postings && files <= limits.files) return;
    // Of one word that outweighs all others, the prefix would be a copy.
    const isCopy = bytes <= limits.bytes && files <= limits.files && postings <= 2 * largest;
    if (prefix !== "" && !isCopy) unions.set(prefixTerm(prefix), unionOf(prefix, group));
    for (const [next, longer] of byNext(group, prefix)) visit(longer, next);
  };
  visit(terms, "");
  return unions;
}

function costOf(group: readonly RankedTerm[]) {
  let [bytes, postings, largest, files] = [0, 0, 0, 0];
  // Of one word there is nothing to put together.
  if (group.length === 1) return { bytes, postings, largest, files };
  for (const each of group) {
    bytes += each.size;
    postings += each.postings.length;
    largest = Math.max(largest, each.postings.length);
    if (each.hasRest) files++;
  }
  return { bytes, postings, largest, files };
}

/** The words that go on, by the prefix that is a character longer. */
function byNext(group: readonly RankedTerm[], prefix: string): Map<string, RankedTerm[]> {
  const groups = new Map<string, RankedTerm[]>();
  for (const each of group) {
    const code = each.term.codePointAt(prefix.length);
    if (code === undefined) continue;
    const longer = prefix + String.fromCodePoint(code);
    const list = groups.get(longer);
    if (list === undefined) groups.set(longer, [each]);
    else list.push(each);
  }
  return groups;
}
