/** Tables of any format → drafts: a row is a record. */
import { gather } from "../../shared/gather.ts";
import type { RecordKind } from "../../shared/paths.ts";
import { count, isId } from "../../shared/text.ts";
import { type Row, recordOf } from "../rows.ts";
import { type Columns, columnsFor, isDerived, type Mapping } from "./columns.ts";
import type { Draft, Found, InputPlace, Note } from "./drafts.ts";

/** Cells by column, and where they stand. */
export interface InputRow extends InputPlace {
  readonly cells: Row;
}

export interface InputTable {
  readonly kind: RecordKind;
  /** Where its columns are named. */
  readonly place: InputPlace;
  readonly columns: readonly string[];
  readonly rows: readonly InputRow[];
  /** Whether Skein has written it: its ids are kept, whatever they look like. */
  readonly isOurs: boolean;
}

/** Citations that stand in a table of their own, with the id of what cites under `record`. */
export type Citations = readonly InputRow[];

/** What the columns of a table hold. Those that Skein has made itself are nothing that anybody said. */
export function columnsOfTable({ kind, columns, isOurs }: InputTable, mappings: readonly Mapping[]): Columns {
  const said = isOurs ? columns.filter((column) => !isDerived(column)) : columns;
  return columnsFor(kind, said, mappings);
}

/** The records of all tables. Ids of the input are kept where they are ids by Skein’s rules, and no mere numbers. */
export function draftsIn(
  tables: readonly InputTable[],
  mappings: readonly Mapping[],
  citations: Citations = [],
): Found {
  const cited = gather(citations, ({ cells }) => [cells.record ?? ""]);
  const read = tables.map((table) => {
    const columns = columnsOfTable(table, mappings);
    const rows = table.rows.map(
      (row): InputRow => ({
        ...row,
        cells: { label: row.cells.label ?? "", ...renamed(row.cells, columns) },
      }),
    );
    return { ...table, rows, notes: columnNotes(table, columns) };
  });
  const drafts = read.flatMap(({ kind, rows, isOurs }) => {
    const isKept = isOurs || keepsIds(rows);
    return rows.map((row) => draftOf(kind, row, isKept, cited.get(row.cells.id ?? "")));
  });
  return { drafts, notes: read.flatMap(({ notes }) => notes) };
}

function renamed(cells: Row, { keys }: Columns): Row {
  const named = Object.entries(cells).flatMap(([column, cell]) => {
    const key = keys.get(column);
    return key === undefined ? [] : [[key, cell.trim() === "" ? "" : cell]];
  });
  return Object.fromEntries(named);
}

function draftOf(
  kind: RecordKind,
  { file, line, cells }: InputRow,
  isKept: boolean,
  cited: Citations = [],
): Draft {
  const { record } = recordOf(
    kind,
    cells,
    cited.map((row) => row.cells),
  );
  const call = (cells.id ?? "").trim();
  return {
    kind,
    place: { file, line },
    ...(isKept && call !== "" && { id: call.normalize("NFC") }),
    calls: call === "" ? [] : [call],
    keys: kind === "entity" ? { name: label(cells) || call, ...record.keys } : record.keys,
    body: record.body,
  };
}

/** What a node without a name of its own is called by. */
const label = (cells: Row): string => (cells.label ?? "").trim();

/** `1`, `n12` and `e3` are what programs number their nodes and edges with. */
const NUMBER = /^\p{L}{0,2}\d+$/u;

function keepsIds(rows: readonly InputRow[]): boolean {
  const ids = rows.flatMap(({ cells }) => (cells.id ?? "").trim().normalize("NFC") || []);
  return ids.every(isId) && !ids.every((id) => NUMBER.test(id));
}

function columnNotes({ place, rows, kind }: InputTable, { unknown }: Columns): Note[] {
  const filled = (column: string) =>
    rows.filter(({ cells }) => Object.hasOwn(cells, column) && cells[column]?.trim() !== "").length;
  return unknown.flatMap((column): Note[] => {
    const cells = filled(column);
    if (cells === 0) return [];
    return [
      {
        code: "left-out",
        ...place,
        message: `the column “${column}” is no key of ${NOUNS[kind]} and is left out, with ${count(cells, "filled cell")}`,
        help: `--map "KEY=${column}" says which key it is; --map "x-own=${column}" keeps it as a key of your own`,
      },
    ];
  });
}

const NOUNS: Record<RecordKind, string> = { entity: "an entity", edge: "a claim", source: "a source" };
