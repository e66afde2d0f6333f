import { describe, expect, test } from "vitest";
import { load, problemsIn } from "../support/content.ts";

const TEXTS = {
  "entities/li-shangfu.md":
    "---\ntype: person\nname: Li Shangfu\naliases: [李尚福, Müller]\nformerIds: [li]\nedges:\n  - { type: visit, to: bermuda, title: An inner visit, sources: [log] }\n---\n",
  "edges/2023/great-visit.md":
    "---\ntype: visit\nfrom: atlantis\nto: bermuda\ntitle: The great visit\nsources: [log]\n---\n",
  "sources/s\u00e3o.md": "---\ntitle: The log of São\n---\n",
};

/** The problems of a body, without the lines before it. */
function inBody(body: string, file = "entities/bermuda.md", assets: readonly string[] = []): string[] {
  const kind = file.startsWith("edges")
    ? "type: visit\nfrom: atlantis\nto: bermuda\nsources: [log, são]"
    : "";
  const front = kind || "type: state\nname: Bermuda\nsources: [são]";
  const loaded = load({ ...TEXTS, [file]: `---\n${front}\n---\n${body}\n` }, { assets });
  const before = front.split("\n").length + 2;
  return loaded.diagnostics.map(
    ({ line, column, endColumn, code }) => `${line - before}:${column}-${endColumn} ${code}`,
  );
}

