/** What editors say of a file, which is what the check says where a file on its own can tell. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import frontmatterSchema from "remark-lint-frontmatter-schema";
import { beforeAll, describe, expect, test } from "vitest";
import { makeOntology } from "../../src/content/ontology.ts";
import { editorFiles } from "../../src/shared/editor-files.ts";
import { AROUND, load } from "../support/content.ts";
import { PROJECT, runSkein, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
const { entityTypes, edgeTypes } = makeOntology(undefined);
const files = editorFiles({
  content: "content",
  entityTypes: [...entityTypes.keys()],
  edgeTypes: [...edgeTypes.keys()],
});
const { plugins } = JSON.parse(files[".remarkrc.json"] ?? "");
const [, [, options]] = plugins;

beforeAll(() => writeFiles(folder, files));

/** What the linter says of a file of the content, as an editor or `remark content` runs it. */
async function said(path: string, text: string): Promise<{ line: number; reason: string }[]> {
  const linter = remark().use(remarkFrontmatter).use(frontmatterSchema, options);
  const file = await linter.process({ path: join(folder, "content", path), value: text });
  // What is wrong with the whole has no line, and editors show it on the first.
  return file.messages.map(({ line, reason }) => ({ line: line ?? 1, reason: String(reason) }));
}

const linesOf = (found: readonly { readonly line: number }[]): number[] =>
  [...new Set(found.map(({ line }) => line))].sort((a, b) => a - b);

const matter = (text: string): string => `---\n${text}\n---\n\n## A step\n\nText.\n`;

const MISTAKES: readonly [what: string, path: string, text: string, lines: readonly number[]][] = [
  ["a misspelt key", "entities/x.md", "type: person\nnaem: Li\nname: Li", [3]],
  ["a misspelt key without a value", "entities/x.md", "type: person\nname: Li\ndescripton:", [4]],
  ["a key that is missing", "entities/x.md", "type: person", [1]],
  ["three keys that are missing", "edges/x.md", "status: alleged", [1]],
  ["a key without a value", "entities/x.md", "type: person\nname:", [3]],
  ["a value of spaces", "sources/x.md", "title: ' '", [2]],
  ["a list instead of a text", "entities/x.md", "type: person\nname: [Li, Shangfu]", [3]],
  ["a text instead of a list", "entities/x.md", "type: person\nname: Li\naliases: Lee", [4]],
  ["a group instead of a text", "sources/x.md", "title: { en: A }", [2]],
  [
    "a status that is none",
    "edges/x.md",
    "type: visit\nfrom: atlantis\nto: bermuda\nstatus: rumoured\nsources: [log]",
    [5],
  ],
  ["a type of source that is none", "sources/x.md", "title: A\ntype: rumour", [3]],
  ["a grade that is none", "sources/x.md", "title: A\nreliability: G", [3]],
  [
    "a number that is too large",
    "edges/x.md",
    "type: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\ncredibility: 7",
    [6],
  ],
  [
    "a date written as people do",
    "edges/x.md",
    "type: visit\nfrom: atlantis\nto: bermuda\ndate: 15/06/2023\nsources: [log]",
    [5],
  ],
  ["a date in words", "sources/x.md", "title: A\npublished: June 2023", [3]],
  ["a date without its zeros", "entities/x.md", "type: person\nname: Li\ndate: 2023-6-15", [4]],
  ["a thirteenth month", "entities/x.md", "type: person\nname: Li\ndate: 2023-13", [4]],
  ["an address that is none", "sources/x.md", "title: A\nurl: www.example.org", [3]],
  [
    "a script as an address",
    "entities/x.md",
    "type: person\nname: Li\nsameAs:\n  - https://example.org/\n  - javascript:alert(1)",
    [6],
  ],
  ["a name instead of an id", "edges/x.md", "type: visit\nfrom: Atlantis\nto: bermuda\nsources: [log]", [3]],
  [
    "a name in a list of ids",
    "edges/x.md",
    "type: visit\nfrom: atlantis\nto: bermuda\nabout: [Big Visit]\nsources: [log]",
    [5],
  ],
  ["nobody to whom", "edges/x.md", "type: visit\nfrom: atlantis\nto: []\nsources: [log]", [4]],
  [
    "a citation without a source",
    "edges/x.md",
    "type: visit\nfrom: atlantis\nto: bermuda\nsources:\n  - locator: page 4",
    [6],
  ],
  [
    "a stance that is none",
    "edges/x.md",
    "type: visit\nfrom: atlantis\nto: bermuda\nsources:\n  - { source: log, stance: agrees }",
    [6],
  ],
  ["a word instead of true", "entities/x.md", "type: person\nname: Li\ndraft: yes", [4]],
  ["a picture without words", "entities/x.md", "type: person\nname: Li\nimage: { src: a.png }", [4]],
  [
    "a claim in an entity’s file with a key too many",
    "entities/x.md",
    "type: state\nname: Li\nedges:\n  - type: visit\n    to: bermuda\n    form: atlantis\n    sources: [log]",
    [7],
  ],
  [
    "a claim in an entity’s file without a type",
    "entities/x.md",
    "type: state\nname: Li\nedges:\n  - to: bermuda\n    sources: [log]",
    [5],
  ],
  ["a story with a key of a record", "stories/x.md", "title: A\ntags: [sea]", [3]],
  ["a place that is no number", "stories/x.md", "title: A\norder: first", [3]],
  ["three mistakes", "sources/x.md", "titel: A\ntype: rumour\nurl: example.org", [1, 2, 3, 4]],
];

