/**
 * Splits a Markdown file and reads its front matter, with the place of every value. The only user of gray-matter,
 * whose engines are all shut off: it finds the delimiters, and nothing in a file can make it run code.
 *
 * Scalars stay as written (YAML's failsafe schema): `2018`, `yes` and `1999-02-31` are text until the schema reads them.
 */
import matter from "gray-matter";
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Schema,
  visit,
  type YAMLMap,
} from "yaml";
import type { DiagnosticCode, Span } from "../shared/diagnostic.ts";
import { FILE_START } from "../shared/diagnostic.ts";
import { explainMistake, followsFrom, isNeverClosed, type ParserError, TOO_DEEP } from "./yaml-mistakes.ts";

/** A value inside a YAML text: the keys and list positions that lead to it. */
export type YamlPath = readonly (string | number)[];

export interface FrontMatter {
  /** Where there are problems, as much as could be read. */
  readonly data: Record<string, unknown>;
  readonly body: string;
  /** The line on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly YamlProblem[];
}

export interface YamlProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string;
  readonly span: Span;
}

const NOTHING = { parse: () => ({}), stringify: () => "" };
const ENGINES = { yaml: NOTHING, json: NOTHING, javascript: NOTHING };

/** Reads a whole Markdown file. */
export function readFrontMatter(text: string): FrontMatter {
  const refused = refuse(text);
  if (refused !== undefined) return { data: {}, body: "", bodyLine: 1, problems: [refused] };
  const { yaml, body } = split(text);
  const bodyLine = lineAt(text, text.length - body.length);
  return { ...readYaml(yaml), body, bodyLine };
}

/** The YAML of a whole file, and the offset at which it begins; undefined where it cannot be told from the body. */
export function yamlOf(text: string, isPlainYaml: boolean): { yaml: string; start: number } | undefined {
  if (isPlainYaml) return { yaml: text, start: 0 };
  if (refuse(text) !== undefined) return undefined;
  const { yaml } = split(text);
  // Spaces after the opening hyphens are left to the YAML, the name of a language is not.
  const start = text.startsWith(yaml, 3) ? 3 : text.search(/\r?\n/);
  return text.startsWith(yaml, start) ? { yaml, start } : undefined;
}

/** The nodes of a YAML text, with their offsets. */
export function parseYaml(yaml: string): Document.Parsed {
  return read(yaml).document;
}

function split(text: string): { yaml: string; body: string } {
  const { content, matter: yaml } = matter(text, { engines: ENGINES, language: "yaml" });
  // It cuts before the last line feed, and would leave half of a Windows line end to the last value.
  return { yaml: yaml.replace(/\r$/, ""), body: content };
}

function refuse(text: string): YamlProblem | undefined {
  const opening = /^---(?!-)([^\r\n]*)\r?\n/.exec(text);
  if (opening === null) {
    return {
      code: "missing-front-matter",
      message: text.trim() === "" ? "the file is empty" : "the file does not begin with front matter",
      help: "put the keys between two lines of three hyphens at the top of the file",
      span: { ...FILE_START, endColumn: 1 + (/^[^\r\n]*/.exec(text)?.[0].length ?? 0) },
    };
  }
  const language = opening[1]?.trim() ?? "";
  if (language !== "" && !/^ya?ml$/i.test(language)) {
    return {
      code: "front-matter-language",
      message: `front matter in “${language}” is not read, only YAML is`,
      help: "write the first line as three hyphens and nothing else",
      span: { line: 1, column: 1, endLine: 1, endColumn: 4 + language.length },
    };
  }
  if (!/\n---/.test(text)) {
    return {
      code: "yaml-syntax",
      message: "the front matter is never closed",
      help: "put a line of three hyphens after the last key",
      span: { line: 1, column: 1, endLine: 1, endColumn: 4 },
    };
  }
  return blankLines(text);
}

const BLANK_LINES = 200;

/** gray-matter looks through blank lines once for each of them: a megabyte of them would take it hours. */
function blankLines(text: string): YamlProblem | undefined {
  const head = text.slice(0, text.indexOf("\n---"));
  if (head.length < BLANK_LINES) return undefined;
  let blank = 0;
  for (const line of head.split(/[\r\n\u2028\u2029]/)) {
    blank = line.trim() === "" ? blank + 1 : 0;
    if (blank <= BLANK_LINES) continue;
    return {
      code: "yaml-syntax",
      message: "the front matter has hundreds of blank lines",
      help: "remove them",
      span: { line: 1, column: 1, endLine: 1, endColumn: 4 },
    };
  }
  return undefined;
}

/**
 * Reads the YAML of a whole file, or what gray-matter finds between the delimiters: that begins with the line break
 * after the opening one, so that its lines are numbered as in the file.
 */
export function readYaml(yaml: string): Pick<FrontMatter, "data" | "problems"> {
  if (LADDER.test(yaml)) return { data: {}, problems: [TOO_DEEP_HERE] };
  const { document, lines } = read(yaml);
  const problems = mistakesIn(document, yaml, lines);
  if (document.contents === null || isNothing(document.contents)) return { data: {}, problems };
  if (!isMap(document.contents)) {
    return { data: {}, problems: problems.length > 0 ? problems : [notKeys(document.contents, lines)] };
  }
  try {
    return { data: document.toJS({ maxAliasCount: 0 }), problems };
  } catch {
    return { data: {}, problems: problems.length > 0 ? problems : [notPlain(document, lines)] };
  }
}

/** What is below a line that begins a document, where nothing is. */
function isNothing(contents: Node): boolean {
  return isScalar(contents) && contents.range?.[0] === contents.range?.[1];
}

/** Where there are more, the others follow from them, or are meant to be many. */
const MISTAKES_TOLD = 100;

/**
 * One problem a place, and none behind what is never closed: what the parser says besides follows from the first.
 */
function mistakesIn(document: Document.Parsed, yaml: string, lines: Lines): YamlProblem[] {
  const byPlace = new Map<number, YamlProblem>();
  let last: ParserError | undefined;
  for (const error of [...document.errors, ...document.warnings, ...keysTwice(document)]) {
    if (byPlace.size === MISTAKES_TOLD) break;
    if (byPlace.has(error.pos[0]) || (last !== undefined && followsFrom(last, error, yaml))) continue;
    last = error;
    const { range, ...mistake } = explainMistake(error, yaml);
    byPlace.set(error.pos[0], { ...mistake, span: spanOf(range, lines) });
    if (isNeverClosed(error)) break;
  }
  return [...byPlace.values()];
}

/** Keys that stand twice. The parser would compare each with all before it, which takes 90,000 keys minutes. */
function keysTwice(document: Document.Parsed): ParserError[] {
  const found: ParserError[] = [];
  const look = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) look(item);
    if (!isMap(node)) return;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      look(value);
      if (!isScalar(key) || key.range == null) continue;
      const [start] = key.range;
      if (seen.has(key.value)) found.push({ code: "DUPLICATE_KEY", message: "", pos: [start, start + 1] });
      seen.add(key.value);
    }
  };
  look(document.contents);
  return found;
}

