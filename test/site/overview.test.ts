import { describe, expect, test } from "vitest";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";

const LOOSE = { "site.yml": "title: Graph\nrequireSources: false\n" };
const PEOPLE = { ...LOOSE, ...person("a"), ...person("b"), ...person("c") };
const source = (id: string, more = "") => ({
  [`sources/${id}.md`]: `---\ntitle: Source ${id}\n${more}---\n`,
});
const edgesIn = (html: string) =>
  [...html.matchAll(/<a href="(?:\.\.\/)+edges\/([^"/]+)\/">/g)].map(([, id]) => id);
const EVIDENCE = {
  ...PEOPLE,
  ...source("paper"),
  ...source("radio"),
  ...source("copy", "derivedFrom: [paper]\n"),
};

test("every page leads to those about the whole graph", async () => {
  const html = await pagesFrom(PEOPLE).at("entities/a/");
  const [more = ""] = allBetween(html, '<nav aria-label="More">', "</nav>");
  expect(allBetween(more, 'href="../../', '"')).toEqual([
    "timeline/",
    "table/",
    "threads/",
    "disputes/",
    "statistics/",
    "matrix/",
    "help/",
    "changes/",
    "data/",
    "about/",
  ]);
});

test("pages about the whole graph say so where there is nothing", async () => {
  const pages = pagesFrom(LOOSE);
  expect(await pages.at("timeline/")).toContain("There are no claims yet.");
  expect(await pages.at("table/")).toContain("There are no claims yet.");
  expect(await pages.at("threads/")).toContain("No claim here answers another.");
  expect(await pages.at("disputes/")).toContain("No claim here is contested");
  expect(await pages.at("statistics/")).toContain("There is nothing to count yet.");
  expect(await pages.at("matrix/")).toContain("Nobody does anything here yet.");
  expect(await pages.at("help/")).toContain("None: nothing to do here.");
});

test("disputes are claims of such a status and those that a source contradicts, with both sides", async () => {
  const pages = pagesFrom({
    ...EVIDENCE,
    ...claim("plain", "a", "b", "sources: [paper]\n"),
    ...claim("denied", "a", "b", "status: denied\nsources: [paper]\n"),
    ...claim("against", "b", "a", "sources: [paper, { source: radio, stance: disputes, locator: page 3 }]\n"),
    ...claim("reply", "b", "a", "respondsTo: [denied]\nsources: [paper]\n"),
  });
  const html = await pages.at("disputes/");
  const [against = "", denied = ""] = allBetween(html, '<dl class="sides">', "</dl>");
  expect(html).toContain("2 claims, newest first.");
  expect(edgesIn(html)).toEqual(["against", "denied", "reply"]);
  expect(against).toMatch(
    /For it<\/dt><dd>.*sources\/paper\/[\s\S]*Against it<\/dt><dd>.*sources\/radio\/.*page 3/,
  );
  expect(denied).toMatch(/Against it<\/dt><dd class="empty">no source/);
  expect(denied).toContain("Answered by");
});

describe("statistics", () => {
  const pages = pagesFrom({
    ...EVIDENCE,
    ...claim("one", "a", "b", 'date: "2001"\nsources: [paper, copy]\n'),
    ...claim("two", "b", "c", 'date: "2003"\nstatus: alleged\nsources: [paper, radio]\n'),
    ...claim("three", "a", "c", "sources: [radio]\n"),
  });

  test("count by type, status and year, the years without a claim among them", async () => {
    const tables = new Map(
      allBetween(await pages.at("statistics/"), "<caption>", "</table>").map((table) => [
        table.split("<")[0] ?? "",
        allBetween(table, '<th scope="row">', "</td>").map((row) =>
          row
            .replace(/<[^>]*>/g, " ")
            .replace(/\s+/g, " ")
            .trim(),
        ),
      ]),
    );
    expect(tables.get("Entities by type")).toEqual(["People 3"]);
    expect(tables.get("Claims by status")).toEqual(["Reported 2", "Alleged 1"]);
    expect(tables.get("Claims by the year in which they begin")).toEqual([
      "2001 1",
      "2002 0",
      "2003 1",
      "Undated 1",
    ]);
    expect(tables.get("Sources by claims")).toEqual(["Source paper 2", "Source radio 2", "Source copy 1"]);
    expect(tables.get("The first 3 by Degree")).toEqual(["A 2", "B 2", "C 2"]);
  });

  test("say what rests on one independent source, and how betweenness was worked out", async () => {
    const html = await pages.at("statistics/");
    expect(html).toContain("2 of 3 claims that stand (67 %) rest on one independent source");
    expect(edgesIn(html)).toEqual(["one", "three"]);
    expect(html).toContain("Worked out exactly.");
  });

  test("take decades where the years are many", async () => {
    const html = await pagesFrom({
      ...PEOPLE,
      ...claim("old", "a", "b", 'date: "1803"\n'),
      ...claim("new", "a", "b", 'date: "1999"\n'),
    }).at("statistics/");
    expect(html).toContain("1800 to 1809");
    expect(html).toContain("1990 to 1999");
  });
});

