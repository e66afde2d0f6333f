/** Imports in memory: texts of an input → the files that would be written, and what is said of the rest. */
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import type { Mapping } from "../../src/exchange/import/columns.ts";
import { kindOf, readCsv, tableOf } from "../../src/exchange/import/csv.ts";
import type { Found } from "../../src/exchange/import/drafts.ts";
import { readVault } from "../../src/exchange/import/obsidian.ts";
import type { ImportOptions } from "../../src/exchange/import/placed.ts";
import { type Prepared, prepareImport } from "../../src/exchange/import/prepare.ts";
import { draftsIn } from "../../src/exchange/import/tables.ts";

/** What CSV files hold, by their names; what their rows are, their columns say. */
export function csvFound(files: Readonly<Record<string, string>>, mappings: readonly Mapping[] = []): Found {
  const sheets = Object.entries(files).map(([file, text]) => readCsv(file, text));
  const kinded = sheets.map((sheet) => ({ sheet, kind: kindOf(sheet, mappings) }));
  const tables = kinded.flatMap(({ sheet, kind }) => (kind === "citation" ? [] : [tableOf(sheet, kind)]));
  const citations = kinded.flatMap(({ sheet, kind }) => (kind === "citation" ? sheet.rows : []));
  const found = draftsIn(tables, mappings, citations);
  return { drafts: found.drafts, notes: [...sheets.flatMap(({ notes }) => notes), ...found.notes] };
}

/** What the notes of a vault hold, by their paths. */
export function vaultFound(
  notes: Readonly<Record<string, string>>,
  types: Readonly<Record<string, string>> = {},
): Found {
  const { ontology } = loadContent(folderOf({}), { drafts: true }).content;
  const vault = { notes: new Map(Object.entries(notes)), others: [] };
  return readVault(vault, { root: "vault", ontology, types: new Map(Object.entries(types)), mappings: [] });
}

const OPTIONS: ImportOptions = { types: new Map(), input: { file: "in.csv", line: 1 } };

/** Plans an import into texts of a content. */
export const prepare = (
  found: Found,
  texts: Readonly<Record<string, string>> = {},
  options: Partial<ImportOptions> = {},
  assets: readonly string[] = [],
): Prepared => prepareImport(found, folderOf(texts, assets), { ...OPTIONS, ...options });

/** The texts of the new files, by their paths. */
export const filesOf = ({ records }: Prepared): Record<string, string> =>
  Object.fromEntries(records.map(({ file, text }) => [file, text]));

/** What is said, as `in.csv:2 left-out: …`. */
export const notesOf = ({ notes }: Pick<Prepared, "notes">): string[] =>
  notes.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`);
