/** Diagnostics for people at a terminal. */
import stringWidth from "string-width";
import type { Diagnostic } from "../../shared/diagnostic.ts";
import { count } from "../../shared/text.ts";
import { printable } from "./printable.ts";

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const wrap = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string): string => text;

/** Colours for a terminal, or none. */
export function paintFor(isColoured: boolean): Paint {
  if (!isColoured) return { bold: plain, dim: plain, red: plain, yellow: plain };
  return { bold: wrap(1), dim: wrap(2), red: wrap(31), yellow: wrap(33) };
}

/**
 * Each problem with its place, the line quoted and underlined, and the way out. `folder` is put before the files;
 * `textOf` gives a file’s text.
 */
export function prettyReport(
  diagnostics: readonly Diagnostic[],
  folder: string,
  textOf: (file: string) => string | undefined,
  paint: Paint,
): string {
  let last: { file: string; lines: readonly string[] } | undefined;
  const lineOf = ({ file, line }: Diagnostic): string | undefined => {
    // Problems come a file at a time, and a file may have thousands.
    if (last?.file !== file) last = { file, lines: textOf(file)?.split(/\r?\n/) ?? [] };
    return last.lines[line - 1];
  };
  return diagnostics
    .map((diagnostic) => prettyDiagnostic(diagnostic, folder, lineOf(diagnostic), paint))
    .join("\n");
}

function prettyDiagnostic(
  diagnostic: Diagnostic,
  folder: string,
  text: string | undefined,
  paint: Paint,
): string {
  const { file, line, column, severity, code, message, help, related } = diagnostic;
  const colour = severity === "error" ? paint.red : paint.yellow;
  const head = `${paint.bold(`${folder}/${printable(file)}:${line}:${column}`)} ${colour(`${severity} ${code}`)}: ${printable(message)}\n`;
  const quoted = quoteLine(text, diagnostic, paint);
  const places = (related ?? []).map(
    (place) =>
      `  ${paint.dim("see")}  ${folder}/${printable(place.file)}:${place.line}:${place.column} ${printable(place.message)}\n`,
  );
  const way = help === undefined ? "" : `  ${paint.dim("help")} ${printable(help)}\n`;
  return head + quoted + places.join("") + way;
}

const QUOTE_WIDTH = 100;

function quoteLine(text: string | undefined, span: Diagnostic, paint: Paint): string {
  if (text === undefined || text === "") return "";
  const start = span.column - 1;
  const end = span.endLine === span.line ? span.endColumn - 1 : span.column;
  const from = start > QUOTE_WIDTH ? start - QUOTE_WIDTH / 2 : 0;
  const to = Math.min(text.length, from + QUOTE_WIDTH);
  const before = shown(text.slice(from, start));
  const marked = shown(text.slice(start, Math.min(end, to)));
  const after = shown(text.slice(Math.min(end, to), to));
  const quoted = `${from > 0 ? "…" : ""}${before}${marked}${after}${to < text.length ? "…" : ""}`;
  // Characters of East Asian scripts are two columns wide.
  const indent = " ".repeat(stringWidth(before) + (from > 0 ? 1 : 0));
  const underline = "^".repeat(Math.max(1, stringWidth(marked)));
  const number = String(span.line).padStart(6);
  return `${paint.dim(`${number} |`)} ${quoted}\n${paint.dim("       |")} ${indent}${underline}\n`;
}

const shown = (text: string): string => printable(text.replaceAll("\t", " "));

/** “2 errors, 1 warning”; undefined where there is neither. */
export function tally(diagnostics: readonly Diagnostic[]): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")].filter(
    Boolean,
  );
  return parts.length === 0 ? undefined : parts.join(", ");
}
