/** Records as columns with types, for programs that keep tables by column or want to know what a cell is. */
import type { FuzzyDate } from "../../shared/dates.ts";
import { pagePath, type RecordKind } from "../../shared/paths.ts";
import type { AnyRecord, Citation } from "../../shared/records.ts";
import type { ClaimData } from "../graph-data.ts";
import { IMAGE } from "../rows.ts";
import { bodyText, type Form, formsOf } from "../written.ts";

/** `days` are counted from 1 January 1970. */
export type ColumnType = "text" | "texts" | "integer" | "flag" | "days";

/** What a cell may hold; undefined where there is nothing. Flags and lists are never undefined. */
export type Value = string | readonly string[] | number | boolean | undefined;

export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (row: Row) => Value;
}

/** A table whose rows are made one after the other, with their cells in the order of the columns. */
export interface Table {
  readonly columns: readonly Omit<Column<never>, "of">[];
  readonly rows: (data: ClaimData) => Iterable<readonly Value[]>;
}

/** A table of columns, and of what they are read from. */
export function tableOf<Row>(
  columns: readonly Column<Row>[],
  rowsOf: (data: ClaimData) => Iterable<Row>,
): Table {
  const cells = columns.map(({ of }) => of);
  return {
    columns,
    *rows(data) {
      for (const row of rowsOf(data)) yield cells.map((of) => of(row));
    },
  };
}

/**
 * The columns of a kind of record: its id, a column a key of the content model, its address on the site, and at the end
 * keys of the author’s own as JSON and the Markdown. A date is three columns: as it was written, and the first and the
 * last day that it can mean. Citations are the ids of sources.
 */
export function recordColumns<R extends AnyRecord>(kind: R["kind"]): Column<R>[] {
  return [
    { name: "id", type: "text", of: ({ id }) => id },
    ...formsOf(kind).flatMap(([key, form]) => keyColumns<R>(key, form)),
    { name: "page", type: "text", of: ({ id }) => pagePath(kind as RecordKind, id) },
    { name: "extra", type: "text", of: ({ extra }) => jsonOf(extra) },
    { name: "body", type: "text", of: ({ body }) => bodyText(body) || undefined },
  ];
}

const jsonOf = (extra: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(extra).length === 0 ? undefined : JSON.stringify(extra);

/** The columns of a key whose value is of a form, as the schema has it. */
function keyColumns<R extends AnyRecord>(key: string, form: Form): Column<R>[] {
  const value = (record: R): unknown => (record as unknown as Readonly<Record<string, unknown>>)[key];
  switch (form) {
    case "text":
      return [{ name: key, type: "text", of: (record) => value(record) as string | undefined }];
    case "number":
      return [{ name: key, type: "integer", of: (record) => value(record) as number | undefined }];
    case "flag":
      return [{ name: key, type: "flag", of: (record) => value(record) === true }];
    case "list":
    case "end":
      return [{ name: key, type: "texts", of: (record) => value(record) as string[] }];
    case "date":
      return dateColumns(key, (record) => value(record) as FuzzyDate | undefined);
    case "citations":
      return [
        {
          name: key,
          type: "texts",
          of: (record) => [...new Set((value(record) as Citation[]).map(({ source }) => source))],
        },
      ];
    case "image":
      return Object.entries(IMAGE).map(([name, part]) => ({
        name,
        type: "text",
        of: (record) => (value(record) as Record<string, string> | undefined)?.[part],
      }));
  }
}

const DAY = 86_400_000;

/** `date`, `earliest` and `latest`; of other keys `published`, `publishedEarliest` and `publishedLatest`. */
function dateColumns<R>(key: string, date: (record: R) => FuzzyDate | undefined): Column<R>[] {
  const bound = (end: string) => (key === "date" ? end.toLowerCase() : key + end);
  const day = (moment: number | undefined) =>
    moment === undefined || !Number.isFinite(moment) ? undefined : Math.floor(moment / DAY);
  return [
    { name: key, type: "text", of: (record) => date(record)?.edtf },
    { name: bound("Earliest"), type: "days", of: (record) => day(date(record)?.min) },
    { name: bound("Latest"), type: "days", of: (record) => day(date(record)?.max) },
  ];
}

/** The same columns, read from what has such a record. */
export function columnsThrough<Row, R>(
  columns: readonly Column<R>[],
  recordIn: (row: Row) => R,
): Column<Row>[] {
  return columns.map(({ of, ...column }) => ({ ...column, of: (row) => of(recordIn(row)) }));
}

/** Those columns that are not named. */
export const without = <Row>(columns: readonly Column<Row>[], names: readonly string[]): Column<Row>[] =>
  columns.filter(({ name }) => !names.includes(name));
