/** Every piece of a content file that the documentation shows could stand in one. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { PROJECT } from "../support/skein.ts";
import { blocksOf } from "../support/transcript.ts";

/** What is wrong with a file whatever the rest of the content is. */
const WRONG = [
  "duplicate-key",
  "empty-value",
  "front-matter-language",
  "invalid-date",
  "invalid-id",
  "invalid-value",
  "misplaced-file",
  "unknown-key",
  "wrong-type",
  "yaml-syntax",
];

/** Where a piece might stand. */
const RECORDS = ["entities/x.md", "edges/x.md", "sources/x.md", "stories/x.md"];
const PLAIN = ["site.yml", "ontology.yml"];

function mistakesIn(path: string, text: string): string[] {
  const { diagnostics } = loadContent(folderOf({ [path]: text }), { drafts: true });
  return diagnostics
    .filter(({ code, file }) => WRONG.includes(code) && file === path)
    .map(({ line, code, message }) => `${path}:${line} ${code}: ${message}`);
}

/** A page may show the beginning of a file alone. */
const closed = (text: string): string => (/\n---\n/.test(text) ? text : `${text}---\n`);

/** The least that is wrong with it in any place. */
function mistakes(text: string): string[] {
  const hasFrontMatter = text.startsWith("---\n");
  const tries = [
    ...RECORDS.map((path) => mistakesIn(path, closed(hasFrontMatter ? text : `---\n${text}`))),
    ...(hasFrontMatter ? [] : PLAIN.map((path) => mistakesIn(path, text))),
  ];
  return tries.reduce((least, each) => (each.length < least.length ? each : least));
}

const folders = [".", "docs"].flatMap((folder) =>
  readdirSync(join(PROJECT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);
const snippets = folders.flatMap((page) =>
  blocksOf(readFileSync(join(PROJECT, page), "utf8"))
    .filter(
      ({ language, above }) => /^(?:yaml|markdown)$/.test(language) && !above.includes("<!-- no content -->"),
    )
    .map(({ line, text }) => ({ place: `${page}:${line}`, text })),
);

test("there are some", () => {
  expect(snippets.length).toBeGreaterThan(8);
});

test.each(snippets)("$place could stand in a file", ({ text }) => {
  expect(mistakes(text)).toEqual([]);
});