function notKeys(contents: Node, lines: Lines): YamlProblem {
  return {
    code: "wrong-type",
    message: "there are no keys here",
    help: "write a key and its value on each line: name: Li Shangfu",
    span: spanOf(rangeOf(contents), lines),
  };
}

/**
 * A line that opens a hundred groups, one in the other. The parser follows 20,000 of them until the stack is used up,
 * and that at a place where it ends the process.
 */
const LADDER = /^[ \t]*(?:[?:-][ \t]+){100}/m;

/** Scalars are text; only the tags of YAML itself for text, lists and maps are known. */
const FAILSAFE = new Schema({ schema: "failsafe", resolveKnownTags: false });

function read(yaml: string): { document: Document.Parsed; lines: Lines } {
  const document = parseDocument(LADDER.test(yaml) ? "" : yaml, {
    schema: FAILSAFE,
    uniqueKeys: false,
    prettyErrors: false,
    // Not "silent", which would pass over a second document without a word.
    logLevel: "error",
  });
  return { document, lines: new Lines(yaml) };
}

const TOO_DEEP_HERE: YamlProblem = {
  code: "yaml-syntax",
  message: TOO_DEEP,
  help: "write it with fewer brackets",
  span: FILE_START,
};

/** Why a document without a mistake in its syntax makes no value: an alias, else its depth. */
function notPlain(document: Document.Parsed, lines: Lines): YamlProblem {
  let alias: Alias | undefined;
  visit(document, {
    Alias(_, node) {
      alias = node;
      return visit.BREAK;
    },
  });
  if (alias === undefined) return TOO_DEEP_HERE;
  const message = "anchors and aliases are not read";
  const help = "write the value out in each place";
  return { code: "yaml-syntax", message, help, span: spanOf(rangeOf(alias), lines) };
}

