/** What the YAML parser found wrong, in an author’s words, with the stretch of text that has to change. */
import type { DiagnosticCode } from "../shared/diagnostic.ts";

/** What the parser says: an error or a warning of the package `yaml`. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface YamlMistake {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  /** Offsets of its first character and of the one after its last. */
  readonly range: readonly [number, number];
}

type Said = Omit<YamlMistake, "code">;

export function explainMistake(error: ParserError, yaml: string): YamlMistake {
  const code = error.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax";
  return { code, ...(explain(error, yaml) ?? inGeneral(error)) };
}

function explain(error: ParserError, yaml: string): Said | undefined {
  const [start] = error.pos;
  switch (error.code) {
    case "DUPLICATE_KEY": {
      const key = /^("[^"]*"|'[^']*'|[^:\r\n]*)/.exec(yaml.slice(start))?.[0].trim() ?? "";
      return said(`the key “${key}” stands twice`, "keep one of the two", start, start + key.length);
    }
    case "TAG_RESOLVE_FAILED": {
      const tag = yaml.slice(...error.pos);
      return said(
        `“${tag}” is a tag, and tags are not read`,
        "remove it: content is data, and nothing in it runs",
        ...error.pos,
      );
    }
    case "BLOCK_AS_IMPLICIT_KEY":
      return keyInValue(start, yaml);
    case "BAD_SCALAR_START":
      return said(
        `a text cannot begin with “${yaml.charAt(start)}”`,
        "put the text in quotes",
        start,
        start + 1,
      );
    case "BAD_DQ_ESCAPE":
      return said(
        `“${yaml.slice(start, start + 2)}” means nothing between double quotes`,
        "write \\\\ for a backslash, or put the text in single quotes",
        start,
        start + 2,
      );
    case "TAB_AS_INDENT": {
      const length = /^\t*/.exec(yaml.slice(start))?.[0].length ?? 1;
      return said("a tab cannot indent a line", "indent with spaces", start, start + length);
    }
    case "MULTIPLE_DOCS":
      return said(
        "a second document begins here, and only one is read",
        "remove the line of hyphens or dots before it",
        ...error.pos,
      );
    case "RESOURCE_EXHAUSTION":
      return said(TOO_DEEP, "write it with fewer brackets", ...error.pos);
    default:
      return neverClosed(error, yaml) ?? outOfLine(error, yaml);
  }
}

export const TOO_DEEP = "the values are nested too deeply";

const said = (message: string, help: string, start: number, end: number): Said => ({
  message,
  help,
  range: [start, end],
});

/** `name: Atlantis: a lost land`, or a line that is indented below a value. */
function keyInValue(start: number, yaml: string): Said {
  const value = restOfLine(start, yaml);
  const end = start + value.length;
  if (!/:(\s|$)/.test(value)) {
    return said(
      "the line below is indented, as if it belonged to this value",
      "begin all keys of one group in the same column",
      start,
      end,
    );
  }
  const quoted = value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
  return said("a colon inside a text makes a key of what is before it", `write ${quoted}`, start, end);
}

/** A quotation mark or bracket without its other half, found from the place where the parser gave up. */
function neverClosed({ message, pos: [noticed] }: ParserError, yaml: string): Said | undefined {
  const closing = /^Missing closing (["'])|end with a ([\]}])$/.exec(message);
  const mark = closing?.[1] ?? closing?.[2];
  if (mark === undefined) return undefined;
  const start =
    closing?.[1] === undefined ? openingBracket(mark, noticed, yaml) : openingQuote(mark, noticed, yaml);
  return said(
    `“${yaml.charAt(start)}” is never closed`,
    `write ${mark} where it ends`,
    start,
    start + restOfLine(start, yaml).length,
  );
}

function openingQuote(mark: string, noticed: number, yaml: string): number {
  let at = yaml.lastIndexOf(mark, noticed - 1);
  while (at > 0 && yaml.charAt(at - 1) === (mark === '"' ? "\\" : mark)) at = yaml.lastIndexOf(mark, at - 2);
  return Math.max(0, at);
}

function openingBracket(mark: string, noticed: number, yaml: string): number {
  const opening = mark === "]" ? "[" : "{";
  let open = 0;
  for (let at = noticed - 1; at >= 0; at--) {
    if (yaml.charAt(at) === mark) open++;
    if (yaml.charAt(at) === opening && open-- === 0) return at;
  }
  return noticed;
}

function outOfLine({ code, message, pos: [start] }: ParserError, yaml: string): Said | undefined {
  const first = start + (/^[ \t]*/.exec(yaml.slice(start))?.[0].length ?? 0);
  const text = restOfLine(first, yaml);
  const end = first + text.length;
  if (message.startsWith("Implicit map keys")) {
    const [, key = "", value = ""] = /^([^\s:]+):?\s*(.*)$/.exec(text) ?? [];
    return said("a key needs a colon and a space after it", `write ${`${key}: ${value}`.trim()}`, first, end);
  }
  if (message.startsWith("Missing ,")) {
    return said("a comma is missing before this", "write a comma between two items", first, end);
  }
  if (code !== "BAD_INDENT" && !message.startsWith("Sequence item")) return undefined;
  return said(
    "this line begins in another column than what it belongs to",
    "begin all keys of one group, and all hyphens of one list, in the same column",
    first,
    end,
  );
}

function restOfLine(start: number, yaml: string): string {
  return /^[^\r\n]*/.exec(yaml.slice(start))?.[0].trimEnd() ?? "";
}

function inGeneral({ message, pos }: ParserError): Said {
  const first = message.split("\n")[0] ?? message;
  return said(
    first.charAt(0).toLowerCase() + first.slice(1),
    "a text with signs in it may need quotes",
    ...pos,
  );
}
