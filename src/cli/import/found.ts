/** What is found in the files that are imported, in whichever format they are. */
import { basename, extname } from "node:path";
import type { Mapping } from "../../exchange/import/columns.ts";
import { kindOf, readCsv, type Sheet, tableOf } from "../../exchange/import/csv.ts";
import type { Found, Note } from "../../exchange/import/drafts.ts";
import { readGexf } from "../../exchange/import/gexf.ts";
import { readGraphml } from "../../exchange/import/graphml.ts";
import { readVault } from "../../exchange/import/obsidian.ts";
import { columnsOfTable, draftsIn, type InputTable } from "../../exchange/import/tables.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import { type Ask, askMappings } from "./ask.ts";
import { filesIn, formatOf, isFolder, readInput, readVaultFiles } from "./input.ts";
import type { ImportTask } from "./task.ts";

/** Throws `UsageError` and `BadInput` for what cannot be read. */
export async function readFound(task: ImportTask, ask: Ask | undefined): Promise<Found> {
  const { path, options } = task;
  const format = options.format ?? (path === undefined ? "csv" : formatOf(path));
  if (path === undefined && format !== "csv")
    throw new UsageError("--entities and --edges are for CSV; name one file or folder");
  switch (format) {
    case "csv":
      return readTables(task, ask);
    case "obsidian":
      return readNotes(task, path ?? ".");
    case "gexf":
      return readNetwork(task, readGexf);
    case "graphml":
      return readNetwork(task, readGraphml);
  }
}

function readNotes({ content, types, mappings }: ImportTask, root: string): Found {
  if (!isFolder(root)) throw new UsageError(`${printable(root)} is no folder: a vault is one`);
  return readVault(readVaultFiles(root), { root, ontology: content.ontology, types, mappings });
}

function readNetwork({ path = "", mappings }: ImportTask, read: typeof readGexf): Found {
  const { tables, notes } = read(path, readInput(path));
  const found = draftsIn(tables, mappings);
  return { drafts: found.drafts, notes: [...notes, ...found.notes] };
}

async function readTables(task: ImportTask, ask: Ask | undefined): Promise<Found> {
  const { sheets, tables, notes } = tablesIn(task);
  let { mappings } = task;
  checkMappings(mappings, sheets);
  for (const table of tables) {
    if (ask !== undefined) mappings = await askMappings(table, mappings, ask);
    const { missing, unknown } = columnsOfTable(table, mappings);
    const [key] = missing;
    if (key !== undefined)
      throw new UsageError(
        `${printable(table.place.file)} has no column for ${key}; say which with --map ${key}=COLUMN: ${unknown.map(printable).join(", ")}`,
      );
  }
  const citations = sheets.filter(({ kind }) => kind === "citation").flatMap(({ sheet }) => sheet.rows);
  const found = draftsIn(tables, mappings, citations);
  return { drafts: found.drafts, notes: [...notes, ...found.notes] };
}

interface Kinded {
  readonly sheet: Sheet;
  readonly kind: InputTable["kind"] | "citation";
}

function tablesIn({ path, options, mappings }: ImportTask) {
  const { files, notes } = path === undefined ? { files: [], notes: [] } : csvFiles(path);
  const sheets: Kinded[] = files.map((file) => {
    const sheet = readCsv(file, readInput(file));
    return {
      sheet,
      kind: KIND_OF_NAME.get(basename(file, extname(file)).toLowerCase()) ?? kindOf(sheet, mappings),
    };
  });
  for (const [file, kind] of [
    [options.entities, "entity"],
    [options.edges, "edge"],
  ] as const)
    if (file !== undefined) sheets.push({ sheet: readCsv(file, readInput(file)), kind });
  const tables = sheets.flatMap(({ sheet, kind }) => (kind === "citation" ? [] : [tableOf(sheet, kind)]));
  return { sheets, tables, notes: [...notes, ...sheets.flatMap(({ sheet }) => sheet.notes)] };
}

/** The names that `skein export` gives its tables. */
const KIND_OF_NAME: ReadonlyMap<string, Kinded["kind"]> = new Map([
  ["entities", "entity"],
  ["claims", "edge"],
  ["edges", "edge"],
  ["sources", "source"],
  ["citations", "citation"],
]);

function csvFiles(path: string): { files: readonly string[]; notes: readonly Note[] } {
  if (!isFolder(path)) return { files: [path], notes: [] };
  const files = filesIn(path, /\.(?:csv|tsv)$/i);
  if (files.length === 0) throw new UsageError(`there is no CSV file in ${printable(path)}`);
  const others = filesIn(path, /^(?!.*\.(?:csv|tsv)$)/i);
  const notes = others.map((file): Note => ({ code: "left-out", file, line: 1, message: "is no CSV file" }));
  return { files, notes };
}

/** A mapping of a column that no table has is a slip. */
function checkMappings(mappings: readonly Mapping[], sheets: readonly Kinded[]): void {
  const columns = sheets.flatMap(({ sheet }) => sheet.columns);
  const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  for (const { column } of mappings)
    if (!columns.some((each) => bare(each) === bare(column)))
      throw new UsageError(
        `--map: no column “${printable(column)}”; there are ${columns.map(printable).join(", ")}`,
      );
}
