import { describe, expect, test } from "vitest";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";

const PEOPLE = { "site.yml": "requireSources: false\n", ...person("a"), ...person("b") };

const dated = (id: string, from: string, to: string, date: string, more = "") =>
  claim(id, from, to, `date: "${date}"\n${more}`);

/** The section of the drawing. */
const timeOf = (html: string): string | undefined =>
  allBetween(html, '<section class="time" aria-labelledby="time-heading">', "</section>")[0];

describe("an entity’s claims in time", () => {
  test("are drawn with a mark each, its own only, after its neighbours and before its claims", async () => {
    const pages = pagesFrom({
      ...PEOPLE,
      ...person("c"),
      ...dated("one", "a", "b", "2023-05-01"),
      ...dated("two", "b", "a", "2023-06", "status: alleged\n"),
      ...dated("self", "a", "a", "2023-07-01"),
      ...dated("far", "b", "c", "2023-06-02"),
      ...claim("undated", "a", "b"),
    });
    const html = await pages.at("entities/a/");
    const time = timeOf(html) ?? "";
    expect(allBetween(time, ' href="../../edges/', '/"').sort()).toEqual(["one", "self", "two"]);
    expect(time).toContain("3 claims with a date, each a mark in the row of its type.");
    expect(time).not.toContain("<button");
    const order = ["neighbours-heading", "time-heading", "claims-heading"].map((id) =>
      html.indexOf(`<h2 id="${id}"`),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  test("are not drawn where fewer than two that stand have a date", async () => {
    const pages = pagesFrom({
      ...PEOPLE,
      ...dated("wrong", "a", "b", "2023-05-01"),
      ...dated("right", "a", "b", "2023-05-02", "supersedes: [wrong]\n"),
      ...claim("undated", "a", "b"),
    });
    expect(timeOf(await pages.at("entities/a/"))).toBeUndefined();
  });

  test("are counted where there are hundreds, on the first part of the page only", async () => {
    const files: Record<string, string> = { ...PEOPLE };
    for (let i = 0; i < 600; i++) Object.assign(files, dated(`c${i}`, "a", "b", `${2000 + (i % 20)}`));
    const pages = pagesFrom(files);
    const time = timeOf(await pages.at("entities/a/")) ?? "";
    expect(time).toContain("600 claims with a date, counted by type.");
    expect(time).not.toContain("edges/");
    expect(timeOf(await pages.at("entities/a/page/2/"))).toBeUndefined();
  });
});

test("a page says its own address in print, where the site knows its place", async () => {
  const there = pagesFrom({ ...PEOPLE, "site.yml": "baseUrl: https://example.org/graph\n" });
  expect(await there.at("entities/a/")).toContain(
    '<p class="printed">https://example.org/graph/entities/a/</p>',
  );
  expect(await pagesFrom(PEOPLE).at("entities/a/")).not.toContain('class="printed"');
});

test("names say their language where their letters are not those of the site’s", async () => {
  const pages = pagesFrom({
    ...PEOPLE,
    "entities/li.md": '---\ntype: person\nname: 李尚福\naliases: [Li Shangfu, "Ли"]\n---\n',
  });
  const html = await pages.at("entities/li/");
  expect(html).toContain('<h1><bdi lang="zh">李尚福</bdi></h1>');
  expect(html).toContain("<bdi>Li Shangfu</bdi>");
  expect(html).toContain('<bdi lang="und-Cyrl">Ли</bdi>');
  expect(await pages.at("entities/")).toContain('<a href="../entities/li/"><bdi lang="zh">李尚福</bdi></a>');
});
