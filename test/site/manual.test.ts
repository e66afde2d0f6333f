import { beforeAll, describe, expect, test } from "vitest";
import type { Manual, ManualPage } from "../../src/content/manual.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { pagesOf } from "../../src/site/pages.ts";
import { makeSite } from "../../src/site/site.ts";
import { loadedContent } from "../support/graphs.ts";
import { complaintsAbout } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";
import { filesBelow, PROJECT, runSkein, temporaryFolder } from "../support/skein.ts";

const page = (name: string, body: string): ManualPage => ({
  name,
  title: `T ${name}`,
  summary: `S ${name}`,
  body,
});
const manual = (...pages: ManualPage[]): Manual => ({
  contents: { name: "", title: "Help", summary: "", body: "[A](a.md)" },
  groups: [{ title: "Group", pages }],
  pictures: new Map(),
});

async function published(value: Manual | undefined, path: string): Promise<string | undefined> {
  const content = loadedContent({ "site.yml": "title: Graph\n" });
  const pages = pagesOf(makeSite(content, analyse(content), { manual: value }));
  const text = await pages.find((each) => each.path === path)?.render();
  return text === undefined ? undefined : String(text);
}

const bodyOf = async (body: string): Promise<string> =>
  (await published(manual(page("a", body)), "docs/a/index.html"))
    ?.split('<div class="prose">\n')[1]
    ?.split("</div>\n<nav")[0]
    ?.trim() ?? "";

describe("a page of the manual", () => {
  test.each([
    [
      "a file of the manual",
      "[x](b.md#What-is-it)",
      '<p><a href="../../docs/b/#section-What-is-it">x</a></p>',
    ],
    ["the table of contents", "[x](README.md)", '<p><a href="../../docs/">x</a></p>'],
    ["the web", "[x](https://a.example/)", '<p><a href="https://a.example/" rel="external">x</a></p>'],
    ["a file outside the manual", "[x](../src/y.ts) [z](../z.md)", "<p><a>x</a> <a>z</a></p>"],
    ["a picture", "![x](pictures/y.png)", '<p><img src="../../docs/pictures/y.png" alt="x"></p>'],
    [
      "a heading, as hosts name it",
      "## What `is` it, now?\n\n## What is it now",
      '<h2 id="section-what-is-it-now">What <code>is</code> it, now?</h2>\n<h2 id="section-what-is-it-now-1">What is it now</h2>',
    ],
    ["the marks of claims, which it explains", "[[b]] [^source]", "<p>[[b]] [^source]</p>"],
    ["markup", "<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>"],
  ])("%s", async (_, body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });

  test("leads to all pages, and to those before and after it", async () => {
    const html = (await published(manual(page("a", ""), page("b", "")), "docs/a/index.html")) ?? "";
    expect(html).toContain('<li><a href="../../docs/a/" aria-current="page">T a</a></li>');
    expect(html).toContain('Before: <a href="../../docs/" rel="prev">Help</a>');
    expect(html).toContain('Next: <a href="../../docs/b/" rel="next">T b</a>');
  });

  test("is led to from the foot of every page, where there is a manual", async () => {
    expect(await published(manual(), "about/index.html")).toContain('<a href="../docs/">Documentation</a>');
    expect(await published(undefined, "about/index.html")).not.toContain("Documentation");
  });
});

describe("Skein’s own manual, published with the default graph", () => {
  const output = `${temporaryFolder()}/site`;
  beforeAll(async () => {
    const { code, out, err } = await runSkein(["build", "--docs", "docs", "--quiet", "-o", output], PROJECT);
    expect(code, out + err).toBe(0);
  });

  test("has no dead link and no missing picture", () => {
    const { dead, checked } = deadLinks(output);
    expect(checked).toBeGreaterThan(1000);
    expect(dead).toEqual([]);
  });

  test("is valid HTML", async () => {
    const pages = filesBelow(output).filter((path) => /^docs\/.*\.html$/.test(path));
    expect(pages.length).toBeGreaterThan(10);
    expect(await complaintsAbout(output, pages)).toEqual([]);
  });
});
