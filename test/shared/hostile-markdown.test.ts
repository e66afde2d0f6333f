/** Bodies made to be slow or to break out: each is read, and none takes longer than its length warrants. */
import { describe, expect, test } from "vitest";
import { markdown, parseBody } from "../../src/shared/markdown.ts";

const MIB = 1024 * 1024;
const filled = (part: string, length = MIB): string => part.repeat(Math.floor(length / part.length));
const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("");

describe("a body is read to its end where it is", () => {
  test.each([
    ["one line", filled("a")],
    ["brackets", filled("[")],
    ["pairs of brackets", filled("[[")],
    ["100,000 brackets that close", "[".repeat(1e5) + "]".repeat(1e5)],
    ["100,000 lists in lists", "- ".repeat(1e5)],
    ["100,000 quotations in quotations", ">".repeat(1e5)],
    ["100,000 emphases", "*a ".repeat(1e5)],
    ["emphasis in emphasis", filled("**a *a ")],
    ["footnotes that never end", `[^x]: y\n\n${filled("[^")}`],
    ["100,000 notes in notes", "^[".repeat(1e5) + "]".repeat(1e5)],
    ["notes in notes in one paragraph", "^[".repeat(6_000) + "]".repeat(6_000)],
    ["pictures in pictures", "![".repeat(3_000) + "](x)".repeat(3_000)],
    ["a note in every line", filled("^[a]\n\n")],
    ["10,000 footnotes", numbered(1e4, (n) => `[^${n}]\n\n[^${n}]: a\n\n`)],
    ["a footnote in itself", "[^a]: [^a]\n\n[^a]"],
    ["links that never end", filled("[a](<b")],
    ["definitions", `${numbered(4e4, (n) => `[a${n}]: b\n`)}\n[a7]`],
    ["a table of 10,000 columns", `|${"a|".repeat(1e4)}\n|${"-|".repeat(1e4)}\n|${"b|".repeat(1e4)}`],
    ["the beginnings of tags", filled("<")],
    ["ticks", numbered(1400, (n) => `${"`".repeat(n)}a`)],
  ])("%s", (_, body) => {
    const environment = {};
    const tokens = parseBody(body, environment);
    expect(markdown.renderer.render(tokens, markdown.options, environment)).not.toBe("");
  });
});

test("a paragraph of more than 20,000 characters is text, and the next one is not", () => {
  const long = filled("*a* ", 20_004);
  expect(markdown.render(`${long}\n\n*b*`)).toBe(`<p>${long.trim()}</p>\n<p><em>b</em></p>\n`);
});

describe("a link", () => {
  test.each([
    "javascript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#x3A;alert(1)",
    "javascript%3Aalert(1)",
    "\u00a0javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "data:image/png;base64,AAAA",
    "file:///etc/passwd",
    "blob:x",
    "view-source:x",
    "intent://x",
    "x:y",
  ])("to %j is text", (address) => {
    for (const body of [
      `[a](<${address}>)`,
      `![a](<${address}>)`,
      `[a][b]\n\n[b]: <${address}>`,
      `<${address}>`,
    ])
      expect(markdown.render(body)).not.toMatch(/<a|<img/);
  });

  test.each(["https://x.org/a:b", "HTTP://x.org", "mailto:a@x.org", "../a.md", "#a:b", "?a:b", "/a:b"])(
    "to %s is one",
    (address) => {
      expect(markdown.render(`[a](${address})`)).toContain("<a ");
    },
  );
});
