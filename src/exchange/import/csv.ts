/** CSV of any program → tables, with the line of each row. */
import { type CsvRow, csvRows } from "../../shared/csv.ts";
import type { RecordKind } from "../../shared/paths.ts";
import { columnsOf } from "../rows.ts";
import { columnsFor, type Mapping } from "./columns.ts";
import { badInput, type Note } from "./drafts.ts";
import type { InputRow, InputTable } from "./tables.ts";

/** A CSV file before it is known what its rows are. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly InputRow[];
  readonly notes: readonly Note[];
}

const COLUMN_LIMIT = 1000;

/**
 * Reads CSV as RFC 4180 has it, with commas, semicolons or tabs between its cells. The first row names the columns.
 * Throws `BadInput` for what is no CSV, or cut off.
 */
export function readCsv(file: string, text: string): Sheet {
  if (text.includes("\0")) throw badInput({ file, line: 1 }, "this is no text, and so no CSV");
  const { rows: lines, problems } = csvRows(text);
  const [problem] = problems;
  if (problem !== undefined)
    throw badInput(
      { file, line: problem.line },
      `${problem.message}: this is no CSV, or the file is cut off`,
    );
  const [header, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (header === undefined) throw badInput({ file, line: 1 }, "the file is empty");
  const notes: Note[] = [];
  const columns = headerOf(file, header, notes);
  const rows = body.map(({ line, cells }) => {
    if (cells.length > header.cells.length)
      notes.push({
        code: "left-out",
        file,
        line,
        message: `there are ${cells.length} cells and ${header.cells.length} columns: the last cells are left out`,
        help: "put cells with a separator in them between quotes",
      });
    const named = columns.flatMap((column, i) => (column === undefined ? [] : [[column, cells[i] ?? ""]]));
    return { file, line, cells: Object.fromEntries(named) };
  });
  const last = body.at(-1);
  if (last !== undefined && last.cells.length < header.cells.length && !/[\r\n]\s*$/.test(text))
    throw badInput(
      { file, line: last.line },
      `the file seems to be cut off: its last row has ${last.cells.length} of ${header.cells.length} cells, and no end`,
    );
  return { file, columns: columns.filter((column) => column !== undefined), rows, notes };
}

/** The names of the columns by their positions; undefined for one without a name, or with one that another has. */
function headerOf(file: string, { line, cells }: CsvRow, notes: Note[]): (string | undefined)[] {
  if (cells.length > COLUMN_LIMIT)
    throw badInput({ file, line }, `there are more than ${COLUMN_LIMIT} columns`);
  const names = cells.map((cell) => cell.trim());
  return names.map((name, i) => {
    if (name !== "" && names.indexOf(name) === i) return name;
    const what = name === "" ? `column ${i + 1} has no name` : `column ${i + 1} is a second “${name}”`;
    notes.push({ code: "left-out", file, line, message: `${what}, and is left out`, help: "name it" });
    return undefined;
  });
}

/** What the rows of a sheet are, by its columns. */
export function kindOf({ columns }: Sheet, mappings: readonly Mapping[]): RecordKind | "citation" {
  if (columns.includes("record") && columns.includes("source")) return "citation";
  const has = (kind: RecordKind) => columnsFor(kind, columns, mappings).missing.length === 0;
  if (has("edge")) return "edge";
  const isSource = ["publisher", "publish", "url", "authors"].some((column) => columns.includes(column));
  return columns.includes("title") && isSource ? "source" : "entity";
}

export const tableOf = ({ file, columns, rows }: Sheet, kind: RecordKind): InputTable => ({
  kind,
  place: { file, line: 1 },
  columns,
  rows,
  isOurs: columnsOf(kind).every((column) => column === "citations" || columns.includes(column)),
});
