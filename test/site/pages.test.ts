import { join } from "node:path";
import { expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { pageAt, pagesOf } from "../../src/site/pages.ts";
import { makeSite } from "../../src/site/site.ts";
import { load } from "../support/content.ts";
import { PROJECT } from "../support/skein.ts";

const contents = [
  loadContent(readFolder(join(PROJECT, "content")), { drafts: false }).content,
  // With former ids, an id that looks like a page of a list, and a claim in its entity’s file.
  load({
    "entities/page.md":
      "---\ntype: state\nname: Page\nformerIds: [seite]\nedges:\n  - { type: visit, to: [atlantis], sources: [log] }\n---\n",
    "site.yml": "title: T\nbaseUrl: https://example.org/\n",
  }).content,
];

test("each page is found by its path", () => {
  for (const content of contents) {
    const site = makeSite(content, analyse(content));
    const pages = pagesOf(site);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    for (const { path } of pages) expect(pageAt(site, path)?.path).toBe(path);
  }
});

test("there is nothing at other paths", () => {
  const [content] = contents;
  if (content === undefined) throw new Error("there is no content");
  const site = makeSite(content, analyse(content));
  const nowhere = [
    "",
    "/",
    "index.html/",
    "entities",
    "entities/",
    "entities/nobody/index.html",
    "__proto__",
  ];
  for (const path of [...nowhere, "entities/../index.html", "edges/li-shangfu/index.html", "skein/"])
    expect([path, pageAt(site, path)]).toEqual([path, undefined]);
});
