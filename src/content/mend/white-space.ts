/** Takes away the spaces at the ends of lines that mean nothing, and adds the line break that the last line lacks. */
import { parseBody, walk } from "../../shared/markdown.ts";
import type { FileKind } from "../../shared/schema.ts";
import { parseYaml, yamlOf } from "../front-matter.ts";
import { isPlainYaml, isSameBut, type Reading, readingOf } from "./reading.ts";
import { textsOf } from "./yaml-nodes.ts";

/** Ends the last line as the others end. A text that would read differently is left. */
export function endLastLine(kind: FileKind, text: string): string {
  if (text === "" || text.endsWith("\n")) return text;
  return ifSame(kind, text, `${text}${/\r\n/.test(text) ? "\r\n" : "\n"}`);
}

/**
 * In front matter, all spaces at the end of a line; in a body, those that are no hard break: of more than two, two
 * are left, and one is taken away. Tabs, and what is in block texts and in code, are left.
 */
export function trimLines(kind: FileKind, text: string): string {
  const found = yamlOf(text, isPlainYaml(kind));
  const reading = readingOf(kind, text);
  if (found === undefined || reading === undefined) return text;
  const bodyStart = text.length - reading.body.length;
  const head = trimmedHead(text.slice(0, bodyStart), found);
  const whole = head + trimmedBody(reading.body);
  return ifSame(kind, text, whole, ifSame(kind, text, head + reading.body));
}

function ifSame(kind: FileKind, text: string, next: string, otherwise = text): string {
  if (next === text) return text;
  const before = readingOf(kind, text);
  const after = readingOf(kind, next);
  const isSame =
    before !== undefined &&
    after !== undefined &&
    isSameBut(before.data, after.data) &&
    shownBy(before) === shownBy(after);
  return isSame ? next : otherwise;
}

function trimmedHead(head: string, { yaml, start }: { yaml: string; start: number }): string {
  const kept = textsOf(parseYaml(yaml)).filter(({ type }) => type.startsWith("BLOCK_"));
  return head.replace(/ +(?=\r?(\n|$))/g, (spaces, _, at: number) =>
    kept.some((block) => at - start >= block.start && at - start < block.end) ? spaces : "",
  );
}

function trimmedBody(body: string): string {
  const kept = keptLines(body);
  const trimmed = body.split("\n").map((line, number) => {
    if (kept.has(number)) return line;
    const [, words = "", spaces = "", end = ""] = /^(.*?)( *)(\r?)$/s.exec(line) ?? [];
    // Without its space, a backslash would break the line.
    if (words.endsWith("\\")) return line;
    return words + (words.trim() !== "" && spaces.length >= 2 ? "  " : "") + end;
  });
  return trimmed.join("\n");
}

/** Numbers of the lines, from 0, in which spaces are part of what is shown. */
function keptLines(body: string): Set<number> {
  const kept = new Set<number>();
  walk(parseBody(body), (token, block) => {
    const [first, last] = block.map ?? [0, 0];
    const isCode =
      /^(fence|code_block)$/.test(token.type) || (token.type === "code_inline" && last - first > 1);
    for (let line = first; isCode && line < last; line++) kept.add(line);
  });
  return kept;
}

/** All that the body of a file shows, without the places in the file. */
function shownBy({ body }: Reading): string {
  const shown: unknown[] = [];
  walk(parseBody(body), ({ type, tag, attrs, content, markup, info, meta }) => {
    shown.push([type, tag, attrs, type === "inline" ? "" : content, markup, info, meta]);
  });
  return JSON.stringify(shown);
}
