import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { jsonOf } from "../../src/diff/json.ts";
import { LENGTH_LIMIT, markdownOf } from "../../src/diff/markdown.ts";
import { code } from "../../src/diff/quoted.ts";
import { claim, differenceOf, person, sideOf, source, type Texts } from "../support/sides.ts";

/** Names with everything in them that a host, a terminal or a reader might act upon. */
const EVIL = [
  "EVIL @octocat #12 GH-1 octo/repo#1 https://evil.example www.evil.example a@evil.example",
  "EVIL ![x](https://evil.example/x.png) [x](javascript:alert`1`) <https://evil.example>",
  "EVIL </details><img src=x onerror=alert(1)> <!-- --> &lt;b&gt; &amp;",
  "EVIL ` `` ``` `````` *b* _i_ ~~s~~ | a | $x$ :tada: \\` EVIL`",
  "`EVIL",
  "EVIL`",
  "- EVIL",
  "EVIL \u05d0\u05d1 right to left",
  "EVIL deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
];

const yaml = (text: string): string => JSON.stringify(text);

/** Changes of every kind, with hostile text wherever an author can write. */
const HOSTILE: { readonly base: Texts; readonly head: Texts } = {
  base: {
    "site.yml": `title: ${yaml(EVIL[0] ?? "")}\n`,
    ...Object.fromEntries(
      EVIL.flatMap((text, i) => [
        [`entities/gone-${i}.md`, person(yaml(text))],
        [
          `entities/e${i}.md`,
          person(yaml(text), `description: ${yaml(text)}\nx-evil: ${yaml(text)}\n`, `${text}\n`),
        ],
        [`edges/c${i}.md`, claim(`title: ${yaml(text)}\n`)],
        [`sources/s${i}.md`, source(yaml(text))],
      ]),
    ),
  },
  head: {
    "site.yml": `title: ${yaml(EVIL[1] ?? "")}\n`,
    ...Object.fromEntries(
      EVIL.flatMap((text, i) => [
        [`entities/new-${i}.md`, person(yaml(`${text} new`))],
        [
          `entities/e${i}.md`,
          person(
            yaml(`${text}!`),
            `tags: [${yaml(text)}]\nx-evil: ${yaml(`${text}!`)}\n"x-EVIL @a": b\n`,
            `${text} 2\n\n\`\`\`\n${text}\n`,
          ),
        ],
        [`edges/c${i}.md`, claim(`title: ${yaml(text)}\nstatus: alleged\n`)],
        [`sources/s${i}.md`, source(yaml(text), `derivedFrom: [log]\n`)],
        [`entities/broken-${i}.md`, `---\ntype: ${yaml(text)}\nname: A\n---\n`],
      ]),
    ),
  },
};

/** What a host would take for its own: all text of a page that is not in code. */
function outsideCode(markdown: string): string {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdown, {});
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const kinds = new Set(["text", "html_block", "html_inline", "link_open", "image"]);
  return all
    .filter(({ type }) => kinds.has(type))
    .map(({ type, content, attrs }) => `${type} ${content} ${attrs?.join(" ") ?? ""}`)
    .join("\n");
}

