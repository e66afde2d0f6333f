import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import type { Content } from "../../../src/shared/records.ts";
import { writeBulk } from "../../support/bulk.ts";
import { load } from "../../support/content.ts";
import { type Asker, duckdb } from "../../support/duckdb.ts";
import { awkwardData, shippedData } from "../../support/exchange.ts";
import { temporaryFolder } from "../../support/skein.ts";

const folder = temporaryFolder();
let db: Asker;
beforeAll(async () => {
  writeBulk("parquet", awkwardData().content, join(folder, "awkward"));
  writeBulk("parquet", shippedData().content, join(folder, "shipped"));
  db = await duckdb(folder);
});
afterAll(() => db.close());

/** The lines of claims that stand, as the site’s graph has them: who, whom, by which type of claim. */
const linesOf = (content: Content): string[] =>
  buildGraph(content)
    .mapEdges((key, { type }, from, to) => `${key}: ${from} ${type} ${to}`)
    .sort();

describe("DuckDB", () => {
  test("says who sanctions whom", async () => {
    const rows = await db.ask(`
      SELECT who.name AS who, whom.name AS whom
      FROM 'FOLDER/shipped/edges.parquet' AS edge
      JOIN 'FOLDER/shipped/nodes.parquet' AS who ON who.id = edge.src
      JOIN 'FOLDER/shipped/nodes.parquet' AS whom ON whom.id = edge.dst
      WHERE edge.type = 'sanction' AND NOT edge.superseded
      ORDER BY who, whom`);
    expect(rows).toEqual([
      { who: "United States", whom: "China" },
      { who: "United States", whom: "Li Shangfu" },
    ]);
  });

  test.each([
    ["awkward", awkwardData],
    ["shipped", shippedData],
  ])("finds in the %s content every line that the site draws, and no other", async (name, data) => {
    const rows = await db.ask(`
      SELECT id || ': ' || src || ' ' || type || ' ' || dst AS line
      FROM 'FOLDER/${name}/edges.parquet' WHERE NOT superseded`);
    expect(rows.map(({ line }) => line).sort()).toEqual(linesOf(data().content));
  });

  test("finds a joint act as a line a pair, and claims that were corrected, marked", async () => {
    const rows = await db.ask(`
      SELECT id, claim, superseded FROM 'FOLDER/awkward/edges.parquet'
      WHERE claim IN ('joint', 'rumour') ORDER BY id`);
    expect(rows).toEqual([
      { id: "joint", claim: "joint", superseded: false },
      { id: "joint/2", claim: "joint", superseded: false },
      { id: "joint/3", claim: "joint", superseded: false },
      { id: "joint/4", claim: "joint", superseded: false },
      { id: "rumour", claim: "rumour", superseded: true },
    ]);
  });

  test("finds types: lists, days, numbers, flags", async () => {
    const [row] = await db.ask(`
      SELECT * EXCLUDE (body, label, page) FROM 'FOLDER/awkward/edges.parquet' WHERE id = 'joint/3'`);
    expect(row).toEqual({
      id: "joint/3",
      src: "guild",
      dst: "ada",
      claim: "joint",
      type: "sanction",
      date: "2018-09",
      earliest: "2018-09-01",
      latest: "2018-09-30",
      title: null,
      status: "disputed",
      attributedTo: ["guild"],
      about: [],
      respondsTo: [],
      supersedes: [],
      sources: ["log", "copy", "book"],
      credibility: 2,
      tags: ["sea", "a;b"],
      formerIds: [],
      draft: false,
      extra: '{"x-code":""}',
      directed: true,
      superseded: false,
      independentSources: 1,
    });
    const types = await db.ask(`DESCRIBE SELECT earliest, tags, credibility, superseded
      FROM 'FOLDER/awkward/edges.parquet'`);
    expect(types.map(({ column_type }) => column_type)).toEqual(["DATE", "VARCHAR[]", "INTEGER", "BOOLEAN"]);
  });

  test("finds an entity as it was written: every script, signs, line breaks, own keys", async () => {
    const [row] = await db.ask(`
      SELECT name, aliases, earliest, latest, imageAlt, sources, formerIds, page, body, extra
      FROM 'FOLDER/awkward/nodes.parquet' WHERE id = 'ada'`);
    expect(row).toEqual({
      name: '=Ada “the first” "Countess" <&>',
      aliases: ["艾达", "a; b", "c\\d"],
      earliest: "1815-12-10",
      latest: "1852-11-27",
      imageAlt: "Ada at sea",
      sources: ["log", "copy"],
      formerIds: ["countess"],
      page: "entities/ada/",
      body: "\tindented code\n\n**Line one**\nline two\twith a tab",
      extra: '{"x-depth":"=1+1","x-seen":{"by":["ada","bo"]}}',
    });
  });

  test("finds no day where the end of a date is open, and days before our era", async () => {
    const content = load({
      "entities/atlantis.md": "---\ntype: state\nname: Atlantis\ndate: -0500/..\n---\n",
    }).content;
    writeBulk("parquet", content, join(folder, "old"));
    const rows = await db.ask(`
      SELECT date, earliest = DATE '0501-01-01 (BC)' AS isFound, latest
      FROM 'FOLDER/old/nodes.parquet' WHERE id = 'atlantis'`);
    expect(rows).toEqual([{ date: "-0500/..", isFound: true, latest: null }]);
  });

  test("finds what each citation says, and the source that it is of", async () => {
    const rows = await db.ask(`
      SELECT citation.* EXCLUDE (source), source.title, source.derivedFrom
      FROM 'FOLDER/awkward/citations.parquet' AS citation
      JOIN 'FOLDER/awkward/sources.parquet' AS source ON source.id = citation.source
      WHERE record = 'ada' ORDER BY stance`);
    expect(rows).toEqual([
      {
        record: "ada",
        kind: "entity",
        stance: "disputes",
        locator: "p. 2",
        quote: 'No "captain"\nat all',
        note: null,
        title: "The copy, 50% {more}",
        derivedFrom: ["log"],
      },
      {
        record: "ada",
        kind: "entity",
        stance: "supports",
        locator: null,
        quote: null,
        note: null,
        title: "The log",
        derivedFrom: [],
      },
    ]);
  });

  test("reads tables without a row", async () => {
    const content = load({}).content;
    writeBulk("parquet", { ...content, entities: [], edges: [], sources: [] }, join(folder, "empty"));
    for (const table of ["nodes", "edges", "citations", "sources"])
      expect(await db.ask(`SELECT count(*) AS n FROM 'FOLDER/empty/${table}.parquet'`)).toEqual([{ n: "0" }]);
  });

  test("reads a table of many groups of rows, each bounded", async () => {
    const { content } = load({});
    const [edge] = content.edges;
    if (edge === undefined) throw new Error("there is no claim to multiply");
    const edges = Array.from({ length: 50_000 }, (_, i) => ({ ...edge, id: `visit-${i}` }));
    writeBulk("parquet", { ...content, edges }, join(folder, "many"));
    const [counted] = await db.ask(`
      SELECT count(DISTINCT id) AS n FROM 'FOLDER/many/edges.parquet'`);
    expect(counted).toEqual({ n: "50000" });
    const groups = await db.ask(`
      SELECT DISTINCT row_group_num_rows AS n FROM parquet_metadata('FOLDER/many/edges.parquet') ORDER BY n`);
    expect(groups).toEqual([{ n: "10000" }, { n: "20000" }]);
  });
});

test("equal content gives equal bytes", () => {
  writeBulk("parquet", awkwardData().content, join(folder, "again"));
  for (const file of ["nodes.parquet", "edges.parquet", "citations.parquet", "sources.parquet"])
    expect(readFileSync(join(folder, "again", file))).toEqual(readFileSync(join(folder, "awkward", file)));
});
