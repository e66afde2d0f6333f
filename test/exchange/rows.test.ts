import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, recordOf, recordsOf, rowOf, type Tables, tableOf } from "../../src/exchange/rows.ts";
import { writtenOf } from "../../src/exchange/written.ts";
import { SCHEMAS } from "../../src/shared/schema.ts";
import { load } from "../support/content.ts";
import { edge, entity, source } from "../support/records.ts";

const { content } = load(
  {
    "entities/atlantis.md": `---
type: state
name: Atlantis
aliases: [Ατλαντίς, "A; B"]
date: 1200~
image: { src: map.png, alt: A map, credit: Plato }
sameAs: [https://www.wikidata.org/wiki/Q36649]
sources: [log, { source: log, locator: p. 2, stance: disputes, quote: no land, note: seen }]
formerIds: [lost-land]
x-depth: "40"
x-seen: { by: [ada, bo] }
---

Sunk.
`,
    "edges/visit.md":
      "---\ntype: visit\nfrom: [atlantis, bermuda]\nto: bermuda\nstatus: alleged\ncredibility: 3\nsources: [log]\n---\n",
  },
  { assets: ["assets/map.png"] },
);

const [atlantis] = content.entities;
const [visit] = content.edges;

describe("a record as a row", () => {
  test("has a cell a key, under the name of the key", () => {
    expect(atlantis && rowOf(atlantis)).toEqual({
      id: "atlantis",
      type: "state",
      name: "Atlantis",
      aliases: "Ατλαντίς; A\\; B",
      date: "1200~",
      imageSrc: "map.png",
      imageAlt: "A map",
      imageCredit: "Plato",
      sameAs: "https://www.wikidata.org/wiki/Q36649",
      sources: "log; log",
      citations:
        '["log",{"source":"log","locator":"p. 2","stance":"disputes","quote":"no land","note":"seen"}]',
      formerIds: "lost-land",
      "x-depth": "40",
      "x-seen": '{"by":["ada","bo"]}',
      body: "Sunk.",
    });
    expect(visit && rowOf(visit)).toEqual({
      id: "visit",
      type: "visit",
      from: "atlantis; bermuda",
      to: "bermuda",
      status: "alleged",
      sources: "log",
      credibility: "3",
    });
  });

  test("is read again as its author wrote it, without what goes without saying", () => {
    const { record, unknown } = recordOf("edge", {
      ...(visit && rowOf(visit)),
      status: "reported",
      draft: "FALSE",
    });
    expect(unknown).toEqual([]);
    expect(record).toEqual({
      kind: "edge",
      id: "visit",
      keys: { type: "visit", from: ["atlantis", "bermuda"], to: "bermuda", sources: ["log"], credibility: 3 },
      body: "",
    });
  });

  test("may hold columns that mean nothing here, which are named, but for those made from the others", () => {
    const row = { id: "a", type: "person", name: "A", naem: "B", empty: "", pagerank: "0.1", "x-own": "c" };
    const { record, unknown } = recordOf("entity", row);
    expect(unknown).toEqual(["naem"]);
    expect(record.keys).toEqual({ type: "person", name: "A", "x-own": "c" });
  });

  test("has a column for every key of the content model", () => {
    for (const kind of ["entity", "edge", "source"] as const) {
      const keys = Object.keys(SCHEMAS[kind].shape).filter((key) => key !== "edges" && key !== "image");
      expect(columnsOf(kind)).toEqual(expect.arrayContaining(keys));
    }
  });
});

describe("the content as tables", () => {
  test("gives each citation a row", () => {
    expect(tableOf(content, "citations")).toEqual([
      { record: "atlantis", kind: "entity", source: "log", stance: "supports" },
      {
        record: "atlantis",
        kind: "entity",
        source: "log",
        locator: "p. 2",
        stance: "disputes",
        quote: "no land",
        note: "seen",
      },
      { record: "visit", kind: "claim", source: "log", stance: "supports" },
    ]);
  });

  test("a source that only the row of a claim names is cited too", () => {
    const claims = [{ id: "c", type: "visit", from: "a", to: "b", sources: "log; book" }];
    const citations = [{ record: "c", source: "log", quote: "so" }];
    expect(recordsOf({ claims, citations })[0]?.record.keys.sources).toEqual([
      { source: "log", quote: "so" },
      "book",
    ]);
  });

  test("whatever the records say, nothing of it is lost", () => {
    const content = fc.record({
      entities: fc.uniqueArray(entity, { selector: ({ id }) => id, maxLength: 2 }),
      edges: fc.array(
        edge.map((each) => ({ ...each, id: `${each.id}-claim` })),
        { maxLength: 1 },
      ),
      sources: fc.array(source, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(content, ({ entities, edges, sources }) => {
        const all = [...entities, ...edges, ...sources];
        const table = (name: keyof Tables) => tableOf({ entities, edges, sources }, name);
        const tables = {
          entities: table("entities"),
          claims: table("claims"),
          sources: table("sources"),
          citations: table("citations"),
        };
        expect(recordsOf(tables)).toEqual(all.map((record) => ({ record: writtenOf(record), unknown: [] })));
        expect(all.map((record) => recordOf(record.kind, rowOf(record)).record)).toEqual(all.map(writtenOf));
      }),
      { numRuns: 300 },
    );
  });
});
