/** Tables as the CSV that `neo4j-admin database import` reads: the header says what each column is. */
import Papa from "papaparse";
import { dayText } from "../../shared/viewpoint.ts";
import type { ClaimData } from "../graph-data.ts";
import type { ColumnType, Table, Value } from "./columns.ts";
import type { Sink } from "./files.ts";

/** What stands between the items of a list: a character that no text of the content may have, so that none has to be escaped. */
export const BETWEEN = "\u001f";

const ROWS_AT_ONCE = 1000;

/** A column whose name has a colon in it says itself what it is. */
export function writeCsv({ columns, rows }: Table, data: ClaimData, sink: Sink): void {
  let lines: string[][] = [columns.map(headingOf)];
  const flush = () => {
    sink(Buffer.from(`${Papa.unparse(lines, { newline: "\n" })}\n`));
    lines = [];
  };
  for (const row of rows(data)) {
    lines.push(row.map((value, i) => cellOf(value, columns[i]?.type ?? "text")));
    if (lines.length >= ROWS_AT_ONCE) flush();
  }
  if (lines.length > 0) flush();
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "",
  texts: ":string[]",
  integer: ":long",
  flag: ":boolean",
  days: ":date",
};

const headingOf = ({ name, type }: { readonly name: string; readonly type: ColumnType }): string =>
  name + TYPES[type];

/** Line breaks become spaces: reading them costs neo4j-admin most of its speed. An empty cell is no value. */
function cellOf(value: Value, type: ColumnType): string {
  if (value === undefined) return "";
  if (typeof value === "object") return onOneLine(value.join(BETWEEN));
  return type === "days" ? isoDay(Number(value)) : onOneLine(String(value));
}

const onOneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");

/** Years above 9999 have a sign in ISO 8601. */
const isoDay = (day: number): string => dayText(day).replace(/^(?=\d{5})/, "+");
