import { describe, expect, test } from "vitest";
import { DATA_FILES } from "../../src/exchange/files.ts";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";

const FILES = {
  ...person("a"),
  ...person("b"),
  ...claim("word", "a", "b"),
  "site.yml": "title: Two\nrequireSources: false\nlicense: CC BY 4.0\n",
};

describe("the page of the files for other programs", () => {
  test("names every file, and says how large it is, whichever is made first", async () => {
    const pages = pagesFrom(FILES);
    const first = await pages.at("data/");
    expect(allBetween(first, '<td><a href="', '"').sort()).toEqual(DATA_FILES.map(({ file }) => file).sort());
    for (const { file } of DATA_FILES) await pages.file(`data/${file}`);
    expect(await pages.at("data/")).toBe(first);
    const [size = ""] = allBetween(first.slice(first.indexOf('"graph.nq"')), '<td class="size">', "</td>");
    const bytes = Buffer.byteLength(await pages.file("data/graph.nq"));
    expect(bytes).toBeGreaterThan(6000);
    expect(size).toMatch(/^[\d.]+ kB$/);
    expect(Number.parseFloat(size)).toBe(Number((bytes / 1000).toPrecision(2)));
  });

  test("says the licence, or that there is none", async () => {
    expect(await pagesFrom(FILES).at("data/")).toContain("Licence: <bdi>CC BY 4.0</bdi>.");
    const without = { ...FILES, "site.yml": "requireSources: false\n" };
    expect(await pagesFrom(without).at("data/")).toContain("No licence is named");
  });

  test("is found from the page about the site, and in the language of the site", async () => {
    const pages = pagesFrom({ ...FILES, "site.yml": "title: 二\nrequireSources: false\nlanguage: zh\n" });
    expect(await pages.at("about/")).toContain('<a href="../data/">数据</a>');
    expect(await pages.at("data/")).toContain("<h1>数据</h1>");
  });

  test("the same content gives the same files", async () => {
    const [one, other] = [pagesFrom(FILES), pagesFrom(FILES)];
    for (const { file } of DATA_FILES)
      expect(await one.file(`data/${file}`)).toBe(await other.file(`data/${file}`));
  });
});
