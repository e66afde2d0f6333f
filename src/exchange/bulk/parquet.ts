/**
 * The graph as Apache Parquet, for engines that take tables by column: DuckDB, Spark and their like. A table is written
 * a group of rows at a time, so that its size is no matter of memory.
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Entity, Source } from "../../shared/records.ts";
import type { ClaimData } from "../graph-data.ts";
import { KINDS } from "../rows.ts";
import { type CitedBy, citationColumns, citationsIn, claimColumns, type Line, linesIn } from "./claims.ts";
import { type ColumnType, recordColumns, type Table, tableOf, type Value, without } from "./columns.ts";
import type { BulkFile, Sink } from "./files.ts";

const NODES = tableOf(recordColumns<Entity>("entity"), ({ content }) => content.entities);

/** A row a line: what a claim says of one actor and one target. The ends are called what GraphFrames calls them. */
const EDGES = tableOf<Line>(
  [
    { name: "id", type: "text", of: ({ key }) => key },
    { name: "src", type: "text", of: ({ from }) => from },
    { name: "dst", type: "text", of: ({ to }) => to },
    { name: "claim", type: "text", of: ({ edge }) => edge.id },
    ...without(claimColumns<Line>(), ["id", "from", "to"]),
  ],
  linesIn,
);

const CITATIONS = tableOf<CitedBy>(
  [
    { name: "record", type: "text", of: ({ record }) => record.id },
    { name: "kind", type: "text", of: ({ record }) => KINDS[record.kind] },
    { name: "source", type: "text", of: ({ citation }) => citation.source },
    ...citationColumns,
  ],
  citationsIn,
);

const SOURCES = tableOf(recordColumns<Source>("source"), ({ content }) => content.sources);

const file = (name: string, table: Table): BulkFile => ({
  file: `${name}.parquet`,
  write: (data, sink) => writeParquet(table, data, sink),
});

export const PARQUET_FILES: readonly BulkFile[] = [
  file("nodes", NODES),
  file("edges", EDGES),
  file("citations", CITATIONS),
  file("sources", SOURCES),
];

/** A group of rows is written when it has so many, or so many characters of text. */
const GROUP_ROWS = 20_000;
const GROUP_TEXT = 16_000_000;

/** Equal data give equal bytes. */
function writeParquet({ columns, rows }: Table, data: ClaimData, sink: Sink): void {
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: [{ name: "root", num_children: columns.length }, ...columns.flatMap(schemaOf)],
    createdBy: "Skein",
  });
  for (const { size, cells } of groupsOf(rows(data), columns.length)) {
    const columnData = columns.map(({ name }, i) => ({ name, data: cells[i] ?? [] }));
    writer.write({ columnData, rowGroupSize: size });
  }
  writer.finish();
}

interface Group {
  readonly size: number;
  /** A list a column. */
  readonly cells: readonly Value[][];
}

function* groupsOf(rows: Iterable<readonly Value[]>, columns: number): Generator<Group> {
  const empty = (): Value[][] => Array.from({ length: columns }, () => []);
  let cells = empty();
  let [size, text] = [0, 0];
  for (const row of rows) {
    for (const [i, value] of row.entries()) {
      cells[i]?.push(value);
      if (typeof value === "string") text += value.length;
    }
    size++;
    if (size < GROUP_ROWS && text < GROUP_TEXT) continue;
    yield { size, cells };
    cells = empty();
    [size, text] = [0, 0];
  }
  if (size > 0) yield { size, cells };
}

const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;

/** A column in the terms of Parquet; a list is three levels there. */
function schemaOf({ name, type }: { readonly name: string; readonly type: ColumnType }): SchemaElement[] {
  switch (type) {
    case "text":
      return [{ name, ...TEXT, repetition_type: "OPTIONAL" }];
    case "integer":
      return [{ name, type: "INT32", repetition_type: "OPTIONAL" }];
    case "days":
      return [{ name, type: "INT32", converted_type: "DATE", repetition_type: "OPTIONAL" }];
    case "flag":
      return [{ name, type: "BOOLEAN", repetition_type: "REQUIRED" }];
    case "texts":
      return [
        { name, converted_type: "LIST", repetition_type: "REQUIRED", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", ...TEXT, repetition_type: "REQUIRED" },
      ];
  }
}

/** Passes on what the library has written after each group of rows, and begins again with the room that this leaves. */
class SinkWriter extends ByteWriter {
  readonly #sink: Sink;

  constructor(sink: Sink) {
    super();
    this.#sink = sink;
  }

  flush(): void {
    this.#sink(this.getBytes());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
