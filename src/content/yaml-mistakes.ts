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
  /** What to write in the place of the range, where that is sure to be what was meant. */
  readonly write?: string;
  /** Offsets of its first character and of the one after its last. */
  readonly range: readonly [number, number];
}

type Said = Omit<YamlMistake, "code">;

export function explainMistake(error: ParserError, yaml: string): YamlMistake {
  const code = error.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax";
  return { code, ...(explain(error, yaml) ?? inGeneral(error, yaml)) };
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
      return neverClosed(error, yaml) ?? outOfLine(error, yaml) ?? unexpected(error, yaml);
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
  const quoted = inQuotes(value);
  const mistake = said(
    "a colon inside a text makes a key of what is before it",
    `write ${quoted}`,
    start,
    end,
  );
  // A comment behind the text may be part of it or not.
  return /\s#/.test(value) ? mistake : { ...mistake, write: quoted };
}

/** A text of one line as YAML reads it back, in double quotes where they need no escapes. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

const CLOSING = /^Missing closing (["'])|end with a ([\]}])$/;

/** Whether a quotation mark or bracket is without its other half, so that the parser takes what follows for its own. */
export function isNeverClosed({ message }: ParserError): boolean {
  return CLOSING.test(message);
}

/** The opening half is found from the place where the parser gave up. */
function neverClosed({ message, pos: [noticed] }: ParserError, yaml: string): Said | undefined {
  const closing = CLOSING.exec(message);
  const mark = closing?.[1] ?? closing?.[2];
  if (mark === undefined) return undefined;
  // A list or group over several lines that ends well, but begins no further right than its key.
  const between = yaml.slice(noticed, yaml.indexOf(mark, noticed));
  const isOutOfLine = yaml.indexOf(mark, noticed) >= 0 && !/[:[{"']/.test(between);
  const start =
    closing?.[1] === undefined ? openingBracket(mark, noticed, yaml) : openingQuote(mark, noticed, yaml);
  const end = start + restOfLine(start, yaml).length;
  return isOutOfLine
    ? said(
        `“${yaml.charAt(start)}” and what it holds stand in one column with other keys`,
        `indent what it holds, and ${mark}, further than its key`,
        start,
        end,
      )
    : said(`“${yaml.charAt(start)}” is never closed`, `write ${mark} where it ends`, start, end);
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

/** Whether a mistake is only that the parser lost the thread at the one before it. */
export function followsFrom(before: ParserError, { message, pos }: ParserError, yaml: string): boolean {
  if (/ token in YAML stream/.test(message)) return /^Unexpected /.test(before.message);
  return isHyphenAtKey(before) && !yaml.slice(before.pos[0], pos[0]).includes("\n");
}

const isHyphenAtKey = ({ message }: ParserError): boolean => message.startsWith("Unexpected block-seq-ind");

/** A sign or text where the parser can do nothing with it. */
function unexpected(error: ParserError, yaml: string): Said | undefined {
  const {
    code,
    message,
    pos: [start],
  } = error;
  const sign = yaml.charAt(start);
  const rest = restOfLine(start, yaml);
  const here = (what: string, help: string, length = 1) => said(what, help, start, start + length);
  if (/^Unexpected flow-(seq|map)-end/.test(message)) {
    const [opening, what] = sign === "]" ? ["[", "list"] : ["{", "group of keys"];
    return here(`“${sign}” closes nothing`, `write ${opening} where the ${what} begins, or remove it`);
  }
  if (message.endsWith(" at node end") && /(^|\n)$/.test(yaml.slice(0, start))) {
    const help = "begin with a key, and put the list below it";
    return here("a list and a key cannot stand in one column", help, rest.length);
  }
  if (message.includes("directives-end")) {
    const from = yaml.lastIndexOf("\n", start - 1) + 1;
    return said("a line that begins with % is not read", "remove it", from, start);
  }
  if (/ at node end$|-quoted-scalar token$/.test(message)) {
    const help = "put the whole value between one pair of quotes, or remove what is behind its end";
    return here(`“${rest}” stands behind a value that has ended`, help, rest.length);
  }
  if (message.startsWith("Unexpected ,") || message.startsWith("Unexpected empty item"))
    return here("nothing stands before this comma", "write an item before it, or remove it");
  if (isHyphenAtKey(error)) {
    const help = "begin each item on a line of its own below the key, or write [one, two]";
    return here("a list with hyphens cannot begin on the line of its key", help);
  }
  if (/^Block scalar header|^Not a YAML token/.test(message)) {
    const help = "begin the text on the next line, indented, or put it in quotes";
    return here("nothing may stand behind | or > on their line", help, rest.length);
  }
  if (code === "BLOCK_IN_FLOW") {
    const help = "put the text in quotes, or the key and its value between { and }";
    return here("a colon inside a list in brackets makes a key of what is before it", help, rest.length);
  }
  if (code === "BAD_ALIAS")
    return here(
      "“*” and “&” name values, and such names are not read",
      "put the text in quotes",
      rest.length,
    );
  if (code === "MULTILINE_IMPLICIT_KEY")
    return here("a key must stand on one line, with its colon", "write key: value on one line", rest.length);
  return undefined;
}

/** Never in the parser’s own words, which are about its insides. */
function inGeneral({ pos: [start] }: ParserError, yaml: string): Said {
  const { length } = restOfLine(start, yaml);
  const range = length > 0 ? ([start, start + length] as const) : ([Math.max(0, start - 1), start] as const);
  return said("this cannot be read as YAML", "a text with signs in it may need quotes", ...range);
}