test("help wanted lists what is missing, with its number, and no claim that was corrected", async () => {
  const pages = pagesFrom({
    ...LOOSE,
    ...person("a", "", 'description: Somebody\naliases: ["某人"]\n'),
    ...person("b", "", "aliases: [Bee]\n"),
    ...source("paper", "archiveUrl: https://example.org/copy\n"),
    ...source("radio"),
    ...claim("day", "a", "b", 'date: "2001-02-03"\nsources: [paper, radio]\n'),
    ...claim("doubt", "a", "b", 'date: "2001-02-03?"\nsources: [paper]\n'),
    ...claim("span", "a", "b", 'date: "2001-02-03/.."\nsources: [paper, radio]\n'),
    ...claim("never", "a", "b", "supersedes: [wrong]\n"),
    ...claim("wrong", "a", "b"),
  });
  const html = await pages.at("help/");
  const found = Object.fromEntries(
    allBetween(html, '<section aria-labelledby="', "</section>").map((section) => [
      section.split('"')[0],
      allBetween(section, '<li><a href="../', '/">'),
    ]),
  );
  expect(found).toEqual({
    "one-source": ["edges/doubt"],
    "no-archive": ["sources/radio"],
    "no-date": ["edges/never"],
    "imprecise-date": ["edges/doubt"],
    "no-description": ["entities/b"],
    "one-script": ["entities/b"],
  });
  expect(html).toContain('<a href="#no-date">Claims without a date</a> <span class="tally">1</span>');
});

test("a list of what is missing stops at a hundred and says how many more there are", async () => {
  const people = Array.from({ length: 120 }, (_, i) => person(`p${i}`));
  const html = await pagesFrom(Object.assign({ ...LOOSE }, ...people)).at("help/");
  expect(html).toContain("And 20 more.");
});

describe("the matrix", () => {
  const cellsIn = (html: string) =>
    allBetween(html, '<td class="cell', "</td>").map(
      (cell) => /href="([^"]*)" aria-label="([^"]*)"/.exec(cell)?.slice(1) ?? [],
    );

  test("has the number of claims of each with each, which leads to the claim or to the pair", async () => {
    const pages = pagesFrom({
      ...PEOPLE,
      ...claim("one", "a", "b"),
      ...claim("two", "b", "a"),
      ...claim("three", "a", "b"),
      ...claim("four", "c", "a"),
      ...claim("loop", "a", "a"),
      "edges/both.md": "---\ntype: meeting\nfrom: c\nto: b\n---\n",
    });
    expect(
      cellsIn(await pages.at("matrix/"))
        .filter(({ length }) => length > 0)
        .sort(),
    ).toEqual([
      ["../edges/both/", "1 claim: B to C"],
      ["../edges/both/", "1 claim: C to B"],
      ["../edges/four/", "1 claim: C to A"],
      ["../edges/loop/", "1 claim: A to A"],
      ["../pairs/a--b/", "1 claim: B to A"],
      ["../pairs/a--b/", "2 claims: A to B"],
    ]);
  });

  test("holds the thirty with most claims", async () => {
    const files: Record<string, string> = { ...LOOSE, ...person("hub") };
    for (let i = 0; i < 40; i++) Object.assign(files, person(`p${i}`), claim(`c${i}`, "hub", `p${i}`));
    const html = await pagesFrom(files).at("matrix/");
    expect(html).toContain("among the 30 entities with most claims");
    expect(cellsIn(html)).toHaveLength(900);
  });
});
