/** Puts the keys of a file into the order of the schema, each with the comments that belong to it. */
import { isCollection, isMap, isPair, isScalar, type Pair, type YAMLMap } from "yaml";
import { type FileKind, SCHEMAS } from "../../shared/schema.ts";
import { keysAt } from "../fields.ts";
import { parseYaml, yamlOf } from "../front-matter.ts";
import { isPlainYaml, isSameBut, readingOf } from "./reading.ts";
import { mapsOf } from "./yaml-nodes.ts";

/**
 * A comment goes with the key that it stands beside or directly above; blank lines, and comments that a blank line
 * parts from the key below them, stay where they are. Keys that are not in the schema keep their places among the
 * others. Groups in braces are left as they are.
 */
export function orderKeys(kind: FileKind, text: string): string {
  const found = yamlOf(text, isPlainYaml(kind));
  const before = readingOf(kind, text);
  if (found === undefined || before === undefined) return text;
  const groups = mapsOf(parseYaml(found.yaml)).flatMap(({ map, path }) => {
    const order = newOrder(map, keysAt(SCHEMAS[kind], path));
    const isOrdered = map.flow === true || order.every((from, to) => from === to);
    const parts = isOrdered ? undefined : partsOf(map, found.start, text);
    return parts === undefined ? [] : [{ order, parts }];
  });
  const isSame = (next: string) => {
    const after = next === text ? before : readingOf(kind, next);
    return after !== undefined && isSameBut(before.data, after.data);
  };
  // The inner groups before those that hold them: what is moved in one keeps its length, and so the others their place.
  const all = groups.reduceRight(
    (ordered, { order, parts }) => moved(ordered, parts, order) ?? ordered,
    text,
  );
  if (isSame(all)) return all;
  return groups.reduceRight((ordered, { order, parts }) => {
    const next = moved(ordered, parts, order);
    return next !== undefined && isSame(next) ? next : ordered;
  }, text);
}

/** For each place in a group, the number of the key that belongs there. */
function newOrder(map: YAMLMap, schema: readonly string[]): number[] {
  const ranks = map.items.map(({ key }) => (isScalar(key) ? schema.indexOf(String(key.value)) : -1));
  const known = ranks.flatMap((rank, i) => (rank < 0 ? [] : [{ rank, i }])).sort((a, b) => a.rank - b.rank);
  let next = 0;
  return ranks.map((rank, i) => (rank < 0 ? i : (known[next++]?.i ?? i)));
}

/** What moves with a key: offsets of its first character and of the line after its last. */
interface Part {
  readonly start: number;
  readonly end: number;
}

interface Parts {
  readonly parts: readonly Part[];
  readonly column: number;
  /** Whether the first key stands behind the hyphen of a list. */
  readonly isItem: boolean;
}

/** Undefined where a key does not begin its line, and in other rare forms. */
function partsOf(map: YAMLMap, offset: number, text: string): Parts | undefined {
  const parts: Part[] = [];
  let column = 0;
  let isItem = false;
  for (const [i, pair] of map.items.entries()) {
    const key = offset + startOf(pair);
    const line = text.lastIndexOf("\n", key - 1) + 1;
    const before = text.slice(line, key);
    if (i === 0) {
      column = before.length;
      isItem = before.includes("-");
    }
    const isFirstOfLine = i === 0 ? /^ *(- +)*$/.test(before) : before === " ".repeat(column);
    const floor = parts.at(-1)?.end ?? 0;
    const start = i === 0 && isItem ? key : withCommentsAbove(line, floor, text);
    const end = withCommentsBelow(endOfLine(offset + endOf(pair, text, offset), text), column, text);
    if (!isFirstOfLine || start < floor || text.charAt(end - 1) !== "\n") return undefined;
    parts.push({ start, end });
  }
  return { parts, column, isItem };
}

const startOf = ({ key }: Pair): number => (isScalar(key) ? (key.range?.[0] ?? 0) : 0);

/** The offset behind the last sign of a pair, without comments and blank lines. */
function endOf(node: unknown, text: string, offset: number): number {
  if (isPair(node)) return Math.max(endOf(node.key, text, offset), endOf(node.value, text, offset));
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    return last === undefined ? 0 : endOf(last, text, offset);
  }
  if (!isScalar(node) && !isMap(node) && !isCollection(node)) return 0;
  const [start, end] = node.range ?? [0, 0];
  return start + text.slice(offset + start, offset + end).trimEnd().length;
}

/** Where the comments begin that stand directly above a line. */
function withCommentsAbove(line: number, floor: number, text: string): number {
  let start = line;
  while (start > floor) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    // What an editor reads at the top of a file stays there.
    if (above < floor || !/^[ \t]*#(?! yaml-language-server:)/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Where the comments end that stand below a value, indented as its own: an item of its list, shut off. */
function withCommentsBelow(end: number, column: number, text: string): number {
  let last = end;
  for (let at = end; at < text.length; at = endOfLine(at, text)) {
    const line = text.slice(at, endOfLine(at, text));
    const indent = /^ *(?=#)/.exec(line)?.[0].length;
    if (indent === undefined ? line.trim() !== "" : indent <= column) break;
    if (indent !== undefined) last = at + line.length;
  }
  return last;
}

function endOfLine(at: number, text: string): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** The text with the parts of a group in another order; what is between them stays. */
function moved(text: string, { parts, column, isItem }: Parts, order: readonly number[]): string | undefined {
  const indent = " ".repeat(isItem ? column : 0);
  const pieces = parts.map(({ start, end }, i) => (i === 0 ? indent : "") + text.slice(start, end));
  const between = parts.map(({ end }, i) => text.slice(end, parts[i + 1]?.start ?? end));
  const group = order.map((from, to) => `${pieces[from]}${between[to]}`).join("");
  if (!group.startsWith(indent)) return undefined;
  return text.slice(0, parts[0]?.start) + group.slice(indent.length) + text.slice(parts.at(-1)?.end);
}