describe("markdown for a pull request", () => {
  test("begins with what a maintainer wants to know, and goes from grave to slight", () => {
    const base = {
      "edges/word.md": claim("status: confirmed\n", "One.\n"),
      "sources/wire.md": source("The wire"),
      "edges/other.md": claim("sources: [wire]\n"),
    };
    const difference = differenceOf(base, {
      ...base,
      "edges/word.md": claim("status: disputed\nsources: [log, wire]\n", "Two.\n"),
      "entities/cuba.md": person("Cuba", "", "[[bermuda]]\n"),
      "edges/atlantis-on-cuba.md": claim().replace("bermuda", "cuba"),
    });
    expect(markdownOf(difference)).toBe(
      `**1 claim changed, 1 claim and 1 entity added; 1 claim gained support; 1 claim has another status.**

From \`base\` to \`head\`: 3 entities (+1), 4 claims (+1), 2 sources.

### Status (1)

- \`Atlantis comments on Bermuda\` (\`word\`): \`confirmed\` → \`disputed\`

### Support (1)

- \`Atlantis comments on Bermuda\` (\`word\`): 1 → 2 independent sources (+ \`wire\`)

### Claims changed (1)

- \`Atlantis comments on Bermuda\` (\`word\`)
  - \`status\`: \`confirmed\` → \`disputed\`
  - \`sources\`: + \`wire\`
  - text: +1 −1 lines
    \`\`\`diff
    - One.
    + Two.
    \`\`\`

### Claims added (1)

- \`Atlantis comments on Cuba\` (\`atlantis-on-cuba\`)

### Entities added (1)

- \`Cuba\` (\`cuba\`)
`,
    );
  });

  test("says nothing more where nothing changes", () => {
    expect(markdownOf(differenceOf({}, {}))).toBe(
      "**Nothing changes.**\n\nFrom `base` to `head`: 2 entities, 1 claim, 1 source.\n",
    );
  });

  test("folds sections of more than 50 rows", () => {
    const people = (n: number): Texts =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`entities/p${i}.md`, person(`P${i}`)]));
    expect(markdownOf(differenceOf({}, people(50)))).toContain("\n### Entities added (50)\n");
    expect(markdownOf(differenceOf({}, people(51)))).toMatch(
      /\n<details>\n<summary>Entities added \(51\)<\/summary>\n\n- `P0` \(`p0`\)\n.*`P9` \(`p9`\)\n\n<\/details>\n$/s,
    );
  });

  test("nothing of the content is anywhere but in code", () => {
    const difference = compare(sideOf("EVIL @base", HOSTILE.base), sideOf("`EVIL` <b>", HOSTILE.head));
    const markdown = markdownOf(difference, 1_000_000);
    expect(markdown.match(/EVIL/g)?.length).toBeGreaterThan(150);
    const outside = outsideCode(markdown);
    expect(outside).not.toMatch(/EVIL|evil|octocat|<b>|img|alert|link_open|image|javascript/);
    expect(outside.match(/<(?!\/?(?:details|summary)>)/g)).toBeNull();
  });

  test("stays below the size that hosts take, by whole rows, and says what is left out", () => {
    const long = "x".repeat(900);
    const many = (word: string): Texts =>
      Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [
          `edges/c${i}.md`,
          claim(`title: ${word} ${i} ${long}\nstatus: ${word === "a" ? "reported" : "alleged"}\n`),
        ]),
      );
    const markdown = markdownOf(differenceOf(many("a"), many("b")));
    expect(markdown.length).toBeLessThanOrEqual(LENGTH_LIMIT);
    expect(markdown.length).toBeGreaterThan(LENGTH_LIMIT - 2_000);
    expect(markdown).toMatch(/- … and \d+ more, left out for room\n/);
    // All that is opened is closed.
    expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
    expect(outsideCode(markdown)).not.toContain("xxx");
  });

  test("a row that is too long hides no other", () => {
    const rows = (name: string): Texts => ({
      "entities/a.md": person(
        name,
        Array.from({ length: 20 }, (_, i) => `x-${i}: ${name.repeat(150)}\n`).join(""),
      ),
      "entities/b.md": person(name),
    });
    const markdown = markdownOf(differenceOf(rows("Ada"), rows("Bob")), 1_000);
    expect(markdown).toContain(
      "- `Bob` (`b`)\n  - `name`: `Ada` → `Bob`\n- … and 1 more, left out for room\n",
    );
  });

  test("values that differ far behind are shown from where they part", () => {
    const text = (end: string) => person("A", `description: ${"same ".repeat(60)}${end}\n`);
    const markdown = markdownOf(
      differenceOf({ "entities/a.md": text("old") }, { "entities/a.md": text("new") }),
    );
    expect(markdown).toContain(`\`…${"same ".repeat(8)}old\` → \`…${"same ".repeat(8)}new\``);
  });
});

describe("code", () => {
  test.each([
    ["plain", "`plain`"],
    ["a `b` c", "``a `b` c``"],
    ["`a`", "`` `a` ``"],
    ["``` ` ", "```` ``` `  ````"],
    ["line\nline", "`line line`"],
    ["a\u202eb\u200bc\u0007d\u{e0041}", "`a\\u{202e}b\\u{200b}c\\u{7}d\\u{e0041}`"],
    ["شانگفو", "\u2068`شانگفو`\u2069"],
    [" ", "*(blank)*"],
    ["👩‍🚀", "`👩‍🚀`"],
  ])("%j is %j", (text, span) => {
    expect(code(text)).toBe(span);
  });

  test("is cut between characters", () => {
    expect(code("👍".repeat(300))).toBe(`\`${"👍".repeat(200)}…\``);
  });
});

describe("json", () => {
  test("has a version, and everything of the difference", () => {
    const value = JSON.parse(jsonOf(differenceOf({}, { "edges/word.md": claim() })));
    expect(value).toMatchObject({
      version: 1,
      isSame: false,
      summary: "1 claim added",
      base: { label: "base", entities: 2, claims: 1, sources: 1, stories: 0, errors: 0, warnings: 0 },
      head: { label: "head", claims: 2 },
      records: {
        edge: { added: [{ id: "word", title: "Atlantis comments on Bermuda", file: "edges/word.md" }] },
      },
    });
    expect(Object.keys(value)).toEqual([
      "version",
      "isSame",
      "summary",
      "base",
      "head",
      "records",
      "statuses",
      "support",
      "superseded",
      "threads",
      "likely",
      "problems",
      "settings",
      "files",
    ]);
  });

  test("has no character that acts on a terminal, and is the same when read", () => {
    const name = "A\u0085\u202eB\u2028C";
    const text = jsonOf(compare(sideOf(name, {}), sideOf("b", {})));
    expect(text).not.toMatch(/[\u0080-\u009f\u202e\u2028]/);
    expect(JSON.parse(text).base.label).toBe(name);
  });
});
