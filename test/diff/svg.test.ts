import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { svgOf } from "../../src/diff/svg.ts";
import { claim, person, sideOf, type Texts } from "../support/sides.ts";
import { xmlRoot } from "../support/xml.ts";

function picture(base: Texts, head: Texts): string {
  const sides = [sideOf("old", base), sideOf("new", head)] as const;
  return svgOf(...sides, compare(...sides));
}

/** The texts of each side as they are read, a line each: names in parts, and what happened. */
function sidesOf(svg: string): { before: string[]; after: string[] } {
  const [before = "", after = ""] = svg
    .split(/<svg x=/)
    .slice(1)
    .map((part) => part.split("</svg>")[0] ?? "");
  const words = (part: string): string[] =>
    [...part.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner = ""]) =>
      inner.replace(/<\/tspan>(?=<)/g, " | ").replace(/<[^>]+>/g, ""),
    );
  return { before: words(before), after: words(after) };
}

const circlesOf = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(`<title>${name}[^<]*</title><circle cx="([^"]+)" cy="([^"]+)"`, "g"))].map(
    ([, x, y]) => `${x} ${y}`,
  );

const ISLES: Texts = {
  "entities/cuba.md": person("Cuba"),
  "entities/haiti.md": person("Haiti"),
  "entities/far.md": person("Far away"),
  "edges/cuba.md": undefined,
  "edges/to-cuba.md": claim().replace("bermuda", "cuba"),
  "edges/to-haiti.md": claim().replace("bermuda", "haiti"),
};

describe("the picture of a change", () => {
  const svg = picture(ISLES, {
    ...ISLES,
    "entities/cuba.md": person("Cuba!"),
    "entities/haiti.md": undefined,
    "edges/to-haiti.md": undefined,
    "entities/new.md": person("Nova"),
    "edges/to-new.md": claim().replace("bermuda", "new"),
  });

  test("says on each side what happens, by a sign and a word", () => {
    const { before, after } = sidesOf(svg);
    expect(before.sort()).toEqual([
      "Atlantis",
      "Bermuda",
      "Cuba | ~ changed",
      "Haiti | − removed",
      "− removed",
    ]);
    expect(after.sort()).toEqual(["+ added", "Atlantis", "Bermuda", "Cuba! | ~ changed", "Nova | + added"]);
  });

  test("has everything at one place on both sides, and leaves out what is far from it", () => {
    expect(circlesOf(svg, "Atlantis")).toHaveLength(2);
    expect(new Set(circlesOf(svg, "Atlantis")).size).toBe(1);
    expect(new Set(circlesOf(svg, "Cuba")).size).toBe(1);
    expect(svg).not.toContain("Far away");
  });

  test("stands alone: no script, no style sheet, nothing from elsewhere", () => {
    expect(xmlRoot(svg).nodeName).toBe("svg");
    expect(svg).not.toMatch(/<script|<style|<image|href=|url\(/);
  });

  test("the same change gives the same picture", () => {
    expect(picture(ISLES, { ...ISLES, "entities/haiti.md": undefined })).toBe(
      picture(ISLES, { ...ISLES, "entities/haiti.md": undefined }),
    );
  });

  test("names whoever has another id as before, on both sides", () => {
    const renamed = picture(ISLES, {
      ...ISLES,
      "entities/cuba.md": undefined,
      "entities/kuba.md": person("Cuba", "formerIds: [cuba]\n"),
      "edges/to-cuba.md": claim().replace("bermuda", "kuba"),
    });
    expect(renamed.match(/<title>Atlantis comments on Cuba</g)).toHaveLength(2);
    expect(sidesOf(renamed).before).toContain("Cuba | ~ renamed");
  });

  test("a claim about somebody else than before is drawn to whom it was about, and to whom it is", () => {
    const moved = picture(ISLES, { ...ISLES, "edges/to-cuba.md": claim().replace("bermuda", "far") });
    expect(moved).toContain("<title>Atlantis comments on Cuba (~ changed)</title>");
    expect(moved).toContain("<title>Atlantis comments on Far away (~ changed)</title>");
    expect(sidesOf(moved).before).toContain("Far away");
  });

  test("is one that says so where nothing is touched", () => {
    expect(picture(ISLES, ISLES)).toContain("Nothing of the graph is touched.");
    expect(xmlRoot(picture(ISLES, ISLES)).nodeName).toBe("svg");
  });

  test("draws what there is room for, and says what is left out", () => {
    const many: Texts = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        [`entities/p${i}.md`, person(`P${i}`)],
        [`edges/to-p${i}.md`, claim().replace("bermuda", `p${i}`)],
      ]).flat(),
    );
    const large = picture({}, many);
    expect(large).toMatch(/Without \d+ entities and \d+ claims, for which there is no room\./);
    expect(large.length).toBeLessThan(200_000);
  });

  test("a joint act of many takes no more room than there is", () => {
    const people = Array.from({ length: 50 }, (_, i) => `p${i}`);
    const joint = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `edges/joint-${i}.md`,
        `---\ntype: statement\nfrom: [${people.slice(0, 25)}]\nto: [${people.slice(25)}]\nsources: [log]\n---\n`,
      ]),
    );
    const files = Object.fromEntries(people.map((id) => [`entities/${id}.md`, person(id)]));
    expect(picture(files, { ...files, ...joint }).length).toBeLessThan(200_000);
  });

  test("text of the content is text, and nothing in it acts", () => {
    const evil = '<script>alert(1)</script>"\u202e\u0007]]>&';
    const sides = [
      sideOf(evil, ISLES),
      sideOf("new", { ...ISLES, "entities/cuba.md": person(JSON.stringify("<b>&'\u200b\"")) }),
    ] as const;
    const hostile = svgOf(...sides, compare(...sides));
    expect(xmlRoot(hostile).getElementsByTagName("script")).toHaveLength(0);
    expect(hostile).not.toMatch(/\u202e|\p{Cc}(?<!\n)|\u200b/u);
    expect(hostile).toContain("&lt;b&gt;&amp;&#39;\\u{200b}&quot;");
  });
});
