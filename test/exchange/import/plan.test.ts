import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderOf } from "../../../src/content/folder.ts";
import { loadContent } from "../../../src/content/load.ts";
import { csvFound, filesOf, notesOf, prepare } from "../../support/importing.ts";

const CONTENT = {
  "entities/ada.md": "---\ntype: person\nname: Ada\ndescription: A captain\n---\n",
  "entities/bo.md": "---\ntype: person\nname: Bo\n---\n",
  "sources/log.md": "---\ntitle: The log\n---\n",
};
const TIE = "from,to,type\nAda,Bo,meeting\n";

describe("sources", () => {
  test("a claim without one cites a placeholder, which the check reports", () => {
    const prepared = prepare(csvFound({ "in.csv": TIE }), CONTENT);
    expect(filesOf(prepared)).toEqual({
      "edges/ada-meeting-bo.md": "---\ntype: meeting\nfrom: ada\nto: bo\nsources: [import-in-csv]\n---\n",
      "sources/import-in-csv.md": "---\ntitle: Import of in.csv\ntype: dataset\nplaceholder: true\n---\n",
    });
    const texts = { ...CONTENT, ...filesOf(prepared) };
    const { diagnostics } = loadContent(folderOf(texts), { drafts: false });
    expect(diagnostics.map(({ code }) => code)).toContain("placeholder-source");
  });

  test("one that is named is cited by every claim, also by one with a source of its own", () => {
    const found = csvFound({ "in.csv": "from,to,type,sources\nAda,Bo,meeting,\nAda,Bo,visit,other\n" });
    const content = { ...CONTENT, "sources/other.md": "---\ntitle: Another\n---\n" };
    expect(filesOf(prepare(found, content, { source: "log" }))).toEqual({
      "edges/ada-meeting-bo.md": "---\ntype: meeting\nfrom: ada\nto: bo\nsources: [log]\n---\n",
      "edges/ada-visit-bo.md": "---\ntype: visit\nfrom: ada\nto: bo\nsources: [other, log]\n---\n",
    });
  });

  test("a graph that does without gets no placeholder", () => {
    const content = { ...CONTENT, "site.yml": "requireSources: false\n" };
    expect(Object.keys(filesOf(prepare(csvFound({ "in.csv": TIE }), content)))).toEqual([
      "edges/ada-meeting-bo.md",
    ]);
  });
});

describe("what is there already", () => {
  test("stays, and what the import says otherwise is listed", () => {
    const prepared = prepare(
      csvFound({ "in.csv": "name,type,description,tags\nAda,thing,A countess,sea\n" }),
      CONTENT,
    );
    expect(filesOf(prepared)).toEqual({});
    expect(notesOf(prepared)).toEqual([
      "in.csv:2 differs: ada is there already, and stays as it is; the import says something else of type, description, tags",
    ]);
  });

  test("and its own keys are compared as well", () => {
    const content = {
      ...CONTENT,
      "entities/cy.md": "---\ntype: person\nname: Cy\nx-ship: Nautilus\nx-a: 1\n---\n",
    };
    const found = csvFound({ "in.csv": "name,type,x-ship,x-a\nCy,person,Pequod,1\n" });
    expect(notesOf(prepare(found, content))).toEqual([
      "in.csv:2 differs: cy is there already, and stays as it is; the import says something else of x-ship",
    ]);
  });

  test("keeps what it is called: no new record takes an alias for its id", () => {
    const content = { ...CONTENT, "entities/cy.md": "---\ntype: person\nname: Cy\naliases: [Cyrus]\n---\n" };
    expect(
      Object.keys(filesOf(prepare(csvFound({ "in.csv": "name,type\n(Cyrus),person\n" }), content))),
    ).toEqual(["entities/cyrus-2.md"]);
  });

  test("of another kind keeps its id", () => {
    const prepared = prepare(csvFound({ "in.csv": "name,type\nLog,thing\n" }), CONTENT);
    expect(Object.keys(filesOf(prepared))).toEqual(["entities/log-2.md"]);
  });
});

test("a name with an unseen character in it is that without, the second time as the first", () => {
  const found = csvFound({ "in.csv": "from,to,type\nCy,Ada,visit\n\u0001Cy,Ada,meeting\n" });
  const files = filesOf(prepare(found, CONTENT, { source: "log" }));
  expect(Object.keys(files)).toEqual(["entities/cy.md", "edges/cy-visit-ada.md", "edges/cy-meeting-ada.md"]);
  expect(filesOf(prepare(found, { ...CONTENT, ...files }, { source: "log" }))).toEqual({});
});

