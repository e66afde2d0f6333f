/** Graphs made to be slow: one entity that all claims touch, claims that all join one pair, claims that answer all. */
import { expect, test } from "vitest";
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { analyse } from "../../src/graph/analyse.ts";
import type { Page } from "../../src/site/page.ts";
import { pagesOf } from "../../src/site/pages.ts";
import { makeSite } from "../../src/site/site.ts";
import { loadedContent } from "../support/graphs.ts";

const SETTINGS = { "site.yml": "requireSources: false\n" };
const person = (id: string, more = "") => ({
  [`entities/${id}.md`]: `---\ntype: person\nname: ${id}\n${more}---\n`,
});

function pages(files: Readonly<Record<string, string>>): Map<string, Page> {
  const content = loadedContent({ ...SETTINGS, ...files });
  return new Map(pagesOf(makeSite(content, analyse(content))).map((page) => [page.path, page]));
}

test("a hub with 50,000 claims is laid out, and its claims are listed in parts", async () => {
  const names = Array.from({ length: 1000 }, (_, i) => `p${i}`);
  const edges = Array.from(
    { length: 50_000 },
    (_, i) => `  - { type: statement, to: p${i % 1000}, id: c${i} }\n`,
  );
  const files = Object.assign(
    person("hub", `edges:\n${edges.join("")}`),
    ...names.map((name) => person(name)),
  );
  const site = pages(files);
  expect(site.has("entities/hub/page/100/index.html")).toBe(true);
  expect(site.has("entities/hub/page/101/index.html")).toBe(false);
  expect(await site.get("index.html")?.render()).toContain("1,001 entities, 50,000 claims");
  for (const path of ["entities/hub/index.html", "entities/hub/page/100/index.html"])
    expect(await site.get(path)?.render()).toContain("hub");
});

test("10,000 claims between two are drawn as one line", async () => {
  const edges = Array.from({ length: 10_000 }, (_, i) => `  - { type: statement, to: b, id: c${i} }\n`);
  const site = pages({ ...person("a", `edges:\n${edges.join("")}`), ...person("b") });
  const html = String(await site.get("index.html")?.render());
  expect(html.match(/class="bundle"/g)).toHaveLength(1);
  expect(html.length).toBeLessThan(30_000);
});

test("a claim that answers thousands is not listed with all of them on the page of each", async () => {
  const ids = Array.from({ length: 5_000 }, (_, i) => `c${i}`);
  const edges = ids.map((id) => `  - { type: statement, to: b, id: ${id} }\n`).join("");
  const all = `  - { type: refusal, to: b, id: all, respondsTo: [${ids.join(", ")}] }\n`;
  const site = pages({ ...person("a", `edges:\n${edges}${all}`), ...person("b") });
  expect(await site.get("edges/c4999/index.html")?.render()).toContain("and 4,990 others");
  expect(await site.get("edges/all/index.html")?.render()).toContain("../../edges/c4999/");
});

test("100,000 files are checked", () => {
  const files = Object.assign({ ...SETTINGS }, ...Array.from({ length: 100_000 }, (_, i) => person(`p${i}`)));
  const { content } = loadContent(folderOf(files), { drafts: false });
  expect(content.entities).toHaveLength(100_000);
});

test("20,000 namesakes, sources that nothing cites, and claims that answer one another in a row are checked", () => {
  const files: Record<string, string> = { ...SETTINGS, ...person("a"), ...person("b") };
  for (let i = 0; i < 20_000; i++) {
    files[`entities/n${i}.md`] = "---\ntype: person\nname: Namesake\n---\n";
    files[`sources/s${i}.md`] = "---\ntitle: A source\n---\n\nIt cites[^a] nobody.\n\n[^a]: A note.\n";
    const answers = i === 0 ? "" : `respondsTo: [c${i - 1}]\n`;
    files[`edges/c${i}.md`] = `---\ntype: statement\nfrom: a\nto: b\n${answers}---\n`;
  }
  const { diagnostics } = loadContent(folderOf(files), { drafts: false });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});
