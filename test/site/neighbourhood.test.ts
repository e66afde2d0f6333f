import { describe, expect, test } from "vitest";
import { allBetween, claim, pagesFrom, person } from "../support/pages.ts";

const LOOSE = { "site.yml": "requireSources: false\n" };

describe("the drawing of an entity among its neighbours", () => {
  test("shows each neighbour and each claim as a link, the entity itself strong, and nobody else", async () => {
    const pages = pagesFrom({
      ...LOOSE,
      ...person("a"),
      ...person("b"),
      ...person("c"),
      ...person("d"),
      ...claim("one", "a", "b"),
      ...claim("two", "b", "a", "status: alleged\n"),
      ...claim("three", "c", "a"),
      ...claim("far", "c", "d"),
      ...claim("loop", "a", "a"),
    });
    const html = await pages.at("entities/a/");
    const [svg = ""] = allBetween(html, '<svg class="picture"', "</svg>");
    expect(allBetween(svg, ' data-id="', '"').sort()).toEqual(["a", "b", "c", "loop", "one", "three", "two"]);
    expect(svg).toContain('<g class="is-strong"><a href="../../entities/a/"');
    expect(svg).toContain(
      '<a href="../../edges/two/" tabindex="-1" data-id="two" data-edge-type="statement" class="status-alleged">',
    );
    expect(html).toContain('<a href="../../?within=1#a">Open in the network, focused</a>');
    expect(html).not.toContain("<figcaption>The");
  });

  test("shows the 40 with most claims, counts the others, and has one line for each two where there are many", async () => {
    const files: Record<string, string> = { ...LOOSE, ...person("hub") };
    for (let i = 0; i < 60; i++) {
      Object.assign(files, person(`p${i}`), claim(`c${i}`, "hub", `p${i}`));
      if (i < 30) Object.assign(files, claim(`d${i}`, `p${i}`, "hub"), claim(`e${i}`, `p${i}`, "hub"));
    }
    const pages = pagesFrom(files);
    const html = await pages.at("entities/hub/");
    const [svg = ""] = allBetween(html, '<svg class="picture"', "</svg>");
    const nodes = allBetween(svg, ' data-id="', '"');
    expect(nodes).toHaveLength(41);
    expect(nodes).toEqual(expect.arrayContaining(Array.from({ length: 30 }, (_, i) => `p${i}`)));
    expect(html).toContain("The 40 neighbours with most claims; 20 more in the network.");
    expect(svg).toContain(
      '<a href="../../pairs/hub--p0/" tabindex="-1"><title>3 claims between HUB and P0</title>',
    );
    expect(html).toContain("<summary>18 more</summary>");
    expect(boxesThatOverlap(svg)).toEqual([]);
  });

  test("is left out for somebody of whom nothing is claimed", async () => {
    const html = await pagesFrom({ ...LOOSE, ...person("a") }).at("entities/a/");
    expect(html).not.toContain("Neighbours");
    expect(html).toContain("?within=1#a");
  });
});

/** Names whose lines cover one another, each taken as wide as its letters are at most. */
function boxesThatOverlap(svg: string): string[] {
  const boxes = allBetween(svg, "<tspan ", "</tspan>").map((text) => {
    const [, x = "", y = "", name = ""] = /x="([-\d.]+)" y="([-\d.]+)">(.*)/.exec(text) ?? [];
    return { x: Number(x), y: Number(y), half: name.length * 4, name };
  });
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < 12)
      .map((b) => `${a.name} and ${b.name}`),
  );
}

describe("where an entity is mentioned", () => {
  test("each record that links to it, with the sentence around the link and its words marked", async () => {
    const pages = pagesFrom({
      ...LOOSE,
      ...person("a", "It knows [[a|itself]]."),
      ...person("b", "First one. Then <b> saw *the* [[a|old man]]\nwith [[B]]. Last one."),
      ...person("c", "`[[a]]` is code."),
      ...claim("one", "b", "c"),
    });
    const html = await pages.at("entities/a/");
    const [section = ""] = allBetween(html, '<section class="mentions"', "</section>");
    expect(allBetween(section, "<li>", "</li>")).toEqual([
      '<a href="../../entities/b/"><bdi>B</bdi></a><span class="index-note"><bdi>Then &lt;b&gt; saw the <mark>old man</mark> with B.</bdi></span>',
    ]);
    expect(await pages.at("entities/c/")).not.toContain("Mentioned in");
  });

  test("a sentence without an end is cut on both sides", async () => {
    const long = "word ".repeat(100);
    const html = await pagesFrom({
      ...LOOSE,
      ...person("a"),
      ...person("b", `${long}[[a]] ${long}`),
    }).at("entities/a/");
    const [quote = ""] = allBetween(html, '<span class="index-note"><bdi>', "</bdi>");
    expect(quote).toMatch(/^… word .*word <mark>A<\/mark> word .*word …$/);
    expect(quote.length).toBeLessThan(450);
  });
});
