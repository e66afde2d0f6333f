/** How names are set beside their nodes: the same lines and boxes in the build’s drawings and on the canvas. */

export const LABEL_SIZE = 12;
export const LABEL_LINE = 14;
/** Between a node’s rim and its label. */
export const LABEL_GAP = 3;

const LINE_LENGTH = 21;

/**
 * A name in one or two lines of about twenty letters, broken at a space as evenly as can be; a name too long even for
 * that ends in an ellipsis. Wide characters count double.
 */
export function labelLines(name: string): readonly string[] {
  const known = broken.get(name);
  if (known !== undefined) return known;
  if (broken.size >= BROKEN_LIMIT) broken.clear();
  const lines = brokenName(name);
  broken.set(name, lines);
  return lines;
}

/** An entity is drawn among each of its neighbours. */
const broken = new Map<string, readonly string[]>();
const BROKEN_LIMIT = 20_000;

function brokenName(name: string): string[] {
  if (lengthOf(name) <= LINE_LENGTH) return [name];
  const words = name.split(" ");
  let best: string[] = [];
  let bestLength = Number.POSITIVE_INFINITY;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(" "), words.slice(i).join(" ")];
    const length = Math.max(...lines.map(lengthOf));
    if (length < bestLength) {
      best = lines;
      bestLength = length;
    }
  }
  return (best.length > 0 ? best : [name]).map(shorten);
}

function shorten(line: string): string {
  const limit = LINE_LENGTH * 1.5;
  if (lengthOf(line) <= limit) return line;
  let kept = "";
  for (const character of line) {
    if (lengthOf(kept) + lengthOf(character) + 1 > limit) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

function lengthOf(text: string): number {
  if (isAscii(text)) return text.length;
  let length = 0;
  for (const character of text) length += WIDE.test(character) ? 2 : 1;
  return length;
}

/** About how wide a line is, in units of a `LABEL_SIZE` type; a little generous. */
export function lineWidth(line: string): number {
  let width = 0;
  for (const character of line) width += ASCII_WIDTHS[character.charCodeAt(0)] ?? widthOf(character);
  return width * LABEL_SIZE;
}

function widthOf(character: string): number {
  if (WIDE.test(character)) return 1;
  if (/[\p{Lu}mwMW–—%@]/u.test(character)) return 0.7;
  return /[iljtf.,:;' ’()]/.test(character) ? 0.32 : 0.54;
}

const ASCII_WIDTHS = Array.from({ length: 128 }, (_, code) => widthOf(String.fromCharCode(code)));

/** The radius of a node with this many claims. */
export function nodeRadius(claims: number): number {
  return Math.min(18, 4 + 1.9 * Math.sqrt(claims));
}
