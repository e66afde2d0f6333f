/** `skein import`: files of other programs → new files in the content, all of them or none. */
import { resolve } from "node:path";
import { BadInput, type Found, type Note } from "../exchange/import/drafts.ts";
import { type Prepared, prepareImport } from "../exchange/import/prepare.ts";
import { count } from "../shared/text.ts";
import { type Ask, askerOn } from "./import/ask.ts";
import { readFlags } from "./import/flags.ts";
import { readFound } from "./import/found.ts";
import { noteReport } from "./import/report.ts";
import type { ImportOptions } from "./import/task.ts";
import { writeAll } from "./import/write.ts";
import { progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import { printable } from "./report/printable.ts";
import { hasErrors, reportOf } from "./report/told.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

/** Asks which column is what, where there is a terminal to read from and to write to. */
export async function importAt(
  path: string | undefined,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!process.stdin.isTTY || !terminal.err.isTTY || options.json)
    return importFiles(path, options, terminal, undefined);
  const { ask, close } = askerOn(process.stdin, terminal.err);
  try {
    return await importFiles(path, options, terminal, ask);
  } finally {
    close();
  }
}

/** Asks where `ask` is given and a column is not known. */
export async function importFiles(
  path: string | undefined,
  options: ImportOptions,
  terminal: Terminal,
  ask: Ask | undefined,
): Promise<ExitCode> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  try {
    const read = readContent(options.content, true, progress);
    if (hasErrors(read)) return refuse(read.diagnostics, read, options, terminal, "the content has errors");
    const task = readFlags(path, options, read.content);
    progress.end();
    const found: Found = await readFound(task, ask);
    progress.phase("Checking what is new");
    const prepared = prepareImport(found, read.folder, task);
    progress.end();
    if (prepared.blocked.length > 0)
      return refuse(prepared.blocked, read, options, terminal, "with it, the content would have errors");
    const files = new Map(prepared.records.map(({ file, text }) => [file, text]));
    if (!options.dryRun && files.size > 0) writeAll(resolve(options.content), files);
    report(prepared, options, terminal);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    terminal.err.write(`skein: ${printable(error.message)}\n`);
    return EXIT.contentErrors;
  } finally {
    progress.end();
  }
}

function refuse(
  diagnostics: Read["diagnostics"],
  read: Read,
  options: ImportOptions,
  terminal: Terminal,
  why: string,
): ExitCode {
  const problems = { ...read, diagnostics };
  terminal.out.write(reportOf(problems, { content: options.content, quiet: true }, terminal));
  terminal.err.write(`Nothing was imported: ${why}.\n`);
  return EXIT.contentErrors;
}

function report(prepared: Prepared, options: ImportOptions, terminal: Terminal): void {
  if (options.json) terminal.out.write(`${JSON.stringify(resultOf(prepared, options), null, 2)}\n`);
  else {
    terminal.out.write(noteReport(prepared.notes));
    if (!options.quiet) terminal.out.write(`${summary(prepared, options)}\n`);
  }
}

function resultOf({ records, present, notes, warnings }: Prepared, options: ImportOptions) {
  const files = records.map(({ kind, id, file }) => ({ kind, id, file }));
  return { content: options.content, dryRun: options.dryRun, files, present, warnings, notes };
}

/** “3 entities, 2 claims → content; 1 record was there already, 4 things are listed above”. */
function summary({ records, present, notes, warnings }: Prepared, options: ImportOptions): string {
  const of = (kind: string) => records.filter((record) => record.kind === kind).length;
  const made = `${count(of("entity"), "entity", "entities")}, ${count(of("edge"), "claim")}, ${count(of("source"), "source")}`;
  const where = options.dryRun ? `would be written to ${options.content}` : `→ ${options.content}`;
  const parts = [`${made} ${where}`];
  if (present > 0) parts.push(`${count(present, "record")} there already`);
  const left = notes.filter(({ code }: Note) => code === "left-out").length;
  if (left > 0) parts.push(`${count(left, "thing")} left out`);
  if (warnings > 0) parts.push(`${count(warnings, "warning")} of skein check`);
  return parts.join("; ");
}