describe("the linter flags the lines that skein check flags:", () => {
  test.each(MISTAKES)("%s", async (what, path, text, lines) => {
    const checked = load({ [path]: matter(text) }).diagnostics.filter(
      ({ file, severity }) => file === path && severity === "error",
    );
    // The check knows that the misspelt key is the one that is missing, and says it once.
    expect(linesOf(checked)).toEqual(what === "three mistakes" ? lines.slice(1) : lines);
    expect(linesOf(await said(path, matter(text)))).toEqual(lines);
  });
});

describe("the linter has nothing to say of what the check accepts:", () => {
  test.each([
    ["a name in digits", "entities/x.md", "type: person\nname: 1984"],
    ["a year", "edges/x.md", "type: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\ndate: 2023"],
    [
      "a date in doubt",
      "edges/x.md",
      'type: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\ndate: "2023?-06-~15/.."',
    ],
    [
      "a month of several",
      "edges/x.md",
      "type: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\ndate: '[1667-12..1668-02,1670]'",
    ],
    [
      "lists and single ids",
      "edges/x.md",
      "type: visit\nfrom: [atlantis]\nto: bermuda\nsources: [{ source: log, quote: Aye }, log]",
    ],
    ["keys of one’s own", "entities/x.md", "type: person\nname: Li\nx-mine: { a: [1] }"],
    [
      "an address in another script",
      "entities/x.md",
      "type: person\nname: Li\nsameAs: [https://zh.wikipedia.org/wiki/李尚福]",
    ],
    ["explanations", "entities/x.md", "# Who\ntype: person # a person\nname: Li\n# date: 1958"],
  ])("%s", async (_, path, text) => {
    expect(load({ [path]: matter(text) }).diagnostics.filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
    expect(await said(path, matter(text))).toEqual([]);
  });

  test("the content of this repository, as npm run lint:content reads it", () => {
    const command = join(PROJECT, "node_modules/remark-cli/cli.js");
    execFileSync(process.execPath, [command, "content", "--quiet", "--frail", "--no-stdout"], {
      cwd: PROJECT,
      stdio: "pipe",
    });
  });
});

test("the linter names the key that is unknown, and those that are known", async () => {
  const [only] = await said("stories/x.md", matter("title: A\ntags: [sea]"));
  expect(only?.reason).toContain("there is no such key: the keys here are title, description, order, draft");
});

/** What a snippet leaves when nobody types anything: first choices and placeholders. */
function expanded(body: readonly string[]): string {
  return `${body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/, "2026-11-26")
    .replace(/\$0/, "")}\n`;
}

test("each snippet leaves a file that passes the check, once its ids are those of records", () => {
  const snippets = JSON.parse(files[".vscode/skein.code-snippets"] ?? "");
  const text = (name: string) =>
    expanded(snippets[`Skein: ${name}`].body)
      .replace("who-acts", "atlantis")
      .replace("who-is-acted-on", "bermuda")
      .replace("the-source", "log");
  const made = {
    "entities/anna.md": text("entity"),
    "edges/first.md": text("claim"),
    "sources/paper.md": text("source"),
    "stories/told.md": text("story"),
    "edges/second.md": `---\ntype: visit\nfrom: atlantis\nto: bermuda\nsources:\n${text("citation").replace(/^(?=.)/gm, "  ")}---\n`,
  };
  expect(load(made).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(Object.keys(snippets)).toHaveLength(5);
});

test("the task reads what skein check prints", async () => {
  const content = join(folder, "wrong");
  writeFiles(content, {
    ...AROUND,
    "site.yml": "title: A\n",
    "entities/x.md": matter("type: person\nnaem: Li"),
  });
  const { out } = await runSkein(["check", "--content", content]);
  const { tasks } = JSON.parse(files[".vscode/tasks.json"] ?? "");
  const { regexp } = tasks[0].problemMatcher.pattern;
  const found = out.split("\n").flatMap((line) => [new RegExp(regexp).exec(line)?.slice(2, 6) ?? []]);
  expect(found.filter(({ length }) => length > 0)).toContainEqual(["3", "1", "error", "unknown-key"]);
});

test("the files in this repository are those", () => {
  for (const [path, text] of Object.entries(files))
    expect(readFileSync(join(PROJECT, path), "utf8")).toBe(text);
});
