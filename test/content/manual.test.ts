import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readManual } from "../../src/content/manual.ts";
import { temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
let number = 0;
const manual = (files: Record<string, string>) => {
  const path = join(folder, String(number++));
  writeFiles(path, files);
  return { path, read: () => readManual(path) };
};

const README =
  "# Help\n\nAll of it.\n\n## First\n\n- [A](a.md): what a is\n- see [B](b.md)\n\n## Then\n\n- [B](more/b.md)\n";

describe("a manual", () => {
  const files = { "README.md": README, "a.md": "# Of a\n\nText.\n", "more/b.md": "# Of b\r\n\r\nText.\r\n" };

  test("has its pages in the groups and the order of its table of contents", () => {
    const { groups, contents } = manual(files).read();
    expect(contents).toMatchObject({ name: "", title: "Help" });
    expect(groups).toEqual([
      { title: "First", pages: [{ name: "a", title: "Of a", summary: "what a is", body: "\nText.\n" }] },
      { title: "Then", pages: [{ name: "more/b", title: "Of b", summary: "", body: "\nText.\n" }] },
    ]);
  });

  test("brings its pictures along, and nothing else", () => {
    const { path, read } = manual({
      ...files,
      "pictures/x.png": "",
      "pictures/x.svg": "",
      "secret.txt": "",
      ".hidden/y.png": "",
    });
    expect([...read().pictures]).toEqual([[join(path, "pictures/x.png"), "pictures/x.png"]]);
  });
});

describe("a folder that is none", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ["no table of contents", { "a.md": "# A\n" }, /there is no .*README\.md; it is the table of contents/],
    [
      "a file that is in no list",
      { "README.md": "# Help\n", "a.md": "# A\n" },
      /a\.md is in no list of README\.md; add it there: - \[Title\]\(a\.md\)/,
    ],
    [
      "a list with a file that is not there",
      { "README.md": "# H\n\n## G\n\n- [A](a.md)\n" },
      /README\.md lists a\.md, which is not there/,
    ],
    [
      "a page without a title",
      { "README.md": "# H\n\n## G\n\n- [A](a.md)\n", "a.md": "Text\n" },
      /a\.md has no title; begin it with a line such as: # How/,
    ],
  ])("%s", (_, files, message) => {
    expect(manual(files).read).toThrow(message);
  });

  test("no folder at all", () => {
    expect(() => readManual(join(folder, "none"))).toThrow(/there is no folder .*none; name one with --docs/);
  });
});
