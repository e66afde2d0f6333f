/** Diagnostics in words: for people at a terminal, and for programs. */
import type { Diagnostic } from "../shared/diagnostic.ts";
import { count } from "../shared/text.ts";

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
  return diagnostics.map((diagnostic) => prettyDiagnostic(diagnostic, folder, textOf, paint)).join("\n");
}

function prettyDiagnostic(
  diagnostic: Diagnostic,
  folder: string,
  textOf: (file: string) => string | undefined,
  paint: Paint,
): string {
  const { file, line, column, severity, code, message, help, related } = diagnostic;
  const colour = severity === "error" ? paint.red : paint.yellow;
  const head = `${paint.bold(`${folder}/${printable(file)}:${line}:${column}`)} ${colour(`${severity} ${code}`)}: ${printable(message)}\n`;
  const quoted = quoteLine(textOf(file)?.split(/\r?\n/)[line - 1], diagnostic, paint);
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
  const from = span.column - 1 > QUOTE_WIDTH ? span.column - 1 - QUOTE_WIDTH / 2 : 0;
  const shown = printable(text.slice(from, from + QUOTE_WIDTH).replaceAll("\t", " "));
  const width = span.endLine === span.line ? span.endColumn - span.column : 1;
  const underline = "^".repeat(Math.max(1, Math.min(width, shown.length - (span.column - 1 - from))));
  const number = String(span.line).padStart(6);
  return `${paint.dim(`${number} |`)} ${shown}\n${paint.dim("       |")} ${" ".repeat(span.column - 1 - from)}${underline}\n`;
}

/** Text from content without the characters that steer a terminal or turn its direction. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029]/gu, (character) =>
    character === "\n" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** “2 errors, 1 warning”; undefined where there is neither. */
export function tally(diagnostics: readonly Diagnostic[]): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")].filter(
    Boolean,
  );
  return parts.length === 0 ? undefined : parts.join(", ");
}
