/**
 * What `skein check` says of every mistake. A case is a folder in `test/fixtures/`: `content/` with the mistake, and
 * `expected.txt` with what `skein check`, called in the folder of the case, prints.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CODES } from "../../src/content/codes.ts";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { AROUND, checkFolder } from "../support/content.ts";
import { PROJECT, temporaryFolder, writeFiles } from "../support/skein.ts";

interface Case {
  readonly name: string;
  readonly content: string;
  readonly expected: string;
}

const FIXTURES = join(PROJECT, "test/fixtures");

const kept: Case[] = readdirSync(FIXTURES)
  .sort()
  .map((name) => ({
    name,
    content: join(FIXTURES, name, "content"),
    expected: readFileSync(join(FIXTURES, name, "expected.txt"), "utf8"),
  }));

const folder = temporaryFolder();

/** Cases whose files cannot be kept: not every file system and editor would leave them as they are. */
const made: Case[] = [
  make(
    "file that is not in UTF-8",
    { "entities/cuba.md": latin1("---\ntype: state\nname: Curaçao\n---\n") },
    [
      "content/entities/cuba.md:1:1 error unreadable-file: the file is not in UTF-8",
      "  help save it in the encoding UTF-8",
      "",
      "2 entities, 1 claim, 1 source: 1 error",
    ],
  ),
  make("file that is too large", { "entities/cuba.md": `---\n${"# large\n".repeat(140_000)}---\n` }, [
    "content/entities/cuba.md:1:1 error unreadable-file: the file is larger than 1 MiB",
    "  help split it",
    "",
    "2 entities, 1 claim, 1 source: 1 error",
  ]),
  make(
    "unreadable file that others refer to",
    {
      "sources/almanac.md": latin1("---\ntitle: The almanac of Curaçao\n---\n"),
      "edges/meeting.md":
        "---\ntype: meeting\nfrom: atlantis\nto: bermuda\nsources: [almanac]\n---\n\nSee [[almanac]].[^almanac]\n",
    },
    [
      "content/sources/almanac.md:1:1 error unreadable-file: the file is not in UTF-8",
      "  help save it in the encoding UTF-8",
      "",
      "2 entities, 2 claims, 1 source: 1 error",
    ],
  ),
  make(
    "names that differ in case only",
    {
      "entities/cuba.md": "---\ntype: state\nname: Cuba\n---\n",
      "entities/Cuba.md": "---\ntype: place\nname: Cuba\n---\n",
    },
    [
      "content/entities/Cuba.md:1:1 error invalid-id: the file name “Cuba” is no id",
      "     1 | ---",
      "       | ^^^",
      "  help rename it to cuba.md: name files with lower-case letters, digits and single hyphens",
      "",
      "3 entities, 1 claim, 1 source: 1 error",
    ],
  ),
  make("pictures whose names differ in case only", { "assets/Flag.png": "", "assets/flag.PNG": "" }, [
    "content/assets/flag.PNG:1:1 warning similar-files: many systems take this file and assets/Flag.png for one",
    "  help rename one of the two",
    "",
    "2 entities, 1 claim, 1 source: 1 warning",
  ]),
  make(
    "ids that are too long for the name of a file",
    {
      [`entities/${"漢".repeat(67)}.md`]: "---\ntype: state\nname: Han\n---\n",
      [`entities/${"字".repeat(66)}.md`]: `---\ntype: state\nname: Ji\nformerIds: [${"字".repeat(67)}]\n---\n`,
    },
    [
      `content/entities/${"字".repeat(66)}.md:4:13 error invalid-id: formerIds “${"字".repeat(57)}…” is too long for an id: 150 characters at most, and 200 bytes in UTF-8`,
      `     4 | formerIds: [${"字".repeat(67)}]`,
      `       |             ${"^".repeat(134)}`,
      `  help write ${"字".repeat(66)}`,
      "",
      `content/entities/${"漢".repeat(67)}.md:1:1 error invalid-id: the file name “${"漢".repeat(67)}” is too long for an id: 150 characters at most, and 200 bytes in UTF-8`,
      "     1 | ---",
      "       | ^^^",
      `  help rename it to ${"漢".repeat(66)}.md: name files with lower-case letters, digits and single hyphens`,
      "",
      "2 entities, 1 claim, 1 source: 2 errors",
    ],
  ),
  make(
    "paragraph that is too long to be looked through",
    {
      "sources/log.md": `---\ntitle: The log\n---\n\nIt rains.[^nobody]\n\n${"It rains.[^nobody] ".repeat(1053)}\n`,
    },
    [
      "content/sources/log.md:5:10 error dangling-link: the footnote “[^nobody]” names no source, and has no text in this file",
      "     5 | It rains.[^nobody]",
      "       |          ^^^^^^^^^",
      "  help name the id of a source, or write the note on a line of its own: [^note]: …",
      "",
      "content/sources/log.md:7:1 warning long-paragraph: this paragraph has more than 20,000 characters, and is shown as it is written",
      `     7 | ${"It rains.[^nobody] ".repeat(6).slice(0, 100)}…`,
      "       | ^",
      "  help put an empty line where a new thought begins",
      "",
      "2 entities, 1 claim, 1 source: 1 error, 1 warning",
    ],
  ),
  make(
    "names that differ in how their accents are encoded",
    {
      "entities/s\u00e3o.md": "---\ntype: state\nname: São\n---\n",
      "entities/sa\u0303o.md": "---\ntype: place\nname: São\n---\n",
    },
    [
      "content/entities/s\u00e3o.md:1:1 error duplicate-id: the id “s\u00e3o” is also that of entities/sa\u0303o.md",
      "     1 | ---",
      "       | ^^^",
      "  see  content/entities/sa\u0303o.md:1:1 “s\u00e3o” is here too",
      "  help rename one of the two, or merge them",
      "",
      "3 entities, 1 claim, 1 source: 1 error",
    ],
  ),
];

