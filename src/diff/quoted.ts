/**
 * Text of strangers in Markdown that a host prints with its own extras: everything from content stands in code, where no
 * host sees a mention, a reference, a link, a command or markup, and a reader sees what was written and what we say.
 */

/** Longer than any name; a value that is cut ends in an ellipsis. */
export const VALUE_LIMIT = 200;

/** Characters that act on a terminal, turn the direction of text, or cannot be seen, but for those that join letters. */
const UNSEEN =
  /(?!\t)\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]|[\u115f\u1160\u3164\uffa0]|[\u{e0100}-\u{e01ef}]|\p{Cs}/gu;

/** With unseen characters as escapes such as `\u{202e}`, and line ends as spaces. */
export function visible(text: string): string {
  return text
    .replace(/\r?\n/g, " ")
    .replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The beginning of a text of more characters than the limit, with an ellipsis. */
export function cut(text: string, limit = VALUE_LIMIT): string {
  const characters = text.length > limit ? [...text] : [];
  return characters.length > limit ? `${characters.slice(0, limit).join("")}…` : text;
}

/** What stands around the first difference of two long texts. */
const AROUND = 40;

/** Two texts from a little before where they part, so that what differs is not cut off. */
export function fromDifference(a: string, b: string, limit = VALUE_LIMIT): [string, string] {
  if (a.length <= limit && b.length <= limit) return [a, b];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const from = Math.max(0, start - AROUND);
  return from === 0 ? [a, b] : [`…${wholeFrom(a, from)}`, `…${wholeFrom(b, from)}`];
}

/** The rest of a text; half a character at its beginning is left out. */
const wholeFrom = (text: string, index: number): string => text.slice(index).replace(/^[\udc00-\udfff]/, "");

/** Scripts written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A text as a code span of CommonMark. Set apart from the direction of the text around it where it needs to be. */
export function code(text: string, limit = VALUE_LIMIT): string {
  const shown = visible(cut(text, limit));
  if (shown.trim() === "") return "*(blank)*";
  const fence = "`".repeat(longestRun(shown) + 1);
  // A reader of Markdown takes one space off each end, if there is one at both.
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  const span = `${fence}${pad}${shown}${pad}${fence}`;
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${span}\u2069` : span;
}

/** Lines as a fenced block of the language `diff`, each behind its sign. */
export function codeBlock(lines: readonly string[]): string[] {
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [`${fence}diff`, ...lines, fence];
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
