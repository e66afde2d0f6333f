import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { plainMarkdown, plainText } from "../../template/.github/scripts/text.mjs";

/** Reads Markdown as generously as any host: HTML is let through, and whatever looks like an address is a link. */
const host = new MarkdownIt({ html: true, linkify: true });
// Hosts make links of “www.”, which is looked for below, but not of every word with a point in it.
host.linkify.set({ fuzzyLink: false });

/** What a comment of a stranger must not do. */
function harmIn(markdown: string): string[] {
  const html = host.render(markdown);
  const tags = [...html.matchAll(/<\/?([a-z][\w-]*)[^>]*>/gi)];
  const known =
    /^<\/?(p|h\d|ul|ol|li|table|thead|tbody|tr|th|td|em|strong|s|code|pre|blockquote|hr|br|details|summary|sub|b)( open| style="text-align:(left|right|center)"| start="\d+")?( \/)?>$/;
  return [
    ...tags.map(([tag]) => tag).filter((tag) => !known.test(tag)),
    ...[...html.matchAll(/<!|<\?|@[\w-]|#\d|\bgh-\d|:\/\/|\bwww\./gi)].flat(),
  ];
}

const ATTACKS = [
  "[click](https://evil.example)",
  "\\[click](https://evil.example)",
  "\\\\[click](https://evil.example)",
  "![](https://evil.example/pixel.png)",
  "[a]\n\n[a]: https://evil.example",
  "<https://evil.example>",
  "https://evil.example and http://evil.example and ftp://evil.example",
  "www.evil.example",
  "mailto:a@evil.example xmpp:a@evil.example",
  "@everyone @org/team me@evil.example",
  "fixes #1, org/repository#12, GH-3",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<details onclick=x><summary>s</summary></details>",
  "<!-- skein-report -->",
  "<!--",
  "<?php",
  "<a href='https://evil.example'>a</a>",
  "</details></details>",
  "<details><details>",
  '```mermaid\ngraph LR\n click A "https://evil.example"\n```',
  "~~~\nnever closed",
  "&lt;img src=x&gt; &#64;everyone &commat;everyone &lbrack;a](https://evil.example)",
  "`@everyone [a](https://evil.example) <img>`",
  "a\u202eb\u200bc\u0007d\ufeff",
  "|a|b|\n|-|-|\n|[x](https://evil.example)|@everyone|",
  "https&colon;//evil.example",
  "https:\u200b//evil.example @\u200deveryone",
];

describe("Markdown of a stranger", () => {
  test.each(ATTACKS)("%j does no harm", (attack) => {
    expect(harmIn(plainMarkdown(attack, 1000))).toEqual([]);
    expect(harmIn(plainText(attack, 1000))).toEqual([]);
  });

  test("the test sees harm", () => {
    expect(ATTACKS.filter((attack) => harmIn(attack).length > 0).length).toBeGreaterThan(15);
  });

  test("does none, whatever is put together", () => {
    const pieces = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(
        "\\",
        "`",
        "[",
        "](",
        "<",
        "&",
        "#",
        "@",
        ":",
        "//",
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "x",
        "1",
      ),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.nat(300), (list, limit) => {
        expect(harmIn(plainMarkdown(list.join(""), limit + 60))).toEqual([]);
        expect(harmIn(plainText(list.join(""), limit + 1))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps headings, lists, tables, code, emphasis and sections to open", () => {
    const text = [
      "### 2 entities added",
      "",
      "- **atlantis** *new*",
      "",
      "| id | name |",
      "|---|---|",
      "| `a-b` | A &lt;b&gt; \\| C |",
      "",
      "<details>",
      "<summary>51 more</summary>",
      "",
      "x",
      "",
      "</details>",
    ].join("\n");
    expect(plainMarkdown(text, 1000)).toBe(text);
  });

  test("is cut at a line, with what it left open closed", () => {
    expect(plainMarkdown("<details>\n<summary>a</summary>\n\n- one\n- two\n</details>\n", 38)).toBe(
      "<details>\n<summary>a</summary>\n\n- one\n\n… and more: the rest is in the upload.\n\n</details>",
    );
  });
});

describe("a line of a stranger", () => {
  test("is one line, cut, with nothing in it that means something", () => {
    expect(plainText("a\n# *b* <c>", 100)).toBe("a # &#42;b&#42; &#60;c&#62;");
    expect(plainText("abcdef", 3)).toBe("abc…");
    expect(plainText("- - a", 100)).toBe("&#45; - a");
    expect(plainText({ toString: () => "x" }, 10)).toBe("");
  });

  test("reads as it was written", () => {
    const text = 'no key “nmae”; did you mean "name"? [it] *is* `so` & 100 % <b>';
    expect(host.renderInline(plainText(text, 100))).toBe(
      "no key “nmae”; did you mean &quot;name&quot;? [it] *is* `so` &amp; 100 % &lt;b&gt;",
    );
  });
});
