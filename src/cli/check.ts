/** `skein check`: everything that is wrong with the content. */
import { version } from "../../package.json" with { type: "json" };
import { count } from "../shared/text.ts";
import { progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import type { Format } from "./report/format.ts";
import { githubReport } from "./report/github.ts";
import { located } from "./report/located.ts";
import { sarifReport } from "./report/sarif.ts";
import { paintFor, prettyReport, tally } from "./report.ts";
import { EXIT, type ExitCode, isColoured, type Terminal } from "./terminal.ts";

export interface CheckOptions {
  readonly content: string;
  readonly format: Format;
  readonly strict: boolean;
  readonly drafts: boolean;
  readonly quiet: boolean;
}

export function check(options: CheckOptions, terminal: Terminal): ExitCode {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const read = readContent(options.content, options.drafts, progress);
  progress.end();
  const diagnostics = options.strict
    ? read.diagnostics.map((diagnostic) => ({ ...diagnostic, severity: "error" as const }))
    : read.diagnostics;
  terminal.out.write(reportIn(options.format, { ...read, diagnostics }, options, terminal));
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.contentErrors : EXIT.done;
}

function reportIn(format: Format, read: Read, options: CheckOptions, terminal: Terminal): string {
  const forPrograms = () => located(read.diagnostics, options.content);
  switch (format) {
    case "json":
      return `${JSON.stringify(forPrograms(), null, 2)}\n`;
    case "github":
      return githubReport(forPrograms());
    case "sarif":
      return sarifReport(forPrograms(), version);
    case "pretty":
      return reportOf(read, options, terminal);
  }
}

/** The problems and a last line that sums up; with `quiet`, the problems alone. */
export function reportOf(
  read: Read,
  options: { content: string; quiet: boolean },
  terminal: Terminal,
): string {
  const paint = paintFor(isColoured(terminal.out, terminal.env));
  const folder = options.content.replace(/\/+$/, "");
  const problems = prettyReport(read.diagnostics, folder, (file) => read.folder.texts.get(file), paint);
  if (options.quiet) return problems;
  const found = tally(read.diagnostics) ?? "no problems";
  return `${problems}${problems === "" ? "" : "\n"}${summary(read)}: ${found}\n`;
}

/** “38 entities, 56 claims, 1 source”. */
export function summary({ content }: Read): string {
  const { entities, edges, sources } = content;
  return `${count(entities.length, "entity", "entities")}, ${count(edges.length, "claim")}, ${count(sources.length, "source")}`;
}
