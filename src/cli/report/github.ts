/**
 * Diagnostics as annotations of a pull request: workflow commands of GitHub Actions, one a line.
 *
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import type { Diagnostic } from "../../shared/diagnostic.ts";
import { printable } from "./printable.ts";

export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic)}\n`).join("");
}

function annotation({ severity, code, message, help, related, ...place }: Diagnostic): string {
  const properties = {
    file: place.file,
    line: place.line,
    endLine: place.endLine,
    // Columns are allowed on annotations of a single line only.
    ...(place.line === place.endLine && { col: place.column, endColumn: place.endColumn }),
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  const lines = [
    message,
    ...(related ?? []).map((other) => `see ${other.file}:${other.line}:${other.column} ${other.message}`),
    ...(help === undefined ? [] : [help]),
  ];
  return `::${severity} ${list.join(",")}::${lines.map(data).join("%0A")}`;
}

/** What may not stand in the data of a command; everything that could begin another one is gone by then. */
const data = (text: string): string => printable(text).replaceAll("%", "%25");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
