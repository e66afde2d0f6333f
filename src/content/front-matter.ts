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
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { DiagnosticCode, Span } from "../shared/diagnostic.ts";
import { FILE_START } from "../shared/diagnostic.ts";

/** A value inside a YAML text: the keys and list positions that lead to it. */
export type YamlPath = readonly (string | number)[];

export interface FrontMatter {
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
  const { content, matter: yaml } = matter(text, { engines: ENGINES, language: "yaml" });
  const bodyLine = lineAt(text, text.length - content.length);
  return { ...readYaml(yaml), body: content, bodyLine };
}

function refuse(text: string): YamlProblem | undefined {
  const opening = /^---(?!-)([^\r\n]*)\r?\n/.exec(text);
  if (opening === null) {
    return {
      code: "missing-front-matter",
      message: "the file does not begin with front matter",
      help: "put the keys between two lines of three hyphens at the top of the file",
      span: FILE_START,
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
  return undefined;
}

/**
 * Reads the YAML of a whole file, or what gray-matter finds between the delimiters: that begins with the line break
 * after the opening one, so that its lines are numbered as in the file.
 */
export function readYaml(yaml: string): Pick<FrontMatter, "data" | "problems"> {
  const { document, lines } = read(yaml);
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    code: error.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax",
    message: MESSAGES[error.code] ?? sentence(error.message),
    help: helpFor(error.code),
    span: spanOf(error.pos, lines),
  }));
  if (problems.length > 0) return { data: {}, problems };
  if (document.contents === null) return { data: {}, problems };
  if (!isMap(document.contents)) {
    const span = spanOf(rangeOf(document.contents), lines);
    return { data: {}, problems: [{ code: "wrong-type", message: "expected keys with values", span }] };
  }
  try {
    return { data: document.toJS({ maxAliasCount: 0 }), problems };
  } catch {
    return { data: {}, problems: [notPlain(document, lines)] };
  }
}

/** A document whose scalars are text; only the tags of YAML itself for text, lists and maps are known in it. */
function read(yaml: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    schema: "failsafe",
    resolveKnownTags: false,
    lineCounter: lines,
    prettyErrors: false,
    // Not "silent", which would pass over a second document without a word.
    logLevel: "error",
  });
  return { document, lines };
}

const TOO_DEEP = "the values are nested too deeply";

/** In place of those of the library that speak of its inside. */
const MESSAGES: Partial<Record<string, string>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  MULTIPLE_DOCS: "a second document begins here, and only one is read",
};

/** Why a document without a mistake in its syntax makes no value: an alias, else its depth. */
function notPlain(document: Document.Parsed, lines: LineCounter): YamlProblem {
  let alias: Alias | undefined;
  visit(document, {
    Alias(_, node) {
      alias = node;
      return visit.BREAK;
    },
  });
  if (alias === undefined) return { code: "yaml-syntax", message: TOO_DEEP, span: FILE_START };
  const message = "anchors and aliases are not read";
  const help = "write the value out in each place";
  return { code: "yaml-syntax", message, help, span: spanOf(rangeOf(alias), lines) };
}

function sentence(message: string): string {
  const first = message.split("\n")[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1);
}

function helpFor(code: string): string | undefined {
  if (code === "DUPLICATE_KEY") return "keep one of the two";
  if (code === "TAG_RESOLVE_FAILED") return "remove the tag: content is data, and nothing in it runs";
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "MISSING_CHAR")
    return "a text with a colon or a quote needs quotes";
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "MULTIPLE_DOCS") return "remove the line of hyphens or dots before it";
  return undefined;
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
    found ??= read(isPlainYaml ? text : matter(text, { engines: ENGINES, language: "yaml" }).matter);
    const range = rangeAt(found.document, path, part);
    return range === undefined ? whole : spanOf(range, found.lines);
  };
}

function rangeAt(document: Document.Parsed, path: YamlPath, part: "key" | "value"): Range | undefined {
  let node: unknown = document.contents;
  let range: Range | undefined;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === step,
      );
      if (pair === undefined) break;
      const key = rangeOf(pair.key);
      const value = rangeOf(pair.value);
      const wantsKey = part === "key" && depth === path.length - 1;
      range = wantsKey || value === undefined || value[0] === value[1] ? key : value;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = rangeOf(node) ?? range;
    } else break;
  }
  return range;
}

type Range = readonly [number, number, ...number[]];

function rangeOf(node: unknown): Range | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? ((node as Node).range ?? undefined)
    : undefined;
}

function spanOf(range: Range | undefined, lines: LineCounter): Span {
  if (range === undefined) return FILE_START;
  const start = lines.linePos(range[0]);
  const end = lines.linePos(Math.max(range[0] + 1, range[1]));
  const sameLine = end.line === start.line;
  return {
    line: Math.max(1, start.line),
    column: Math.max(1, start.col),
    endLine: Math.max(1, start.line),
    endColumn: sameLine ? end.col : start.col + 1,
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) line++;
  return line;
}
