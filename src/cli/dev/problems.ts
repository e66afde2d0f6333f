/** What is wrong with the content, as the pages that are open show it: errors first, with the lines around each. */
import { resolve } from "node:path";
import type { QuotedLine, ShownPlace, ShownProblem } from "../../shared/dev-event.ts";
import type { Diagnostic, RelatedPlace } from "../../shared/diagnostic.ts";
import type { Read } from "../read.ts";
import { printable } from "../report/printable.ts";
import type { Problems } from "../server.ts";
import type { EditorLink } from "./editor.ts";

/** More than anybody reads before the first are mended. */
const LIMIT = 30;
const LINES_AROUND = 2;
const WIDTH = 160;

export function problemsEvent(
  { diagnostics, folder }: Pick<Read, "diagnostics" | "folder">,
  root: string,
  link: EditorLink,
): Problems {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity !== "error");
  const listed = [...errors, ...warnings].slice(0, LIMIT);
  return {
    type: "problems",
    problems: listed.map((each) => shown(each, folder.texts.get(each.file), root, link)),
    more: diagnostics.length - listed.length,
  };
}

function shown(
  diagnostic: Diagnostic,
  text: string | undefined,
  root: string,
  link: EditorLink,
): ShownProblem {
  const { severity, code, message, help, related = [] } = diagnostic;
  return {
    ...placeOf(diagnostic, root, link),
    severity,
    code,
    message: printable(message),
    ...(help !== undefined && { help: printable(help) }),
    quote: text === undefined ? [] : quoted(text, diagnostic),
    related: related.map((place) => ({
      ...placeOf(place, root, link),
      message: printable(place.message),
    })),
  };
}

function placeOf(
  { file, line, column }: Pick<RelatedPlace, "file" | "line" | "column">,
  root: string,
  link: EditorLink,
): ShownPlace {
  const href = link(resolve(root, file), line, column);
  return {
    place: `${root.replace(/(?<=.)\/+$/, "")}/${printable(file)}:${line}:${column}`,
    ...(href !== undefined && { href }),
  };
}

function quoted(text: string, { line, column, endLine, endColumn }: Diagnostic): QuotedLine[] {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - LINES_AROUND);
  return lines.slice(first - 1, line + LINES_AROUND).map((each, i) => {
    const number = first + i;
    if (number !== line) return { number, before: cut(each, 0, WIDTH), marked: "", after: "" };
    const start = column - 1;
    const end = Math.max(start + 1, endLine === line ? endColumn - 1 : start + 1);
    const from = start > WIDTH ? start - WIDTH / 2 : 0;
    return {
      number,
      before: (from > 0 ? "…" : "") + cut(each, from, start),
      marked: cut(each, start, Math.min(end, from + WIDTH)),
      after: cut(each, Math.min(end, from + WIDTH), from + WIDTH),
    };
  });
}

/** Part of a line, fit to be shown; with a mark where there is more. */
function cut(line: string, from: number, to: number): string {
  return (
    printable(line.slice(from, to).replaceAll("\t", " ")) +
    (to >= from + WIDTH && line.length > to ? "…" : "")
  );
}
