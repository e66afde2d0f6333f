import { expect, test } from "vitest";
import { fileOf, siteOf } from "./site.ts";

test("llms.txt has the form of llmstxt.org: a title, a summary, how to read it, and lists of links", async () => {
  const site = siteOf({
    "site.yml": "title: Two islands\ndescription: Who visits whom.\nbaseUrl: https://example.org/\n",
    "stories/one.md": "---\ntitle: A visit\ndescription: How it came about.\n---\n\n## One\n",
  });
  const text = await fileOf(site, "llms.txt");
  expect(text).toMatch(
    /^# Two islands\n\n> Who visits whom\.\n\nA graph of 2 entities and 1 claim that rest on 1 source\./,
  );
  expect(text.match(/^## .*/gm)).toEqual(["## Lists", "## Entities", "## Stories"]);
  expect(text).toContain("- [Claims](https://example.org/edges/): who did what to whom, newest first\n");
  expect(text).toContain("- [Atlantis](https://example.org/entities/atlantis/)\n");
  expect(text).toContain("- [A visit](https://example.org/stories/one/): How it came about.\n");
});

test("without a base address its links are relative; marks of Markdown in names are letters", async () => {
  const site = siteOf({ "entities/atlantis.md": '---\ntype: state\nname: "A](x) *b* <i>"\n---\n' });
  expect(await fileOf(site, "llms.txt")).toContain("- [A\\](x) \\*b\\* \\<i\\>](entities/atlantis/)\n");
});
