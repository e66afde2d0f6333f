/**
 * Records ↔ rows of tables, in both directions and with nothing lost: what the CSV files hold, and the attributes of
 * nodes and edges in GEXF and GraphML. A row has a cell a key of the content model, under the name of the key; those
 * of `image` are `imageSrc`, `imageAlt`, `imageCredit` and `imageUrl`, and the Markdown is `body`.
 */
import { gather } from "../shared/gather.ts";
import type { RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Citation, Content } from "../shared/records.ts";
import { jsonIn, listCell, listIn, valueCell, valueIn } from "./cells.ts";
import {
  bodyText,
  type Form,
  formsOf,
  oneOrList,
  type WrittenRecord,
  writtenCitation,
  writtenRecord,
} from "./written.ts";

/** Cells by the name of their column. A cell that is empty is the same as one that is not there. */
export type Row = Readonly<Record<string, string>>;

/** What a row says of a record, and the columns that no key of the content model is told by. */
export interface ReadRow {
  readonly record: WrittenRecord;
  readonly unknown: readonly string[];
}

/** The parts of an image, by their columns. */
export const IMAGE = { imageSrc: "src", imageAlt: "alt", imageCredit: "credit", imageUrl: "url" } as const;

/** What else than its source a citation says. */
const CITATION = ["locator", "stance", "quote", "note"] as const;

/**
 * Columns that are there for readers and made from the others or measured on the graph: no key is lost with them, and
 * who reads a row again passes over them.
 */
export const DERIVED_COLUMNS = [
  "label",
  "earliest",
  "latest",
  "directed",
  "superseded",
  "independentSources",
  "weight",
  "color",
  "x",
  "y",
  "pagerank",
  "betweenness",
  "community",
] as const;

/** The columns of a kind of record, in their order; those of `x-` keys, which are the author’s own, come behind. */
export function columnsOf(kind: RecordKind): string[] {
  const keys = formsOf(kind).flatMap(([key, form]) => (form === "image" ? Object.keys(IMAGE) : [key]));
  const citations = kind === "source" ? [] : ["citations"];
  return ["id", ...keys, ...citations, "body"];
}

/**
 * A record as a row. `sources` lists the ids of the sources; where a citation says more, `citations` has the whole
 * list as JSON.
 */
export function rowOf(record: AnyRecord): Row {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const row: Record<string, string> = { id: record.id };
  for (const [key, form] of formsOf(record.kind))
    for (const [column, cell] of cellsOf(key, form, values[key])) if (cell !== "") row[column] = cell;
  for (const key in record.extra) row[key] = valueCell(record.extra[key]);
  const body = bodyText(record.body);
  if (body !== "") row.body = body;
  return row;
}

type Cell = readonly [column: string, cell: string];
const NO_CELLS: readonly Cell[] = [];

/** The cells of a key whose value is of a form, as the schema has it. */
function cellsOf(key: string, form: Form, value: unknown): readonly Cell[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return NO_CELLS;
  switch (form) {
    case "list":
    case "end":
      return [[key, listCell(value as string[])]];
    case "date":
      return [[key, (value as { edtf: string }).edtf]];
    case "flag":
      return value === true ? [[key, "true"]] : [];
    case "image":
      return Object.entries(IMAGE).map(([column, part]) => [
        column,
        (value as Record<string, string>)[part] ?? "",
      ]);
    case "citations":
      return citationCells(key, value as Citation[]);
    case "number":
    case "text":
      return [[key, String(value)]];
  }
}

function citationCells(key: string, citations: readonly Citation[]): Cell[] {
  const written = citations.map(writtenCitation);
  return [
    [key, listCell(citations.map(({ source }) => source))],
    ["citations", written.every((citation) => typeof citation === "string") ? "" : JSON.stringify(written)],
  ];
}

/**
 * What a row says of a record. Values are not checked: they are as somebody would have written them, mistakes and all.
 * `citations` of a table of their own go before those of the row; sources that only the row names are added to them.
 */