describe("a link", () => {
  test.each([
    ["an id", "[[li-shangfu]]"],
    ["a name", "[[Li Shangfu]]"],
    ["a name in other letters", "[[LI  SHANGFU]]"],
    ["an alias", "[[李尚福]]"],
    ["an alias without its accents", "[[muller]]"],
    ["a former id", "[[li]]"],
    ["the title of an edge", "[[The great visit]]"],
    ["the id of an edge in its entity’s file", "[[li-shangfu-visit-bermuda]]"],
    ["the title of such an edge", "[[An inner visit]]"],
    ["the title of a source", "[[The log of São]]"],
    ["an id whose accents are encoded otherwise", "[[sa\u0303o]]"],
    ["with other words", "[[li-shangfu|the minister]]"],
    ["with a heading", "[[li-shangfu#career]]"],
    ["with both", "[[Li Shangfu#career|the minister]]"],
    ["to a heading of its own page", "[[#career]]"],
    ["to its own page", "[[bermuda]]"],
    ["as a path", "[the minister](li-shangfu.md)"],
    ["as a path to another folder", "[a visit](../edges/2023/great-visit.md)"],
    ["as a path with a heading", "[a visit](../edges/2023/great-visit.md#why)"],
    ["as a path with escapes", "[a log](../sources/s%C3%A3o.md)"],
    ["as a path whose accents are encoded otherwise", "[a log](../sources/sa\u0303o.md)"],
    ["as a citation", "It rains.[^log]"],
    ["as a citation whose accents are encoded otherwise", "It rains.[^sa\u0303o]"],
    ["to another website", "[a minister](https://example.org/nobody.md)"],
    ["as an address of its own", "<https://example.org/nobody.md>"],
  ])("leads somewhere: %s", (_, body) => {
    expect(inBody(body)).toEqual([]);
  });

  test.each([
    ["beside one that leads somewhere", "[[atlantis]] [[nobody]]", "1:14-24"],
    ["behind what would be a citation", "[^log](nobody.md)", "1:8-17"],
  ])("that leads nowhere is found %s", (_, body, place) => {
    expect(inBody(body)).toEqual([`${place} dangling-link`]);
  });

  test.each([
    ["in code", "`[[nobody]]`"],
    ["in a block of code", "```\n[[nobody]] [^nobody]\n```"],
    ["in an indented block", "    [[nobody]]"],
    ["escaped", "\\[\\[nobody]]"],
    ["over two lines", "[[nobody\nelse]]"],
    ["empty", "[[ ]]"],
    ["in one pair of brackets", "[nobody]"],
    ["a footnote with its text", "A note.[^1]\n\n[^1]: The text."],
  ])("is none: %s", (_, body) => {
    expect(inBody(body)).toEqual([]);
  });

  test.each([
    ["behind the same in code", "`[[nobody]]` and [[nobody]]", ["1:18-28 dangling-link"]],
    ["twice in a line", "[[nobody]] and [[nobody]]", ["1:1-11 dangling-link", "1:16-26 dangling-link"]],
    ["in two lines", "One\n[[nobody]].\nTwo\n[[nobody]].", ["2:1-11 dangling-link", "4:1-11 dangling-link"]],
    ["behind a good one", "[[li]] [[nobody]]", ["1:8-18 dangling-link"]],
    ["in a quotation", "> One\n> [[nobody]]", ["2:3-13 dangling-link"]],
    ["in a list in a list", "- a\n  - b [[nobody]]", ["2:7-17 dangling-link"]],
    [
      "in two tables",
      "| a | b |\n|---|---|\n| c | [[nobody]] |\n\nText.\n\n| a |\n|---|\n| [[nobody]] |",
      ["3:7-17 dangling-link", "9:3-13 dangling-link"],
    ],
    ["in a footnote", "Text.[^1]\n\n[^1]: See [[nobody]].", ["3:11-21 dangling-link"]],
    ["in a note in the text", "Text.^[See [[nobody]].]", ["1:12-22 dangling-link"]],
    ["in a reference", "[a][b]\n\n[b]: nobody.md", ["1:1-2 dangling-link"]],
    ["to a path", "Text [a](nobody.md#part).", ["1:10-24 dangling-link"]],
    ["to a path out of the folder", "[a](../../README.md)", ["1:5-20 dangling-link"]],
    ["to a source whose accents are encoded otherwise", "Text.[^so\u0303]", ["1:6-12 dangling-link"]],
    ["to a source that is none", "Text.[^li-shangfu]", ["1:6-19 dangling-link"]],
    ["to a letter outside the basic plane", "😀 [[nobody]]", ["1:4-14 dangling-link"]],
  ])("that leads nowhere is found %s", (_, body, problems) => {
    expect(inBody(body)).toEqual(problems);
  });

  test("as a path begins at the file that holds it", () => {
    expect(inBody("[a](../../entities/li-shangfu.md)", "edges/2023/great-visit.md")).toEqual([]);
    expect(inBody("[a](../entities/li-shangfu.md)", "edges/2023/great-visit.md")).toEqual([
      "1:5-30 dangling-link",
    ]);
  });

  test("by name goes to the entity whose id it is, before any whose name it is", () => {
    const loaded = load({
      "entities/cuba.md": "---\ntype: state\nname: atlantis\n---\n\n[[atlantis]]\n",
      "edges/visit.md": "---\ntype: visit\nfrom: [atlantis, cuba]\nto: bermuda\nsources: [log]\n---\n",
    });
    expect(problemsIn(loaded)).toEqual(["entities/cuba.md:3:7 duplicate-entity"]);
    expect(loaded.content.links.find("atlantis").map(({ id }) => id)).toEqual(["atlantis"]);
    expect(loaded.content.links.find("Atlantis").map(({ id }) => id)).toEqual(["atlantis", "cuba"]);
  });

  test("by a name that an entity has twice is not ambiguous", () => {
    const loaded = load({
      "entities/bermuda.md":
        "---\ntype: state\nname: Bermuda\naliases: [bermuda, BERMUDA]\n---\n\n[[BERMUDA]]\n",
    });
    expect(problemsIn(loaded)).toEqual([]);
  });

  test("to a path leads to the entity of the file, and not to its edges", () => {
    const { links } = load(TEXTS).content;
    expect(links.atPath("li-shangfu.md", "entities/bermuda.md")?.id).toBe("li-shangfu");
    expect(links.atPath("./x/../li-shangfu.md", "entities/bermuda.md")?.id).toBe("li-shangfu");
    expect(links.atPath("../../entities/li-shangfu.md", "entities/bermuda.md")).toBeUndefined();
  });
});

describe("a picture", () => {
  const assets = ["assets/maps/island.png"];

  test.each(["![An island](../assets/maps/island.png)", "![Elsewhere](https://example.org/x.png)"])(
    "is no problem: %s",
    (body) => {
      expect(inBody(body, "entities/bermuda.md", assets)).toEqual([]);
    },
  );

  test("has to be in the assets", () => {
    expect(inBody("![An island](island.png)", "entities/bermuda.md", assets)).toEqual([
      "1:14-24 missing-image",
    ]);
  });
});