describe("types", () => {
  test("are given to words by the caller, and read from the other end", () => {
    const found = csvFound({ "in.csv": "from,to,type\nAda,Bo,is visited by\nAda,Bo,chats with\n" });
    const prepared = prepare(found, CONTENT, { source: "log", types: new Map([["chats with", "call"]]) });
    expect(Object.keys(filesOf(prepared))).toEqual(["edges/bo-visit-ada.md", "edges/ada-call-bo.md"]);
  });

  test("that may not join such ends give way to the fallback", () => {
    const found = csvFound({ "in.csv": "from,to,type\nAda,Bo,sanction\nAda,Ada,visit\n" });
    const prepared = prepare(found, CONTENT, { source: "log" });
    expect(filesOf(prepared)["edges/ada-concerns-bo.md"]).toBe(
      "---\ntype: concerns\nfrom: ada\nto: bo\nsources: [log]\nx-type: sanction\n---\n",
    );
    expect(notesOf(prepared)).toEqual([
      "in.csv:2 replaced: from of “sanction” must be state or organisation, and “ada” is person: the claim becomes “concerns”, and x-type keeps the word",
      "in.csv:3 replaced: “visit” cannot join “ada” to itself: the claim becomes “concerns”, and x-type keeps the word",
    ]);
  });
});

test("what would be an error is left out and listed, with what refers to it", () => {
  const found = csvFound({
    "in.csv":
      "id,from,to,type,respondsTo\nfirst,Ada,Bo,demand,second\nsecond,Bo,Ada,refusal,first\nthird,Ada,Bo,visit,\n",
  });
  const prepared = prepare(found, CONTENT, { source: "log" });
  expect(prepared.blocked).toEqual([]);
  expect(notesOf(prepared).filter((note) => note.includes("circle"))).not.toEqual([]);
  const texts = { ...CONTENT, ...filesOf(prepared) };
  const { diagnostics } = loadContent(folderOf(texts), { drafts: false });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(Object.keys(filesOf(prepared))).toContain("edges/third.md");
});

test("links in bodies that lead nowhere become text, code is left", () => {
  const body =
    "See [[Ada]], [[nobody|him]], `[[nobody]]`, [^x] and [a file](../entities/ada.md) ![p](p.png).";
  const prepared = prepare(csvFound({ "in.csv": `name,type,body\nCy,person,"${body}"\n` }), CONTENT);
  expect(filesOf(prepared)["entities/cy.md"]).toBe(
    "---\ntype: person\nname: Cy\n---\n\nSee [[Ada]], him, `[[nobody]]`, \\[^x] and [a file](../entities/ada.md) p.\n",
  );
  expect(notesOf(prepared)).toEqual([
    "in.csv:2 left-out: the link [[nobody|him]] leads to no record, or to several: it becomes text",
    "in.csv:2 left-out: the link [^x] leads to no record, or to several: it becomes text",
    "in.csv:2 left-out: the link ![p](p.png) leads to no record, or to several: it becomes text",
  ]);
});

test("pictures of the content are found from where the file will be", () => {
  const body = "![a](../../assets/a.png) ![b](https://b.example/b.png)";
  const prepared = prepare(csvFound({ "in.csv": `name,type,body\nCy,person,"${body}"\n` }), CONTENT, {}, [
    "assets/a.png",
  ]);
  expect(filesOf(prepared)["entities/cy.md"]).toContain(
    "![a](../assets/a.png) ![b](https://b.example/b.png)",
  );
});

test("a name of signs alone, with space around it, is found again", () => {
  const found = csvFound({ "in.csv": 'name,type\n"% ",thing\n' });
  const files = filesOf(prepare(found));
  expect(Object.keys(files)).toEqual(["entities/entity.md"]);
  expect(filesOf(prepare(found, files))).toEqual({});
});

describe("whatever the cells are", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "Ada",
      "ada",
      "[[Ada]]",
      "../x",
      "__proto__",
      "constructor",
      "sanction",
      "2023",
      "a;b",
      "\u202e",
      "x".repeat(1200),
      "",
    ),
  );
  const quoted = (cells: readonly string[]) =>
    cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",");
  const table = (header: string, width: number) =>
    fc
      .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
      .map((rows) => `${header}\n${rows.map((row) => `${quoted(row)}\n`).join("")}`);

  test("what is written passes the check, and a second import writes nothing", () => {
    fc.assert(
      fc.property(
        table("id,name,type,aliases,date,body", 6),
        table("from,to,type,date,title,about,sources", 7),
        (entities, edges) => {
          const found = csvFound({ "entities.csv": entities, "edges.csv": edges });
          const prepared = prepare(found);
          expect(prepared.blocked).toEqual([]);
          const files = filesOf(prepared);
          const { diagnostics } = loadContent(folderOf(files), { drafts: false });
          expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
          for (const path of Object.keys(files))
            expect(path).toMatch(/^(?:entities|edges|sources)\/[^/.]+\.md$/);
          expect(filesOf(prepare(found, files))).toEqual({});
        },
      ),
      { numRuns: 150 },
    );
  });
});
