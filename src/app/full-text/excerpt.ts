/** The part of a text that says most about what was looked for, with the words marked. */
import { type Html, html } from "../../shared/html.ts";
import { type AskedTerm, isMatch, termsIn, UNSPACED } from "../../shared/terms.ts";

interface Match {
  readonly start: number;
  readonly end: number;
  readonly asked: AskedTerm;
}

/** The whole text with the words marked. */
export function marked(text: string, asked: readonly AskedTerm[]): Html {
  return markedPart(text, matchesIn(text, asked), 0, text.length);
}

const LENGTH = 220;
/** How much stands before the first word that is marked. */
const LEAD = 60;

/** About 220 characters around as many of the words as stand together; the beginning where there is none. */
export function excerpt(text: string, asked: readonly AskedTerm[]): Html {
  const matches = matchesIn(text, asked);
  const start = densest(matches);
  const from = text.length <= LENGTH ? 0 : wordStart(text, Math.max(0, start - LEAD));
  const to = text.length - from <= LENGTH ? text.length : wordEnd(text, from + LENGTH);
  return html`${from > 0 && "… "}${markedPart(text, matches, from, to)}${to < text.length && " …"}`;
}

/** Where the window begins that holds most different words. */
function densest(matches: readonly Match[]): number {
  let best = { start: 0, words: 0 };
  for (const [i, { start }] of matches.entries()) {
    const words = new Set<AskedTerm>();
    for (let j = i; j < matches.length && (matches[j]?.end ?? 0) <= start + LENGTH - LEAD; j++) {
      const match = matches[j];
      if (match !== undefined) words.add(match.asked);
    }
    if (words.size > best.words) best = { start, words: words.size };
  }
  return best.start;
}

function matchesIn(text: string, asked: readonly AskedTerm[]): Match[] {
  return termsIn(text).flatMap(({ term, start, end }) => {
    const found = asked.find((each) => isMatch(term, each));
    if (found === undefined) return [];
    // One character that was looked for is the first of a pair.
    const isFirst = found.isPrefix && UNSPACED.test(term) && term !== found.term;
    return [{ start, end: isFirst ? start + characterAt(text, start).length : end, asked: found }];
  });
}

const characterAt = (text: string, index: number): string =>
  String.fromCodePoint(text.codePointAt(index) ?? 0);

/** Pairs overlap: what is marked already is not marked again. */
function markedPart(text: string, matches: readonly Match[], from: number, to: number): Html {
  const parts: Html[] = [];
  let at = from;
  let i = 0;
  while (i < matches.length) {
    const first = matches[i];
    if (first === undefined) break;
    let end = first.end;
    for (i++; i < matches.length && (matches[i]?.start ?? 0) <= end; i++)
      end = Math.max(end, matches[i]?.end ?? 0);
    if (first.start < at || end > to) continue;
    parts.push(html`${text.slice(at, first.start)}<mark>${text.slice(first.start, end)}</mark>`);
    at = end;
  }
  return html`${parts}${text.slice(at, to)}`;
}

/** How far a cut is moved to the next space. */
const SEARCHED = 20;

function wordStart(text: string, index: number): number {
  if (index === 0) return 0;
  const space = text.slice(index, index + SEARCHED).search(/\s/);
  return space < 0 ? whole(text, index) : index + space + 1;
}

function wordEnd(text: string, index: number): number {
  const space = text.slice(index - SEARCHED, index).lastIndexOf(" ");
  return space < 0 ? whole(text, index) : index - SEARCHED + space;
}

/** Not in the middle of a character, nor between it and its marks. */
function whole(text: string, index: number): number {
  let at = index;
  while (at < text.length && /^[\p{M}\udc00-\udfff]/u.test(text.slice(at))) at++;
  return at;
}
