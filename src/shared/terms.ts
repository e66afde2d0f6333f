/**
 * The words of a text as search knows them: the one function by which the build makes the index, and the browser reads
 * what is typed and finds it again in what it shows.
 */
import { fold } from "./text.ts";

export interface Term {
  /** Folded: what stands in the index. */
  readonly term: string;
  /** Where it is in the text. */
  readonly start: number;
  readonly end: number;
  /** Of a last character without a space before it: it is there to be found alone, and is part of the term before. */
  readonly isLast?: true;
}

/** Scripts written without spaces, in which any part of a text may be what the reader types. */
export const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** What folds to itself but for its capitals, as most words of most languages on the web. */
const PLAIN = /^[a-z0-9]+$/i;
const BREAK = /[^\p{L}\p{N}]+/u;
/** No word is longer; of what is, the beginning counts. */
const TERM_LENGTH = 40;

/**
 * Words, in the order in which they stand; case, accents and width are folded away. What is written without spaces is
 * cut into pairs of characters that overlap, and its last character: the pairs are the same in every browser, which
 * words found by a dictionary (`Intl.Segmenter`) are not.
 */
export function termsIn(text: string): Term[] {
  const terms: Term[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (PLAIN.test(run))
      terms.push({ term: run.toLowerCase().slice(0, TERM_LENGTH), start: index, end: index + run.length });
    else if (UNSPACED.test(run)) for (const word of charactersOf(run, index)) addPairs(terms, word);
    else
      for (const word of fold(run).split(BREAK))
        if (word !== "")
          terms.push({ term: word.slice(0, TERM_LENGTH), start: index, end: index + run.length });
  }
  return terms;
}

/**
 * The folded characters of a text, word by word, each with the place from which it comes; marks belong to what they
 * stand on. One character can fold to two words: ¼ is 1⁄4.
 */
function charactersOf(run: string, start: number): Term[][] {
  let word: Term[] = [];
  const words = [word];
  let end = start;
  for (const character of run) {
    const from = end;
    end += character.length;
    const folded = [...foldedWithin(character)];
    const before = word.at(-1);
    if (folded.length === 0 && before !== undefined) word[word.length - 1] = { ...before, end };
    for (const term of folded)
      if (!BREAK.test(term)) word.push({ term, start: from, end });
      else {
        word = [];
        words.push(word);
      }
  }
  return words;
}

/** A character folded as between others: at an end, a space that it folds to would be trimmed away. */
const foldedWithin = (character: string): string => fold(`x${character}x`).slice(1, -1);

/** Pairs where there are no spaces; letters of other scripts between them are words. */
function addPairs(terms: Term[], characters: readonly Term[]): void {
  let i = 0;
  while (i < characters.length) {
    const isUnspaced = UNSPACED.test(characters[i]?.term ?? "");
    let next = i + 1;
    while (next < characters.length && UNSPACED.test(characters[next]?.term ?? "") === isUnspaced) next++;
    const group = characters.slice(i, next);
    if (isUnspaced) {
      for (const [j, character] of group.entries()) {
        const second = group[j + 1];
        if (second !== undefined) terms.push(joined([character, second]));
        else terms.push(j === 0 ? character : { ...character, isLast: true });
      }
    } else terms.push(joined(group));
    i = next;
  }
}

function joined(characters: readonly Term[]): Term {
  const term = characters.map((character) => character.term).join("");
  return {
    term: term.slice(0, TERM_LENGTH),
    start: characters[0]?.start ?? 0,
    end: characters.at(-1)?.end ?? 0,
  };
}

/** A word that is looked for. */
export interface AskedTerm {
  readonly term: string;
  /** Whether words that go on after it are meant as well. */
  readonly isPrefix: boolean;
}

/** What a reader asks for, each word once; the last is taken for the beginning of one until a space follows it. */
export function askedTerms(query: string): AskedTerm[] {
  const terms = termsIn(query).filter(({ isLast }) => isLast !== true);
  const asked = new Map<string, AskedTerm>();
  for (const [i, { term, end }] of terms.entries()) {
    const isTyped = i === terms.length - 1 && end === query.length && !UNSPACED.test(term);
    const isPrefix = isTyped || isLoneCharacter(term) || asked.get(term)?.isPrefix === true;
    asked.set(term, { term, isPrefix });
  }
  return [...asked.values()];
}

/** Whether a term is to be found as the first of pairs as well. */
const isLoneCharacter = (term: string): boolean => UNSPACED.test(term) && [...term].length === 1;

/** Whether a term of a text is one that is looked for. */
export function isMatch(term: string, asked: AskedTerm): boolean {
  return asked.isPrefix ? term.startsWith(asked.term) : term === asked.term;
}
