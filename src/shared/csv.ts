/** Rows of cells ↔ CSV (RFC 4180) that a spreadsheet opens in every script, and runs no formula of. */
import Papa from "papaparse";
import { defused, undefused } from "./formulas.ts";

/** The rows as CSV; texts that a spreadsheet would run as a formula begin with `'`. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const csv = Papa.unparse(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? defused(cell) : cell))),
    { newline: "\r\n" },
  );
  // The byte order mark is what makes spreadsheets read names in every script.
  return `\uFEFF${csv}\r\n`;
}

/** A row of a CSV file, with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Something in a CSV file that is not as it should be: a quote that is not closed, for example. */
export interface CsvProblem {
  readonly line: number;
  readonly message: string;
}

/**
 * The rows of a CSV file, without those that are empty, and cells as they were before `csvText`. The separator
 * (comma, semicolon, tab or `|`) and the line ends are found out.
 */
export function csvRows(text: string): {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
} {
  const rows: CsvRow[] = [];
  const problems: CsvProblem[] = [];
  let line = 1;
  let end = 0;
  // The library leaves the mark out, and its cursor does not count it.
  const bare = text.replace(/^\uFEFF/, "");
  Papa.parse<string[]>(bare, {
    delimiter: delimiterOf(bare),
    step({ data, errors, meta }) {
      for (const { message } of errors) problems.push({ line, message });
      if (data.length > 1 || data[0] !== "") rows.push({ line, cells: data.map(undefused) });
      line += linesIn(bare, end, meta.cursor);
      end = meta.cursor;
    },
  });
  return { rows, problems };
}

function delimiterOf(text: string): string {
  // Empty lines would speak against all of them.
  const guess = { delimitersToGuess: [",", ";", "\t", "|"], preview: 10, skipEmptyLines: true };
  return Papa.parse(text, guess).meta.delimiter;
}

/** How many lines end between two places of a text. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const isEnd = text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n");
    if (isEnd) lines++;
  }
  return lines;
}
