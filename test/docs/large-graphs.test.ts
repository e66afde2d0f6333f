import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { pagerankOf } from "../../src/graph/pagerank.ts";
import { writeBulk } from "../support/bulk.ts";
import { type Asker, duckdb } from "../support/duckdb.ts";
import { shippedData } from "../support/exchange.ts";
import { PROJECT, temporaryFolder } from "../support/skein.ts";

const page = readFileSync(join(PROJECT, "docs/large-graphs.md"), "utf8");
const { content } = shippedData();
const folder = temporaryFolder();
let db: Asker;
beforeAll(async () => {
  writeBulk("parquet", content, join(folder, "graph"));
  db = await duckdb(folder);
});
afterAll(() => db.close());

const inFolder = (sql: string): string => sql.replaceAll(/'(?=graph\/|measures\.csv)/g, "'FOLDER/");

test("each query that has a table below it finds that", async () => {
  const queries = [...page.matchAll(/```sql\n([^`]*)```\n\n((?:\|.*\n)+)/g)];
  expect(queries).toHaveLength(2);
  for (const [, query = "", table = ""] of queries) {
    const [head, , ...rows] = table.trim().split("\n");
    const found = await db.ask(inFolder(query));
    expect(`| ${Object.keys(found[0] ?? {}).join(" | ")} |`).toBe(head);
    expect(found.map((row) => `| ${Object.values(row).join(" | ")} |`)).toEqual(rows);
  }
});

test("the query for PageRank finds what Skein itself does", async () => {
  const [, query = ""] = /```sql\n(COPY[^`]*)```/.exec(page) ?? [];
  await db.ask(inFolder(query));
  const [header, ...rows] = readFileSync(join(folder, "measures.csv"), "utf8").trim().split("\n");
  expect(header).toBe("id,pagerank");
  const own = pagerankOf(buildGraph(content));
  expect(rows).toHaveLength(own.size);
  for (const row of rows) {
    const [id = "", share] = row.split(",");
    expect(Number(share)).toBeCloseTo(own.get(id) ?? Number.NaN, 4);
  }
});

test("names columns that the tables have", async () => {
  for (const table of ["nodes", "edges", "citations"]) {
    const [, columns = ""] = new RegExp(`^\\| \`${table}\` \\|[^|]*\\|(.*)\\|$`, "m").exec(page) ?? [];
    const named = [...columns.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const found = await db.ask(`SELECT column_name FROM (DESCRIBE FROM 'FOLDER/graph/${table}.parquet')`);
    expect(named.length).toBeGreaterThan(3);
    expect(found.map(({ column_name }) => column_name)).toEqual(expect.arrayContaining(named));
  }
});
