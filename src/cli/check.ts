/** `skein check`: everything that is wrong with the content. */
import own from "../../package.json" with { type: "json" };
import { count } from "../shared/text.ts";
import { type Progress, progressOn } from "./progress.ts";
import { type Read, readContent, readTexts } from "./read.ts";
import type { Format } from "./report/format.ts";
import { githubReport } from "./report/github.ts";
import { located } from "./report/located.ts";
import { sarifReport } from "./report/sarif.ts";
import { reportOf } from "./report/told.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

export interface CheckOptions {
  readonly content: string;
  readonly format: Format;
  readonly strict: boolean;
  readonly fix: boolean;
  readonly drafts: boolean;
  readonly quiet: boolean;
}

export async function check(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { done, read } = await mendAndRead(options, terminal);
  const diagnostics = options.strict
    ? read.diagnostics.map((diagnostic) => ({ ...diagnostic, severity: "error" as const }))
    : read.diagnostics;
  // What goes to programs has no room for it.
  if (done !== "" && options.format !== "pretty" && !options.quiet) terminal.err.write(`${done}\n`);
  terminal.out.write(reportIn(options.format, { ...read, diagnostics }, done, options, terminal));
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.contentErrors : EXIT.done;
}

/** The content after what `--fix` does to it, and that in words: “2 files mended”. */
async function mendAndRead(options: CheckOptions, terminal: Terminal): Promise<{ done: string; read: Read }> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  try {
    const done = options.fix ? await mendContent(options.content, options.drafts, progress) : "";
    return { done, read: readContent(options.content, options.drafts, progress) };
  } finally {
    progress.end();
  }
}

/** Mends the files of a folder where they stand. Throws `FailedError` at the first that cannot be written. */
async function mendContent(path: string, drafts: boolean, progress: Progress): Promise<string> {
  // What only reads does not wait for what mends.
  const { mendFolder } = await import("../content/mend/folder.ts");
  const { replaceText } = await import("./replace.ts");
  const folder = readTexts(path, progress);
  progress.phase("Mending");
  const mended = mendFolder(folder, { drafts });
  for (const [file, text] of mended) replaceText(path, file, folder.texts.get(file) ?? "", text);
  return mended.size === 0 ? "nothing to mend" : `${count(mended.size, "file")} mended`;
}

function reportIn(
  format: Format,
  read: Read,
  done: string,
  options: CheckOptions,
  terminal: Terminal,
): string {
  const forPrograms = () => located(read.diagnostics, options.content);
  switch (format) {
    case "json":
      return `${JSON.stringify(forPrograms(), null, 2)}\n`;
    case "github":
      return githubReport(forPrograms());
    case "sarif":
      return sarifReport(forPrograms(), own.version);
    case "pretty":
      return reportOf(read, options, terminal, done);
  }
}
