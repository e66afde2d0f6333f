import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fileOf,
  fragmentOf,
  isFileLink,
  markdown,
  parseBody,
  plainParagraph,
  type Token,
  walk,
  wikilinksIn,
} from "../../src/shared/markdown.ts";

/** The tokens of a kind, as `meta` tells them. */
function found(type: string, body: string): unknown[] {
  const metas: unknown[] = [];
  walk(parseBody(body), (token: Token) => {
    if (token.type === type) metas.push(token.meta);
  });
  return metas;
}

describe("a wikilink", () => {
  test.each([
    ["[[li-shangfu]]", { target: "li-shangfu" }],
    ["[[Li Shangfu|the minister]]", { target: "Li Shangfu", label: "the minister" }],
    ["[[li-shangfu#career]]", { target: "li-shangfu", fragment: "career" }],
    ["[[li-shangfu#career|his years]]", { target: "li-shangfu", fragment: "career", label: "his years" }],
    ["[[#career]]", { target: "", fragment: "career" }],
    ["[[a#b#c]]", { target: "a", fragment: "b#c" }],
    ["[[a|b|c]]", { target: "a", label: "b|c" }],
    ["[[a|No. #1]]", { target: "a", label: "No. #1" }],
    ["[[ a # b | c ]]", { target: "a", fragment: "b", label: "c" }],
    ["[[a|]]", { target: "a", label: undefined }],
    ["[[李尚福]]", { target: "李尚福" }],
  ])("%s is read", (body, link) => {
    expect(found("wikilink", `Seen: ${body}.`)).toEqual([expect.objectContaining(link)]);
  });

  test.each(["[[]]", "[[ ]]", "[[a\nb]]", "[[a[b]]", "`[[a]]`", "\\[[a]]", "[[a"])("%j is none", (body) => {
    expect(found("wikilink", body)).toEqual([]);
  });

  test("may stand in a table, a list, and emphasis", () => {
    expect(found("wikilink", "| a |\n|---|\n| [[x]] |\n\n- **[[y]]**\n")).toHaveLength(2);
  });

  test("has its label in a table after an escaped bar", () => {
    expect(found("wikilink", "| a |\n|---|\n| [[x\\|why]] |\n")).toEqual([{ target: "x", label: "why" }]);
  });

  test("keeps what was written, for the place of a mistake", () => {
    const marks: string[] = [];
    walk(parseBody("See [[ a |b]] and [^s]."), ({ markup }) => markup !== "" && marks.push(markup));
    expect(marks).toEqual(["[[ a |b]]", "[^s]"]);
  });
});

describe("a footnote", () => {
  test("named after a source cites it", () => {
    expect(found("citation", "So it says.[^presstv-2023]")).toEqual([{ source: "presstv-2023" }]);
  });

  test.each([
    ["[^é]", "é"],
    ["[^e\u0301]", "é"],
    ["[[a]][^s]", "s"],
    ["**[^s]**", "s"],
  ])("%j cites %s", (body, source) => {
    expect(found("citation", body)).toEqual([{ source }]);
  });

  test.each(["[^A B]", "[^]", "[^a", "`[^a]`", "\\[^a]", "^[in line]", "[a]"])("%j cites nothing", (body) => {
    expect(found("citation", body)).toEqual([]);
  });

  test("that has a text does not hide a citation beside it", () => {
    expect(found("citation", "One[^note], two[^s].\n\n[^note]: Own words.")).toEqual([{ source: "s" }]);
  });

  test("with a text of its own is a footnote", () => {
    expect(found("citation", "So it says.[^note]\n\n[^note]: In other words.")).toEqual([]);
    expect(markdown.render("So it says.[^note]\n\n[^note]: In other words.")).toContain("In other words.");
  });
});

describe("what an author writes", () => {
  test("is text where it looks like HTML", () => {
    expect(markdown.render("<script>alert(1)</script>\n\na <b onclick=x>b</b>")).not.toMatch(/<script|<b /);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "JaVaScRiPt:x"])(
    "is no link where it leads to %s",
    (address) => {
      expect(markdown.render(`[x](${address})`)).not.toContain("<a ");
    },
  );

  test("is no template", () => {
    expect(markdown.render("{{ 7 * 7 }} {% x %} <%= 1 %>")).toBe(
      "<p>{{ 7 * 7 }} {% x %} &lt;%= 1 %&gt;</p>\n",
    );
  });
});

test("links between files are told from addresses", () => {
  expect(["../entities/a.md", "a.md#life", "./b.md"].map(isFileLink)).toEqual([true, true, true]);
  expect(["https://x.org/a.md", "#life", "a.html", "//x.org/a.md"].map(isFileLink)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(["mailto:a.md", "x?a.md", "a.mdx"].map(isFileLink)).toEqual([false, false, false]);
});

test.each([
  ["a.md#life", "a.md", "life"],
  ["a.md", "a.md", ""],
  ["../entities/%E5%8D%97.md#%C3%A9", "../entities/南.md", "é"],
  ["50%.md#50%", "50%.md", "50%"],
])("the link %s is of the file %s, at “%s”", (address, file, fragment) => {
  expect([fileOf(address), fragmentOf(address)]).toEqual([file, fragment]);
});

describe("a plain paragraph", () => {
  test.each([
    ["\nOn 1 June Ada met Bo (in Paris).\n", "On 1 June Ada met Bo (in Paris)."],
    ["李尚福会见奥斯汀。", "李尚福会见奥斯汀。"],
    ["It’s “so” – a: b; c  \n\n", "It’s “so” – a: b; c"],
  ])("is told without parsing: %j", (body, text) => {
    expect(plainParagraph(body)).toBe(text);
  });

  test.each([
    "",
    "1. one",
    "- a",
    "# A",
    "A\nB",
    "a *b*",
    "a_b_c",
    "see [[x]]",
    "a<b",
    "a&amp;b",
    "a\\b",
    "a | b",
    "x\u00a0",
  ])("is not %j", (body) => {
    expect(plainParagraph(body)).toBeUndefined();
  });

  test("is what the parser makes of it, whatever the body", () => {
    const sign = fc.constantFrom(
      ..."aé李1-+=#>.):;,!?'\"/(){}$%@`*_[]<>&|~^\\\n\r\t ",
      "\u00a0",
      "\u3000",
      "\ufeff",
      "\u2028",
      "http://a.b",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const body = signs.join("");
        const text = plainParagraph(body);
        if (text === undefined) return;
        const escaped = text.replaceAll('"', "&quot;");
        expect(markdown.render(body)).toBe(`<p>${escaped}</p>\n`);
      }),
      { numRuns: 2000 },
    );
  });
});

test("the wikilinks of a body are those that the parser finds, whatever the body", () => {
  const piece = fc.constantFrom(
    ..."[]|#`\\<>~^!():-*_=\n \t&1a",
    "[[",
    "]]",
    "[[a]]",
    "[[b|c]]",
    "[[ ]]",
    "![[d]]",
    "\n\n",
    "\n    ",
    "- ",
    "> ",
    "| a | [[e|f]] |\n|---|---|\n| [[g|h]] | b |",
    "[x]: y\n",
    "```",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const body = pieces.join("");
      expect(wikilinksIn(body)).toEqual(found("wikilink", body));
    }),
    { numRuns: 3000 },
  );
});