function make(
  name: string,
  files: Readonly<Record<string, string | Buffer>>,
  lines: readonly string[],
): Case {
  const content = join(folder, name, "content");
  writeFiles(content, AROUND);
  mkdirSync(join(content, "assets"));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(content, path), text);
  return { name, content, expected: `${lines.join("\n")}\n` };
}

function latin1(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

describe("skein check prints", () => {
  test.each([...kept, ...made])("$name", async ({ content, expected }) => {
    const { code, out } = await checkFolder(content);
    expect(out).toBe(expected);
    expect(code).toBe(/^\S.* error /m.test(expected) ? 1 : 0);
  });
});

test("there is a case for every kind of problem", () => {
  const said = [...kept, ...made].flatMap(({ expected }) =>
    [...expected.matchAll(/^content\/.*?:\d+:\d+ (?:error|warning) ([a-z-]+): /gm)].map(([, code]) => code),
  );
  expect([...new Set(said)].sort()).toEqual(Object.keys(CODES).sort());
});

describe("every problem", () => {
  const problems = [...kept, ...made].flatMap(({ name, content }) => {
    const read = readFolder(content);
    return loadContent(read, { drafts: false }).diagnostics.map((problem) => ({ ...problem, name, read }));
  });

  test("comes with a way out", () => {
    const without = problems.filter(({ help }) => help === undefined);
    expect(without.map(({ name, message }) => `${name}: ${message}`)).toEqual([]);
  });

  test("is a stretch of one line that exists in its file", () => {
    const outside = problems.filter(({ file, line, column, endLine, endColumn, read }) => {
      const text = read.texts.get(file);
      const length = text?.split(/\r?\n/)[line - 1]?.length ?? 0;
      if (text === undefined || length === 0) return line !== 1 || column !== 1;
      return endLine !== line || endColumn <= column || endColumn > length + 1;
    });
    expect(outside.map(({ name, file, message }) => `${name}: ${file}: ${message}`)).toEqual([]);
  });

  test("is told once", () => {
    const told = problems.map(({ name, file, line, column, message }) =>
      [name, file, line, column, message].join(" "),
    );
    expect(told.filter((each, i) => told.indexOf(each) !== i)).toEqual([]);
  });
});
