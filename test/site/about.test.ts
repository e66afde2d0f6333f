import { expect, test } from "vitest";
import { STATUSES } from "../../src/shared/schema.ts";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";

const at = (settings: string, more: Readonly<Record<string, string>> = {}) =>
  pagesFrom({
    "site.yml": `title: Graph\nrequireSources: false\n${settings}`,
    ...person("a"),
    ...person("b"),
    ...claim("c", "a", "b", 'tags: ["Sea & air"]\n'),
    ...more,
  }).at("about/");

const section = (html: string, id: string): string =>
  allBetween(html, `<section class="about" aria-labelledby="${id}">`, "</section>")[0] ?? "";

test("every heading is in the contents, and has its section", async () => {
  const html = await at("");
  const ids = allBetween(html, '<li><a href="#', '"');
  expect(ids).toEqual(["reading", "signs", "methods", "correct", "cite", "keys", "feeds", "data", "privacy"]);
  for (const id of ids) expect(section(html, id)).toContain(`<h2 id="${id}">`);
});

test("begins with what the site says of itself", async () => {
  expect(await at("description: All about A.\n")).toContain('<p class="standfirst">All about A.</p>');
});

test("explains every status, each grade, and the width of lines", async () => {
  const signs = section(await at(""), "signs").toLowerCase();
  for (const status of STATUSES) expect(signs).toMatch(new RegExp(`<td>${status}[: ]`));
  for (const grade of ["1", "6", "a", "f"]) expect(signs).toContain(`<tr><td>${grade}</td><td>`);
  expect(signs.match(/stroke-width="[\d.]+"/g)?.length).toBeGreaterThanOrEqual(9);
});

test("lists the feeds by name: everything, each type and each tag that has claims", async () => {
  const feeds = section(await at("baseUrl: https://example.org/\n"), "feeds");
  expect(allBetween(feeds, ' <a href="../', '"')).toEqual([
    "feed.json",
    "feeds/types/statement.json",
    "feeds/tags/sea-air.json",
  ]);
  expect(feeds).toContain("#<bdi>Sea &amp; air</bdi>");
  expect(section(await at(""), "feeds")).not.toContain("<table>");
});

test("a hundred tags are listed, and how many more there are is said", async () => {
  const tags = Array.from({ length: 130 }, (_, i) => `t${i}`);
  const html = await at(
    "baseUrl: https://example.org/\n",
    claim("d", "a", "b", `tags: [${tags.join(", ")}]\n`),
  );
  expect(section(html, "feeds").match(/feeds\/tags\/.*?\.atom/g)).toHaveLength(100);
  expect(section(html, "feeds")).toContain("31 more tags");
});

test("names the repository, the licence and the address to cite, where the settings do", async () => {
  const html = await at(
    "baseUrl: https://example.org/graph\nrepository: https://example.org/files\nlicense: CC0\n",
  );
  expect(section(html, "correct")).toContain('<a href="https://example.org/files" rel="external">');
  expect(section(html, "cite")).toContain('<bdi>Graph</bdi>. <a href="https://example.org/graph/">');
  expect(section(html, "cite")).toContain("Licence: <bdi>CC0</bdi>.");
  expect(section(await at(""), "correct")).toContain("Where the files are kept is not said here");
  expect(section(await at(""), "cite")).toContain("No licence is named");
});
