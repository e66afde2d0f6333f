/**
 * Values of the content model ↔ cells of a table. A cell is text; the empty one says that there is no value. A list
 * has a semicolon between its items: `Ada; Bo`. A backslash takes its meaning from the character behind it: `a\;b` is
 * one item.
 */

/** A list as a cell. Its items are not empty. */
export const listCell = (items: readonly string[]): string => items.map(escapedItem).join("; ");

/** What in an item would be read as something else: the separator, the escape, white space at an end. */
const escapedItem = (item: string): string =>
  /[\\;]|^\s|\s$/.test(item) ? item.replace(/[\\;]|^\s|\s$/g, "\\$&") : item;

/** The list in a cell; white space around its items, and items without anything in them, are left out. */
export function listIn(cell: string): string[] {
  const items: string[] = [];
  let item = "";
  // Up to where white space is part of the item.
  let kept = 0;
  const finish = () => {
    const text = item.slice(0, kept) + item.slice(kept).trimEnd();
    if (text !== "") items.push(text);
    item = "";
    kept = 0;
  };
  for (let at = 0; at < cell.length; at++) {
    const sign = cell.charAt(at);
    if (sign === "\\" && at + 1 < cell.length) {
      item += cell.charAt(++at);
      kept = item.length;
    } else if (sign === ";") finish();
    else if (item !== "" || sign.trim() !== "") item += sign;
  }
  finish();
  return items;
}

/** How deep lists and groups of keys may stand in one another in a cell: more than anybody types. */
const DEEPEST = 50;

/**
 * Any value as a cell: a text as it is, a list or a group of keys as JSON. So is a text that would be taken for JSON,
 * or for nothing.
 */
export function valueCell(value: unknown): string {
  return typeof value === "string" && !/^(?:$|["[{])/.test(value) ? value : JSON.stringify(value);
}

/** The value in a cell that is not empty. What begins as JSON and is none is a text. */
export const valueIn = (cell: string): unknown => (/^["[{]/.test(cell) ? (jsonIn(cell) ?? cell) : cell);

/** The value that a text of JSON holds; undefined where it is no JSON, or nested deeper than anybody types. */
export function jsonIn(text: string): unknown {
  if (depthOf(text) > DEEPEST) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  // Strings are passed over whole: brackets in them nest nothing.
  for (const [sign] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth);
    else if (sign === "]" || sign === "}") depth--;
  }
  return deepest;
}
