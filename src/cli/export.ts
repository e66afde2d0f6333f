/** `skein export`: the graph for other programs, as the site publishes it or as engines for large graphs take it. */
import { join } from "node:path";
import { parsePositions } from "../content/positions.ts";
import { BULK_FILES } from "../exchange/bulk/formats.ts";
import {
  BULK_FORMATS,
  type BulkFormat,
  DATA_FILES,
  type DataFile,
  dataPath,
  WHOLE_LIMIT,
} from "../exchange/files.ts";
import { claimDataOf } from "../exchange/graph-data.ts";
import { analyse } from "../graph/analyse.ts";
import { pageAt } from "../site/pages.ts";
import { makeSite } from "../site/site.ts";
import { placesFor } from "./export/places.ts";
import { type Progress, progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { hasErrors, reportOf } from "./report/told.ts";
import { EXIT, type ExitCode, FailedError, type Terminal, UsageError } from "./terminal.ts";
import { type WholeFile, writeAllWhole } from "./whole-file.ts";

export interface ExportOptions {
  readonly content: string;
  /** The name of a file, `csv` for its four tables, or a format of several files. */
  readonly format: string;
  /** A file, a folder where the format has several files, or `-` for standard output. */
  readonly output: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
}

export async function exportGraph(options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const places = targetsOf(options);
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const read = readContent(options.content, options.drafts, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.err.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was exported: the content has errors.\n");
    return EXIT.contentErrors;
  }
  if (isBulk(options.format)) exportBulk(options.format, options.output, read, progress);
  else await exportPages(options.format, places, read, progress, terminal);
  return EXIT.done;
}

/** The paths of the files, by their names; none for standard output. Throws `UsageError` as `placesFor` does. */
function targetsOf(options: ExportOptions): ReadonlyMap<string, string> {
  const { format, output } = options;
  const isFolder = format === "csv" || isBulk(format);
  const files: readonly { readonly file: string }[] = isBulk(format) ? BULK_FILES[format] : pagesOf(format);
  if (output !== "-")
    return placesFor(
      files.map(({ file }) => file),
      isFolder,
      options,
    );
  if (!isFolder) return new Map();
  const instead = format === "csv" ? `, or one of ${CSV.map(({ name }) => name).join(", ")}` : "";
  throw new UsageError(`${format} is ${files.length} files: name a folder with --output${instead}`);
}

const isBulk = (format: string): format is BulkFormat => BULK_FORMATS.some((name) => name === format);

const CSV = DATA_FILES.filter(({ name }) => name.endsWith("-csv"));

const pagesOf = (format: string): readonly DataFile[] =>
  format === "csv" ? CSV : DATA_FILES.filter(({ name }) => name === format);

/** Nothing is measured: that is what the engines are for. */
function exportBulk(format: BulkFormat, folder: string, { content }: Read, progress: Progress): void {
  const data = claimDataOf(content);
  const files = BULK_FILES[format].map(
    ({ file, write }): WholeFile => ({
      path: join(folder, file),
      write: (take) => {
        progress.phase(`Writing ${file}`);
        write(data, take);
      },
    }),
  );
  save(folder, files);
  progress.end();
}

async function exportPages(
  format: string,
  places: ReadonlyMap<string, string>,
  { content, folder }: Read,
  progress: Progress,
  terminal: Terminal,
): Promise<void> {
  progress.phase("Measuring the graph");
  const site = makeSite(content, analyse(content, { from: parsePositions(folder.positions ?? "") }));
  for (const page of pagesOf(format)) {
    progress.phase(`Writing ${page.file}`);
    const found = pageAt(site, dataPath(page));
    if (found === undefined)
      throw new FailedError(
        `${page.file} of more than ${WHOLE_LIMIT.toLocaleString("en-GB")} claims would have hundreds of megabytes; --format parquet and neo4j write the graph in parts`,
      );
    const text = String(await found.render());
    progress.end();
    const path = places.get(page.file);
    if (path === undefined) terminal.out.write(text);
    else save(path, [{ path, write: (take) => take(text) }]);
  }
}

function save(place: string, files: readonly WholeFile[]): void {
  try {
    writeAllWhole(files);
  } catch (error) {
    const reason = reasonOf(error, "there is no such folder");
    if (reason === undefined) throw error;
    throw new FailedError(`cannot write ${printable(place)}: ${reason}`);
  }
}
