import { describe, expect, test } from "vitest";
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import type { AnyRecord } from "../../src/shared/records.ts";
import { AROUND, load, problemsIn } from "../support/content.ts";

describe("an entity", () => {
  test("has every key of the content model", () => {
    const loaded = load(
      {
        "entities/atlantis.md": `---
type: state
name: Atlantis
aliases: [The lost land, 亚特兰蒂斯]
description: An island that sank
date: /-9600
image: { src: maps/island.png, alt: A map, credit: A. Kircher, url: https://example.org/map }
sameAs: [https://www.wikidata.org/wiki/Q49158]
sources:
  - log
  - source: log
    locator: page 4
    stance: disputes
    quote: It never was.
    note: Written later.
tags: [myth, sea]
formerIds: [lost-land]
x-depth: 300
---

It sank.
`,
      },
      { assets: ["assets/maps/island.png"] },
    );
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.byId.get("atlantis")).toEqual({
      kind: "entity",
      id: "atlantis",
      file: "entities/atlantis.md",
      body: "\nIt sank.\n",
      bodyLine: 20,
      extra: { "x-depth": "300" },
      type: "state",
      name: "Atlantis",
      aliases: ["The lost land", "亚特兰蒂斯"],
      description: "An island that sank",
      date: { edtf: "/-9600", min: Number.NEGATIVE_INFINITY, max: Date.UTC(-9599, 0, 1) - 1 },
      image: { src: "maps/island.png", alt: "A map", credit: "A. Kircher", url: "https://example.org/map" },
      sameAs: ["https://www.wikidata.org/wiki/Q49158"],
      sources: [
        { source: "log", stance: "supports" },
        {
          source: "log",
          locator: "page 4",
          stance: "disputes",
          quote: "It never was.",
          note: "Written later.",
        },
      ],
      tags: ["myth", "sea"],
      formerIds: ["lost-land"],
      draft: false,
    });
  });

  test("needs a type and a name, and has a default for the rest", () => {
    expect(load({}).content.byId.get("bermuda")).toEqual({
      kind: "entity",
      id: "bermuda",
      file: "entities/bermuda.md",
      body: "",
      bodyLine: 5,
      extra: {},
      type: "state",
      name: "Bermuda",
      aliases: [],
      sameAs: [],
      sources: [],
      tags: [],
      formerIds: [],
      draft: false,
    });
  });

  test("is found by its former ids, and references to those become the present one", () => {
    const loaded = load({
      "entities/atlantis.md": "---\ntype: state\nname: Atlantis\nformerIds: [lost-land, atalanta]\n---\n",
      "edges/visit.md":
        "---\ntype: visit\nfrom: lost-land\nto: bermuda\nabout: [atalanta]\nsources: [log]\n---\n",
    });
    expect(loaded.content.byId.get("atalanta")?.id).toBe("atlantis");
    expect(loaded.content.byId.get("visit")).toMatchObject({ from: ["atlantis"], about: ["atlantis"] });
    expect(problemsIn(loaded)).toEqual(["edges/visit.md:3:7 former-id", "edges/visit.md:5:9 former-id"]);
  });
});

