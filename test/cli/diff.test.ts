import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runHere } from "../support/in-process.ts";
import { TestRepository } from "../support/repository.ts";
import { filesBelow, runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";
import { xmlRoot } from "../support/xml.ts";

const folder = temporaryFolder();
const repository = new TestRepository(join(folder, "repository"));
const inContent = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text]));
const VISIT = '---\ntype: visit\nfrom: a\nto: b\ndate: "2023-06-15"\nsources: [log]\n---\n';
const content = join(repository.folder, "content");
const diff = (...args: string[]) => runHere(["diff", "--content", content, ...args]);

beforeAll(() => {
  repository.commit("2026-01-01", "First", { ...inContent(SMALL_CONTENT), "README.md": "x" });
  repository.git("tag", "first");
  repository.commit("2026-01-02", "Second", {
    "content/edges/a-visits-b.md": VISIT.replace("2023-06-15", "2023-06-16").replace(
      "sources:",
      "status: disputed\nsources:",
    ),
    "content/assets/a.png": "old",
  });
  repository.commit("2026-01-03", "A mistake", {
    "content/edges/a-visits-b.md": VISIT.replace("to: b", "to: x"),
  });
  repository.git("tag", "broken");
  repository.commit("2026-01-04", "Mended", {
    "content/edges/a-visits-b.md": VISIT,
    "content/assets/a.png": "new",
  });
  repository.git("branch", "content", "first");
});

describe("skein diff", () => {
  test("says what changed between two revisions", async () => {
    const { code, out, err } = await runSkein(["diff", "first", "HEAD~2"], repository.folder);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`**1 claim changed, 1 picture changed; 1 claim has another status.**

From \`first\` to \`HEAD~2\`: 2 entities, 1 claim, 1 source. On the map everything stays where it was.

### Status (1)

- \`Atlantis visits Bermuda\` (\`a-visits-b\`): \`reported\` → \`disputed\`

### Claims changed (1)

- \`Atlantis visits Bermuda\` (\`a-visits-b\`)
  - \`date\`: \`2023-06-15\` → \`2023-06-16\`
  - \`status\`: \`reported\` → \`disputed\`

### Theme and pictures (1)

- \`assets/a.png\` added
`);
  });

  test("without a second name takes the content folder as it is now, pictures by their bytes", async () => {
    expect((await runSkein(["diff", "HEAD"], repository.folder)).out).toBe(
      "**Nothing changes.**\n\nFrom `HEAD` to `content`: 2 entities, 1 claim, 1 source.\n",
    );
    expect((await diff("HEAD~1", "--json")).out).toContain('"action": "changed"');
  });

  test("compares what holds mistakes as far as it can, and tells them", async () => {
    const { code, out } = await diff("first", "broken");
    expect(code).toBe(0);
    expect(out).toContain("1 new error; 1 error in all, so nothing can be published.**");
    expect(out).toContain("`broken` has an error");
    expect(out).toContain(
      "- error `unknown-reference` in `edges/a-visits-b.md:4`: `no entity “x”; did you mean “a”?`",
    );
    expect((await diff("broken", "HEAD")).out).toContain("1 problem mended");
  });

  test("a folder comes before a revision of the same name, which has another way to be named", async () => {
    const { out } = await runSkein(["diff", "content", "HEAD"], repository.folder);
    expect(out).toContain("**Nothing changes.**");
    expect((await diff("heads/content", "first")).out).toContain("**Nothing changes.**");
    expect((await diff("heads/content", "HEAD", "--exit-code")).code).toBe(1);
  });

  test("takes two folders that are in no repository, and finds the content in a whole checkout", async () => {
    const [before, after] = [join(folder, "before"), join(folder, "after")];
    writeFiles(before, SMALL_CONTENT);
    writeFiles(
      after,
      inContent({ ...SMALL_CONTENT, "entities/b.md": "---\ntype: state\nname: The Bermudas\n---\n" }),
    );
    const { code, out } = await runHere(["diff", before, after, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, summary: "1 entity changed" });
  });

  test("draws the part that is touched", async () => {
    const { code, out } = await diff("first", "HEAD~2", "--format", "svg");
    expect(code).toBe(0);
    expect(xmlRoot(out).getAttribute("width")).toMatch(/^\d+$/);
    expect(out.match(/~ changed<\/text>/g)).toHaveLength(2);
  });

  test("with --exit-code ends with 1 where something changes", async () => {
    expect((await diff("first", "first", "--exit-code")).code).toBe(0);
    expect((await diff("first", "HEAD~2", "--exit-code")).code).toBe(1);
  });

  test("reads from a folder below the one that is named, from wherever it is called", async () => {
    const { out } = await runSkein(
      ["diff", "first", "HEAD~2", "-c", "."],
      join(repository.folder, "content"),
    );
    expect(out).toContain("**1 claim changed, 1 picture changed; 1 claim has another status.**");
  });

  test("writes nothing", async () => {
    const before = filesBelow(repository.folder);
    await diff("first", "HEAD");
    expect(filesBelow(repository.folder)).toEqual(before);
  });
});

describe("one clear line and exit code 2 for", () => {
  test.each<[what: string, args: string[], said: string | RegExp]>([
    [
      "a revision that does not exist",
      ["nope", "HEAD"],
      "there is no folder and no revision “nope”; git log --oneline --all lists the revisions",
    ],
    [
      "a name that would be a flag of git",
      ["--", "-x"],
      "there is no folder “-x”, and no revision begins with a hyphen",
    ],
    ["a name that is too long", ["x".repeat(5_000)], /^there is no folder and no revision “x{200}…”; /],
    ["an empty name", [""], "there is no folder “”, and no revision begins with a hyphen"],
    [
      "a folder without content",
      [join(folder, "empty"), "HEAD"],
      /^there is no content in .*empty: none of site\.yml, /,
    ],
    [
      "a revision without the folder",
      ["first", "HEAD", "-c", join(content, "nowhere")],
      /^the revision “first” has no folder .*nowhere; name it with --content\n$/,
    ],
    [
      "a revision whose folder has no content",
      ["HEAD", "HEAD", "-c", join(content, "assets")],
      /^there is no content in .*assets in the revision “HEAD”: /,
    ],
    [
      "a name that would steer the terminal",
      ["\u001b[31mred"],
      "there is no folder and no revision “\\u001b[31mred”; git log --oneline --all lists the revisions",
    ],
  ])("%s", async (_, args, said) => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    const { code, out, err } = await diff(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n")).toHaveLength(2);
    if (typeof said === "string") expect(err).toBe(`skein: ${said}\n`);
    else expect(err.replace(/^skein: /, "")).toMatch(said);
  });

  test("no repository", async () => {
    const plain = join(folder, "plain");
    writeFiles(plain, SMALL_CONTENT);
    const { code, err } = await runHere(["diff", "main", "--content", plain]);
    expect([code, err]).toEqual([
      2,
      `skein: there is no folder “main”, and ${plain} is in no git repository that could have such a revision\n`,
    ]);
  });

  test("no name at all, one too many, a format that is none", async () => {
    expect((await diff()).code).toBe(2);
    expect((await diff("first", "HEAD", "HEAD")).code).toBe(2);
    expect((await diff("first", "--format", "html")).code).toBe(2);
  });
});
