import { describe, expect, test } from "vitest";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";

const LOOSE = { "site.yml": "title: Graph\nrequireSources: false\n" };
const PEOPLE = { ...LOOSE, ...person("a"), ...person("b"), ...person("c") };
const edgesIn = (html: string) =>
  [...html.matchAll(/<a href="(?:\.\.\/)+edges\/([^"/]+)\/">/g)].map(([, id]) => id);

describe("the page of a pair", () => {
  const pages = pagesFrom({
    ...PEOPLE,
    ...claim("late", "b", "a", 'date: "2020"\n'),
    ...claim("early", "a", "b", 'date: "2010"\n'),
    ...claim("undated", "a", "[b, c]"),
    ...claim("wrong", "a", "b", 'date: "2011"\n'),
    ...claim("right", "a", "b", 'date: "2012"\nsupersedes: [wrong]\n'),
  });

  test("has every claim between the two in order of time, corrected ones marked", async () => {
    const html = await pages.at("pairs/a--b/");
    expect(edgesIn(html)).toEqual(["early", "wrong", "right", "late", "undated"]);
    expect(html).toContain("<h1><bdi>A</bdi> and <bdi>B</bdi></h1>");
    expect(html).toContain("5 claims between");
    expect(html).toContain('<li class="claim superseded">');
  });

  test("is there only where there is more than one claim, and is linked from both and from each claim", async () => {
    expect(pages.paths.filter((path) => path.startsWith("pairs/"))).toEqual(["pairs/a--b/index.html"]);
    for (const address of ["entities/a/", "entities/b/", "edges/early/", "edges/undated/"])
      expect(await pages.at(address)).toContain('href="../../pairs/a--b/"');
    expect(await pages.at("entities/c/")).not.toContain("pairs/");
  });

  test("the page of a claim lists the others between the same two", async () => {
    const [section = ""] = allBetween(await pages.at("edges/early/"), 'id="between-heading"', "</section>");
    expect(edgesIn(section)).toEqual(["late", "right", "wrong", "undated"]);
  });

  test("of two long ids is a folder deeper, because a file’s name may be too short for both", () => {
    const [x, y] = ["x".repeat(120), "y".repeat(120)];
    const { paths } = pagesFrom({
      ...LOOSE,
      ...person(x),
      ...person(y),
      ...claim("one", x, y),
      ...claim("two", y, x),
    });
    expect(paths).toContain(`pairs/${x}--/${y}/index.html`);
  });
});

describe("threads", () => {
  const pages = pagesFrom({
    ...PEOPLE,
    ...claim("demand", "a", "b", 'date: "2001"\n'),
    ...claim("refusal", "b", "a", 'date: "2002"\nrespondsTo: [demand]\n'),
    ...claim("comment", "c", "b", 'date: "2003"\nabout: [refusal, a]\n'),
    ...claim("alone", "c", "a"),
    ...claim("word", "c", "a"),
    ...claim("answer", "a", "c", "respondsTo: [word]\n"),
  });

  test("the page of a claim has all of its thread, before and after, with itself marked", async () => {
    const html = await pages.at("edges/demand/");
    const [thread = ""] = allBetween(html, '<ol class="thread"', "</ol>");
    expect(edgesIn(thread)).toEqual(["refusal", "comment"]);
    expect(thread).toContain('<li aria-current="true">');
    expect(html).toContain("<h3>It is answered by</h3>");
    expect(html).toContain('<a href="../../threads/#claim-demand">See it among all threads</a>');
  });

  test("a claim that nothing answers has none, and one without more than its answer needs no list of all", async () => {
    expect(await pages.at("edges/alone/")).not.toContain("What it belongs to");
    expect(await pages.at("edges/word/")).not.toContain('<ol class="thread"');
    expect(await pages.at("edges/comment/")).toContain("<h3>It is about</h3>");
  });

  test("are all listed, the longest first, each from its oldest claim on", async () => {
    const html = await pages.at("threads/");
    expect(edgesIn(html)).toEqual(["demand", "refusal", "comment", "word", "answer"]);
    expect(html).toContain("5 claims in 2 threads.");
    expect(html).toContain('<nav aria-label="More">');
  });

  test("a thread of a thousand runs over pages, and the page of a claim shows what is near it", async () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `c${String(i).padStart(4, "0")}`);
    const files = ids.map((id, i) => claim(id, "a", "b", i === 0 ? "" : `respondsTo: [${ids[i - 1]}]\n`));
    const long = pagesFrom(Object.assign({ ...PEOPLE }, ...files));
    expect(await long.at("threads/page/2/")).toContain("(continued)");
    const html = await long.at("edges/c0700/");
    expect(allBetween(html, '<ol class="thread"', "</ol>")[0]?.match(/<li/g)).toHaveLength(25);
    expect(html).toContain('href="../../threads/page/2/#claim-c0700"');
    expect(html).toContain("with 688 before these and 287 after them");
  });
});