describe("an edge", () => {
  test("has every key of the content model", () => {
    const loaded = load({
      "edges/demand.md": "---\ntype: demand\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n",
      "edges/refusal.md": `---
type: refusal
from: bermuda
to: [atlantis, bermuda]
date: 2023?-06
title: Bermuda refuses to be visited
status: disputed
attributedTo: [atlantis]
about: [visit, atlantis]
respondsTo: [demand]
supersedes: [visit]
credibility: 2
sources: [log]
tags: [travel]
x-page: [1, 2]
---
No.
`,
    });
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.byId.get("refusal")).toEqual({
      kind: "edge",
      id: "refusal",
      file: "edges/refusal.md",
      body: "No.\n",
      bodyLine: 17,
      extra: { "x-page": ["1", "2"] },
      type: "refusal",
      from: ["bermuda"],
      to: ["atlantis", "bermuda"],
      date: { edtf: "2023?-06", min: Date.UTC(2023, 5, 1), max: Date.UTC(2023, 6, 1) - 1 },
      title: "Bermuda refuses to be visited",
      status: "disputed",
      attributedTo: ["atlantis"],
      about: ["visit", "atlantis"],
      respondsTo: ["demand"],
      supersedes: ["visit"],
      credibility: 2,
      sources: [{ source: "log", stance: "supports" }],
      tags: ["travel"],
      formerIds: [],
      draft: false,
    });
  });

  test("is reported unless it says otherwise", () => {
    expect(load({}).content.byId.get("visit")).toMatchObject({
      status: "reported",
      from: ["atlantis"],
      to: ["bermuda"],
      about: [],
    });
  });

  test.each(["reported", "alleged", "confirmed", "disputed", "denied", "withdrawn"])(
    "may be %s",
    (status) => {
      const loaded = load({
        "edges/visit.md": AROUND["edges/visit.md"]?.replace("to:", `status: ${status}\nto:`) ?? "",
      });
      expect(loaded.content.byId.get("visit")).toMatchObject({ status });
    },
  );

  test("may be the joint act of several, and is one claim", () => {
    const loaded = load({
      "edges/visit.md": "---\ntype: meeting\nfrom: [atlantis, bermuda]\nto: [cuba]\nsources: [log]\n---\n",
      "entities/cuba.md": "---\ntype: state\nname: Cuba\n---\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.edges.map(({ id, from, to }) => [id, from, to])).toEqual([
      ["visit", ["atlantis", "bermuda"], ["cuba"]],
    ]);
  });

  test.each([
    ["2023-06-15", "2023-06-15T00:00:00.000Z", "2023-06-15T23:59:59.999Z"],
    ["2023", "2023-01-01T00:00:00.000Z", "2023-12-31T23:59:59.999Z"],
    ["1998~", "1998-01-01T00:00:00.000Z", "1998-12-31T23:59:59.999Z"],
    ["2023-06-XX", "2023-06-01T00:00:00.000Z", "2023-06-30T23:59:59.999Z"],
    ["2019/2021", "2019-01-01T00:00:00.000Z", "2021-12-31T23:59:59.999Z"],
    ['"[2021,2023]"', "2021-01-01T00:00:00.000Z", "2023-12-31T23:59:59.999Z"],
    ["2018/..", "2018-01-01T00:00:00.000Z", undefined],
    ["../2018", undefined, "2018-12-31T23:59:59.999Z"],
  ])("may be dated %s", (written, min, max) => {
    const text = `---\ntype: visit\nfrom: atlantis\nto: bermuda\ndate: ${written}\nsources: [log]\n---\n`;
    const [edge] = load({ "edges/visit.md": text }).content.edges;
    expect(edge?.date).toEqual({
      edtf: written.replaceAll('"', ""),
      min: min === undefined ? Number.NEGATIVE_INFINITY : Date.parse(min),
      max: max === undefined ? Number.POSITIVE_INFINITY : Date.parse(max),
    });
  });

  test("needs no source where site.yml says so", () => {
    const loaded = load({
      "site.yml": "requireSources: false\n",
      "edges/meeting.md": "---\ntype: meeting\nfrom: atlantis\nto: bermuda\n---\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
  });

  test("may answer what answers something else", () => {
    const loaded = load({
      "edges/a.md":
        "---\ntype: demand\nfrom: atlantis\nto: bermuda\nrespondsTo: [b, c]\nsources: [log]\n---\n",
      "edges/b.md": "---\ntype: demand\nfrom: atlantis\nto: bermuda\nrespondsTo: [c]\nsources: [log]\n---\n",
      "edges/c.md": "---\ntype: demand\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
  });
});

describe("an edge in its entity’s file", () => {
  const inline = (edges: string, more = "") =>
    load({
      "entities/atlantis.md": `---\ntype: state\nname: Atlantis\n${more}edges:\n${edges}---\nBody.\n`,
      "entities/cuba.md":
        "---\ntype: state\nname: Cuba\nedges:\n  - { type: visit, to: bermuda, sources: [log] }\n---\n",
    });

  test("begins at the entity, and has its id from what it says", () => {
    const loaded = inline(
      "  - { type: meeting, to: [bermuda, cuba], date: 2023, sources: [log], x-page: 4 }\n",
    );
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.byId.get("atlantis-meeting-bermuda-cuba")).toMatchObject({
      kind: "edge",
      file: "entities/atlantis.md",
      body: "",
      from: ["atlantis"],
      to: ["bermuda", "cuba"],
      date: { edtf: "2023" },
      extra: { "x-page": "4" },
    });
  });

  test("may carry an id, by which others name it", () => {
    const loaded = inline(
      "  - { id: the-meeting, type: meeting, to: cuba, sources: [log] }\n  - { type: visit, to: cuba, about: [the-meeting], sources: [log] }\n",
    );
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.byId.get("atlantis-visit-cuba")).toMatchObject({ about: ["the-meeting"] });
  });

  test("is numbered where another says the same", () => {
    const one = "  - { type: meeting, to: cuba, sources: [log] }\n";
    expect(inline(one.repeat(3)).content.edges.map(({ id }) => id)).toEqual([
      "atlantis-meeting-cuba",
      "atlantis-meeting-cuba-2",
      "atlantis-meeting-cuba-3",
      "cuba-visit-bermuda",
      "visit",
    ]);
  });

  test("has an id that a file system can hold, however many take part", () => {
    const many = Array.from({ length: 40 }, () => "bermuda, cuba").join(", ");
    const loaded = inline(`  - { type: meeting, to: [${many}], sources: [log] }\n`.repeat(2));
    const ids = loaded.content.edges.map(({ id }) => id).filter((id) => id.startsWith("atlantis"));
    expect(ids).toHaveLength(2);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThan(200);
  });

  test("is a draft where its entity is one", () => {
    const edge = "  - { type: meeting, to: cuba, sources: [log] }\n";
    const file = `---\ntype: state\nname: Denmark\ndraft: true\nedges:\n${edge}---\n`;
    const texts = { "entities/denmark.md": file, "entities/cuba.md": "---\ntype: state\nname: Cuba\n---\n" };
    expect(load(texts).content.byId.has("denmark-meeting-cuba")).toBe(false);
    expect(load(texts, { drafts: true }).content.byId.has("denmark-meeting-cuba")).toBe(true);
  });
});

describe("a source", () => {
  test("has every key of the content model", () => {
    const loaded = load({
      "sources/log.md": `---
title: The log
type: document
publisher: The harbour
authors: [Nemo, Aronnax]
url: https://example.org/log
archiveUrl: http://archive.example.org/log
published: 1870
accessed: 2023-06-15
language: zh-Hans
derivedFrom: [almanac]
reliability: B
tags: [sea]
placeholder: false
x-shelf: 12
---
`,
      "sources/almanac.md": "---\ntitle: The almanac\n---\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.byId.get("log")).toEqual({
      kind: "source",
      id: "log",
      file: "sources/log.md",
      body: "",
      bodyLine: 17,
      extra: { "x-shelf": "12" },
      title: "The log",
      type: "document",
      publisher: "The harbour",
      authors: ["Nemo", "Aronnax"],
      url: "https://example.org/log",
      archiveUrl: "http://archive.example.org/log",
      published: { edtf: "1870", min: Date.UTC(1870, 0, 1), max: Date.UTC(1871, 0, 1) - 1 },
      accessed: { edtf: "2023-06-15", min: Date.UTC(2023, 5, 15), max: Date.UTC(2023, 5, 16) - 1 },
      language: "zh-Hans",
      derivedFrom: ["almanac"],
      reliability: "B",
      tags: ["sea"],
      formerIds: [],
      placeholder: false,
      draft: false,
    });
  });

  test("is an article unless it says otherwise", () => {
    expect(load({}).content.byId.get("log")).toMatchObject({ type: "article", authors: [], derivedFrom: [] });
  });

  test("is cited by a footnote in a body", () => {
    const loaded = load({
      "sources/almanac.md": "---\ntitle: The almanac\n---\n",
      "entities/bermuda.md": "---\ntype: state\nname: Bermuda\n---\n\nIt rains.[^almanac]\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
  });
});

describe("a draft", () => {
  const texts = {
    "entities/cuba.md": "---\ntype: state\nname: Cuba\ndraft: true\n---\n\nNear [[atlantis]].\n",
    "edges/meeting.md":
      "---\ntype: meeting\nfrom: atlantis\nto: cuba\ndraft: true\nsources: [almanac]\n---\n",
    "sources/almanac.md": "---\ntitle: The almanac\ndraft: true\n---\n",
  };
  const ids = (records: readonly AnyRecord[]) => records.map(({ id }) => id);

  test("is left out, with all that only drafts refer to", () => {
    const loaded = load(texts);
    expect(problemsIn(loaded)).toEqual([]);
    const { entities, edges, sources, byId } = loaded.content;
    expect([ids(entities), ids(edges), ids(sources)]).toEqual([["atlantis", "bermuda"], ["visit"], ["log"]]);
    expect(byId.has("cuba")).toBe(false);
  });

  test("is part of the content with --drafts", () => {
    const loaded = load(texts, { drafts: true });
    expect(problemsIn(loaded)).toEqual([]);
    const { entities, edges, sources } = loaded.content;
    expect([ids(entities), ids(edges), ids(sources)]).toEqual([
      ["atlantis", "bermuda", "cuba"],
      ["meeting", "visit"],
      ["almanac", "log"],
    ]);
  });

  test("is checked all the same", () => {
    const broken = { ...texts, "entities/cuba.md": "---\ntype: state\nnme: Cuba\ndraft: true\n---\n" };
    expect(problemsIn(load(broken))).toEqual(["entities/cuba.md:3:1 unknown-key"]);
  });
});

describe("a folder", () => {
  const texts = {
    ...AROUND,
    "entities/states/cuba.md":
      "---\ntype: state\nname: Cuba\nformerIds: [old-cuba]\n---\n\nNear [[Bermuda]].\n",
    "edges/2023/june/meeting.md": "---\ntype: meeting\nfrom: old-cuba\nto: bermudda\nsources: [log]\n---\n",
    "edges/demand.md": "---\ntype: demand\nfrom: cuba\nto: bermuda\nabout: [visit]\nsources: [log]\n---\n",
  };

  test("gives each record its id by the name of its file alone", () => {
    const { content } = loadContent(folderOf(texts), { drafts: false });
    expect(content.byId.get("cuba")).toMatchObject({ kind: "entity", file: "entities/states/cuba.md" });
    expect(content.byId.get("meeting")).toMatchObject({ kind: "edge", file: "edges/2023/june/meeting.md" });
  });

  test("gives the same records and problems in whatever order its files come", () => {
    const backwards = Object.fromEntries(Object.entries(texts).reverse());
    const [one, other] = [texts, backwards].map((each) => loadContent(folderOf(each), { drafts: false }));
    expect(other?.diagnostics).toEqual(one?.diagnostics);
    expect(one?.diagnostics).toHaveLength(2);
    for (const list of ["entities", "edges", "sources"] as const)
      expect(other?.content[list]).toEqual(one?.content[list]);
  });

  test("gives its records sorted by id", () => {
    const { entities, edges } = loadContent(folderOf(texts), { drafts: false }).content;
    expect(entities.map(({ id }) => id)).toEqual(["atlantis", "bermuda", "cuba"]);
    expect(edges.map(({ id }) => id)).toEqual(["demand", "meeting", "visit"]);
  });

  test("may be empty", () => {
    const { content, diagnostics } = loadContent(folderOf({}), { drafts: false });
    expect(diagnostics).toEqual([]);
    expect(content.entities).toEqual([]);
    expect(content.settings.title).toBe("A graph without a title");
  });
});

test("a great many wrong references are all told, and the first thousand with what they may mean", () => {
  const wrong = Array.from({ length: 1500 }, () => "atlantsi").join(", ");
  const { diagnostics } = load({
    "edges/visit.md": `---\ntype: visit\nfrom: atlantis\nto: [bermuda, ${wrong}]\nsources: [log]\n---\n`,
  });
  const unknown = diagnostics.filter(({ code }) => code === "unknown-reference");
  expect(unknown).toHaveLength(1500);
  expect(unknown.filter(({ message }) => message.includes("did you mean"))).toHaveLength(1000);
});
