/** `skein export`: one of the files for other programs, the same as the site publishes. */
import { type Stats, statSync } from "node:fs";
import { extname, join } from "node:path";
import { parsePositions } from "../content/positions.ts";
import { DATA_FILES, type DataFile, dataPath } from "../exchange/files.ts";
import { analyse } from "../graph/analyse.ts";
import { pageAt } from "../site/pages.ts";
import { makeSite } from "../site/site.ts";
import { isWithin } from "./paths.ts";
import { progressOn } from "./progress.ts";
import { readContent } from "./read.ts";
import { reasonOf, systemCode } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { hasErrors, reportOf } from "./report/told.ts";
import { EXIT, type ExitCode, FailedError, type Terminal, UsageError } from "./terminal.ts";
import { writeWhole } from "./whole-file.ts";

export interface ExportOptions {
  readonly content: string;
  /** The name of a file, or `csv` for its four tables. */
  readonly format: string;
  /** A file, a folder where the format has several files, or `-` for standard output. */
  readonly output: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
}

export async function exportGraph(options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const targets = targetsOf(options);
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const read = readContent(options.content, options.drafts, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.err.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was exported: the content has errors.\n");
    return EXIT.contentErrors;
  }
  progress.phase("Measuring the graph");
  const from = parsePositions(read.folder.positions ?? "");
  const site = makeSite(read.content, analyse(read.content, { from }));
  for (const { file, path } of targets) {
    progress.phase(`Writing ${file.file}`);
    const text = String(await pageAt(site, dataPath(file))?.render());
    progress.end();
    if (path === undefined) await print(terminal, text);
    else save(path, text);
  }
  return EXIT.done;
}

/** A file, and the path that it goes to; undefined for standard output. */
interface Target {
  readonly file: DataFile;
  readonly path: string | undefined;
}

/** Throws `UsageError` where a file cannot or should not be written, before anything is done. */
function targetsOf({ content, format, output, force }: ExportOptions): Target[] {
  if (output === "-" && format === "csv")
    throw new UsageError(
      `csv is ${CSV.length} files: name a folder with --output, or one of ${namesOf(CSV)}`,
    );
  if (output !== "-" && isWithin(output, content))
    throw new UsageError(`${output} lies in the content, which is read and not written; name another place`);
  const targets = filesOf(format).map((file) => ({
    file,
    path: output === "-" ? undefined : format === "csv" ? join(output, file.file) : output,
  }));
  for (const { file, path } of targets) if (path !== undefined) guard(path, file, force);
  return targets;
}

const CSV = DATA_FILES.filter(({ name }) => name.endsWith("-csv"));

const namesOf = (files: readonly DataFile[]): string => files.map(({ name }) => name).join(", ");

const filesOf = (format: string): readonly DataFile[] =>
  format === "csv" ? CSV : DATA_FILES.filter(({ name }) => name === format);

/** An earlier export may be replaced, and no other file: that it is one is told by the end of its name. */
function guard(path: string, file: DataFile, force: boolean): void {
  const stats = statsOf(path);
  if (stats !== undefined && !stats.isFile())
    throw new UsageError(`${path} is ${stats.isDirectory() ? "a folder; name a file in it" : "no file"}`);
  if (stats === undefined || stats.size === 0 || force || extname(path) === extname(file.file)) return;
  throw new UsageError(
    `${path} is there and does not end in ${extname(file.file)}; name another file, or replace it with --force`,
  );
}

/** Undefined where there is nothing, or nothing can be: whoever writes there is told. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function save(path: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    const reason = reasonOf(error, "there is no such folder");
    if (reason === undefined) throw error;
    throw new FailedError(`cannot write ${printable(path)}: ${reason}`);
  }
}

/** Waits until the reader has taken it; one that wants no more, as `head` does, is no failure. */
function print({ out }: Terminal, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const onError = (error: unknown) => (systemCode(error) === "EPIPE" ? done() : fail(error));
    out.once("error", onError);
    out.write(text, (error) => (error ? onError(error) : done()));
  });
}
