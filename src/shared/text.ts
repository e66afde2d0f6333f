/** What Skein does to names and ids, the same in the build and in the browser. */

/**
 * A name reduced to what people mean by it: accents, case, width variants and repeated spaces are folded away, so
 * that “Müller ” and “muller” compare equal. Letters without a decomposition (ø, ł, 漢) stay as they are.
 */
export function fold(text: string): string {
  // Nothing of it is decomposed, and most texts are of nothing else.
  if (/^[!-~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

const ID = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;
const ID_LENGTH = 150;
/** In UTF-8: file systems take names of 255, and `.md` or the name of a part comes behind. */
const ID_BYTES = 200;

/** What every object of JavaScript has: graphology keeps the neighbours of a node in one, by their ids. */
const TAKEN = "constructor";

/** Whether the text can name a record: lower-case letters and digits of any script, and single hyphens. */
export function isId(text: string): boolean {
  return text !== TAKEN && !isTooLong(text) && ID.test(text) && text.normalize("NFC") === text;
}

/** Whether the text is longer than an id may be, which is also the name of a file and of a folder. */
export function isTooLong(text: string): boolean {
  // Three bytes a code unit at most: most texts need not be encoded to be counted.
  return text.length > ID_LENGTH || (text.length * 3 > ID_BYTES && bytesOf(text) > ID_BYTES);
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** The id nearest to a text: `"Li Shangfu (2018)"` → `"li-shangfu-2018"`; empty when no letter or digit is left. */
export function toId(text: string): string {
  const id = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, ID_LENGTH);
  const cut = cutToBytes(id)
    // Nor may the cut leave half a character.
    .replace(/[-\ud800-\udbff]+$/, "");
  return cut === TAKEN ? `${cut}-1` : cut;
}

function cutToBytes(text: string): string {
  // A character that does not fit whole is left out.
  const { read } = encoder.encodeInto(text, new Uint8Array(ID_BYTES));
  return text.slice(0, read);
}

/** Orders by code unit, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** “1 claim”, “2 claims”. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}

/**
 * The candidate most like the text, for “did you mean”: at most a third of its letters may differ
 * (Damerau–Levenshtein distance in the restricted form: insertions, deletions, substitutions, swapped neighbours).
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(text);
  let limit = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate), limit);
    if (distance < limit) {
      limit = distance;
      best = candidate;
    }
  }
  return best;
}

/** Edits between two texts, or `limit` as soon as there are at least that many. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, at(before, j - 2) + 1);
      }
      row.push(edits);
      smallest = Math.min(smallest, edits);
    }
    if (smallest >= limit) return limit;
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

const at = (row: number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