export function recordOf(kind: RecordKind, row: Row, citations: readonly Row[] = []): ReadRow {
  const keys = formsOf(kind).map(([key, form]): [string, unknown] => [
    key,
    keyValue(key, form, row, citations),
  ]);
  const others = Object.keys(row).filter((column) => !KNOWN[kind].has(column) && row[column] !== "");
  const extra = others.filter((column) => column.startsWith("x-"));
  const own = extra.map((column): [string, unknown] => [column, valueIn(row[column] ?? "")]);
  return {
    record: writtenRecord(kind, row.id ?? "", [...keys, ...own], row.body ?? ""),
    unknown: others.filter((column) => !extra.includes(column)),
  };
}

const knownOf = (kind: RecordKind) => new Set<string>([...columnsOf(kind), ...DERIVED_COLUMNS]);
const KNOWN: Readonly<Record<RecordKind, ReadonlySet<string>>> = {
  entity: knownOf("entity"),
  edge: knownOf("edge"),
  source: knownOf("source"),
};

function keyValue(key: string, form: Form, row: Row, citations: readonly Row[]): unknown {
  const cell = row[key] ?? "";
  if (form === "citations") return citationsIn(cell, row.citations ?? "", citations);
  if (form === "image") return imageIn(row);
  if (cell === "") return undefined;
  switch (form) {
    case "list":
      return listIn(cell);
    case "end":
      return oneOrList(listIn(cell));
    case "flag":
      return FLAGS.get(cell.toLowerCase()) ?? cell;
    case "number":
      return /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
    case "date":
    case "text":
      return cell;
  }
}

/** Spreadsheets write TRUE. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

function imageIn(row: Row): unknown {
  const parts = Object.entries(IMAGE).filter(([column]) => (row[column] ?? "") !== "");
  return parts.length === 0
    ? undefined
    : Object.fromEntries(parts.map(([column, part]) => [part, row[column]]));
}

/** Citations from the three places that may hold them; each source of the list is among them. */
function citationsIn(list: string, json: string, rows: readonly Row[]): unknown[] {
  const told = rows.length > 0 ? rows.map(citationIn) : citationsOfJson(json);
  const named = new Set(told.map((citation) => Object(citation).source ?? citation));
  return [...told, ...listIn(list).filter((source) => !named.has(source))];
}

function citationIn(row: Row): unknown {
  const parts = CITATION.map((part) => [part, row[part] === "" ? undefined : row[part]]);
  return writtenCitation({ source: row.source, ...Object.fromEntries(parts) });
}

function citationsOfJson(json: string): unknown[] {
  const value = json === "" ? [] : jsonIn(json);
  return Array.isArray(value) ? value : [];
}

/** The whole content as tables. Each citation has a row of its own, with what cites under `record`. */
export interface Tables {
  readonly entities: readonly Row[];
  readonly claims: readonly Row[];
  readonly sources: readonly Row[];
  readonly citations: readonly Row[];
}

/** The columns of the table of citations, in their order. */
export const CITATION_COLUMNS = ["record", "kind", "source", ...CITATION] as const;

type Records = Pick<Content, "entities" | "edges" | "sources">;

/** One of the tables. */
export function tableOf({ entities, edges, sources }: Records, table: keyof Tables): Row[] {
  if (table === "citations")
    return [...entities, ...edges].flatMap((record) =>
      record.sources.map((each) => citationRow(record, each)),
    );
  return { entities, claims: edges, sources }[table].map((record) => {
    const { citations: _, ...row } = rowOf(record);
    return row;
  });
}

function citationRow({ kind, id }: AnyRecord, citation: Citation): Row {
  const parts = CITATION.map((part) => [part, citation[part] ?? ""]);
  const row = { record: id, kind: KINDS[kind], source: citation.source, ...Object.fromEntries(parts) };
  return Object.fromEntries(Object.entries<string>(row).filter(([, cell]) => cell !== ""));
}

/** What readers call a kind of record. */
export const KINDS = { entity: "entity", edge: "claim", source: "source" } as const;

/** The rows of tables as records, in the order of the tables: entities, claims, sources. */
export function recordsOf({ entities, claims, sources, citations }: Partial<Tables>): ReadRow[] {
  const cited = gather(citations ?? [], ({ record = "" }) => [record]);
  const read = (kind: RecordKind, rows: readonly Row[] = []) =>
    rows.map((row) => recordOf(kind, row, cited.get(row.id ?? "")));
  return [...read("entity", entities), ...read("edge", claims), ...read("source", sources)];
}