/** Finds where a value, or its key, stands in a file. */
export type Locate = (path: YamlPath, part: "key" | "value") => Span;

/**
 * Reads a file again to find places in it, which are wanted for mistakes only. Where a path leads nowhere, the nearest
 * value that holds it is meant; for the whole, the first line.
 */
export function locator(text: string, isPlainYaml: boolean): Locate {
  const whole: Span = { line: 1, column: 1, endLine: 1, endColumn: isPlainYaml ? 1 : 4 };
  let found: ReturnType<typeof read> | undefined;
  return (path, part) => {
    if (path.length === 0) return whole;
    found ??= read(isPlainYaml ? text : split(text).yaml);
    const range = rangeAt(found.document, path, part);
    return range === undefined ? whole : spanOf(range, found.lines);
  };
}

function rangeAt(document: Document.Parsed, path: YamlPath, part: "key" | "value"): Range | undefined {
  let node: unknown = document.contents;
  let range: Range | undefined;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (pair === undefined) break;
      const key = rangeOf(pair.key);
      const value = rangeOf(pair.value);
      const wantsKey = part === "key" && depth === path.length - 1;
      range = wantsKey || value === undefined || value[0] === value[1] ? key : value;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = itemRange(rangeOf(node)) ?? range;
    } else break;
  }
  return range;
}

const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();

/** The first pair of each key. */
function pairsOf(map: YAMLMap): Map<string, Pair> {
  const known = pairs.get(map);
  if (known !== undefined) return known;
  const found = new Map<string, Pair>();
  for (const item of map.items) {
    const name = isScalar(item.key) ? String(item.key.value) : undefined;
    if (name !== undefined && !found.has(name)) found.set(name, item);
  }
  pairs.set(map, found);
  return found;
}

/** Of an item without a value, its hyphen. */
const itemRange = (range: Range | undefined): Range | undefined =>
  range !== undefined && range[0] === range[1] ? [range[0] - 1, range[0]] : range;

type Range = readonly [number, number, ...number[]];

function rangeOf(node: unknown): Range | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? ((node as Node).range ?? undefined)
    : undefined;
}

/** Lines and columns of a text, counted when they are first asked for: the parser's own count loses some of them. */
class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): { line: number; column: number } {
    this.#starts ??= [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.#text.length) - (this.#starts[low] ?? 0) + 1 };
  }
}

function spanOf(range: Range | undefined, lines: Lines): Span {
  if (range === undefined) return FILE_START;
  const start = lines.at(range[0]);
  const end = lines.at(Math.max(range[0] + 1, range[1]));
  const sameLine = end.line === start.line;
  return {
    line: Math.max(1, start.line),
    column: Math.max(1, start.column),
    endLine: Math.max(1, start.line),
    endColumn: sameLine ? end.column : start.column + 1,
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) line++;
  return line;
}