describe("a claim’s citation", () => {
  const claims = claim("one", "a", "b", 'date: "2010-05"\n');

  test("is in three forms, with the address of its page, and without a day on which it was read", async () => {
    const html = await pagesFrom({
      ...PEOPLE,
      ...claims,
      "site.yml": "title: Graph\nbaseUrl: https://example.org/g\nrequireSources: false\n",
    }).at("edges/one/");
    const [plain, bibtex, csl] = allBetween(html, '<pre tabindex="0">', "</pre>");
    expect(plain).toBe(
      "“A comments on B” (May 2010, reported). In: Graph, https://example.org/g/edges/one/.",
    );
    expect(bibtex).toContain("howpublished = {\\url{https://example.org/g/edges/one/}}");
    expect(csl).toContain("&quot;URL&quot;: &quot;https://example.org/g/edges/one/&quot;");
    expect(html).not.toMatch(/accessed|urldate/);
  });

  test("says the page in words where the site does not know its address", async () => {
    const html = await pagesFrom({ ...PEOPLE, ...claims }).at("edges/one/");
    const [plain, bibtex, csl] = allBetween(html, '<pre tabindex="0">', "</pre>");
    expect(plain).toContain("In: Graph, page edges/one/.");
    expect(bibtex).toContain("howpublished = {page edges/one/}");
    expect(csl).not.toContain("URL");
  });
});

test.each([
  ['"2010-05"', "May 2010; between 1 May 2010 and 31 May 2010"],
  ['"2010-05-03"', "3 May 2010 <span"],
  ['"2010/.."', "since 2010; on 1 January 2010 at the earliest"],
  ['"../2010"', "until 2010; on 31 December 2010 at the latest"],
])("the bounds of %s are said", async (date, words) => {
  const html = await pagesFrom({ ...PEOPLE, ...claim("one", "a", "b", `date: ${date}\n`) }).at("edges/one/");
  expect(html).toContain(words);
});

test("the page of a source says whom it quotes and how much rests on it alone, copies of it counted in", async () => {
  const source = (id: string, more = "") => ({ [`sources/${id}.md`]: `---\ntitle: ${id}\n${more}---\n` });
  const pages = pagesFrom({
    ...person("ada"),
    ...person("bo"),
    ...source("log"),
    ...source("copy", "derivedFrom: [log]\n"),
    ...source("other"),
    ...claim("both", "ada", "bo", "sources: [log, copy]\nattributedTo: [bo]\n"),
    ...claim("copied", "ada", "bo", "sources: [copy]\n"),
    ...claim("two", "ada", "bo", "sources: [log, other]\n"),
    ...claim("passing", "ada", "bo", "sources: [{ source: log, stance: mentions }, other]\n"),
    ...claim("wrong", "ada", "bo", "sources: [log]\n"),
    ...claim("right", "ada", "bo", "sources: [other]\nsupersedes: [wrong]\n"),
  });
  const log = await pages.at("sources/log/");
  expect(log).toContain(
    '<dt>Rests on it alone</dt><dd><a href="../../?source=log&amp;lens=alone">2 claims</a></dd>',
  );
  expect(log).toContain('<dt>Whom it quotes</dt><dd><a href="../../entities/bo/"><bdi>BO</bdi></a></dd>');
  expect(await pages.at("sources/copy/")).toContain('lens=alone">1 claim</a>');
  expect(await pages.at("entities/ada/")).toContain(
    '<a href="../../?route=ada--">How is it connected to …?</a>',
  );
});

test("the address that a claim or a source once had leads to the one it has, and so do references to it", async () => {
  const pages = pagesFrom({
    ...person("ada"),
    ...person("bo"),
    "sources/log.md": "---\ntitle: The log\nformerIds: [old-log]\n---\n",
    ...claim("visit", "ada", "bo", "sources: [old-log]\nformerIds: [old-visit]\n"),
    ...claim("answer", "bo", "ada", "sources: [log]\nrespondsTo: [old-visit]\n"),
  });
  expect(await pages.at("edges/old-visit/")).toContain('content="0; url=../../edges/visit/"');
  expect(await pages.at("sources/old-log/")).toContain('content="0; url=../../sources/log/"');
  expect(await pages.at("edges/visit/")).toContain("edges/answer/");
  expect(await pages.at("edges/answer/")).toContain("edges/visit/");
  expect(await pages.at("sources/log/")).toContain("edges/visit/");
});
