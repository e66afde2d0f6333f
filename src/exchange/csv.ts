/** The records as CSV (RFC 4180), a table a kind and one of citations: cells as in `rows.ts`. */
import { csvText } from "../shared/csv.ts";
import { factsOf, type GraphData, measuresOf } from "./graph-data.ts";
import { CITATION_COLUMNS, columnsOf, type Row, type Tables, tableOf } from "./rows.ts";

/** One of the tables. Its columns are those of the content model, the authors’ own, and what is made from them. */
export function csvOf(data: GraphData, table: keyof Tables): string {
  const rows = tableOf(data.content, table);
  const derived = DERIVED[table](data);
  const columns = [...COLUMNS[table], ...ownColumns(rows)];
  const more = Object.keys(derived[0] ?? {});
  const cells: (string | number)[][] = [[...columns, ...more]];
  for (const [i, row] of rows.entries()) {
    const line: (string | number)[] = [];
    for (const column of columns) line.push(row[column] ?? "");
    for (const column of more) line.push(derived[i]?.[column] ?? "");
    cells.push(line);
  }
  return csvText(cells);
}

const withoutCitations = (columns: readonly string[]): string[] =>
  columns.filter((column) => column !== "citations");

const COLUMNS: Readonly<Record<keyof Tables, readonly string[]>> = {
  entities: withoutCitations(columnsOf("entity")),
  claims: withoutCitations(columnsOf("edge")),
  sources: withoutCitations(columnsOf("source")),
  citations: CITATION_COLUMNS,
};

/** What is made from the others, a row a record. */
const DERIVED: Readonly<
  Record<keyof Tables, (data: GraphData) => readonly Readonly<Record<string, string | number>>[]>
> = {
  entities: (data) => data.content.entities.map((entity) => measuresOf(data, entity)),
  claims: (data) =>
    data.content.edges.map((edge) => {
      const { label, earliest = "", latest = "", independentSources, superseded } = factsOf(data, edge);
      return { label, earliest, latest, independentSources, superseded: String(superseded) };
    }),
  sources: () => [],
  citations: () => [],
};

/** The columns of `x-` keys, in alphabetical order. */
export function ownColumns(rows: readonly Row[]): string[] {
  const own = new Set<string>();
  for (const row of rows) for (const column in row) if (column.startsWith("x-")) own.add(column);
  return [...own].sort();
}
