import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { contentsOf, filesBelow, PROJECT, runSkein, temporaryFolder } from "../support/skein.ts";

const folder = temporaryFolder();
const textIn = (path: string): string => readFileSync(join(folder, path), "utf8");

describe("skein init", () => {
  test("makes a graph with sample content, which has no problems and builds at once", async () => {
    const { code, out, err } = await runSkein(["init", "my-graph"], folder);
    expect(err).toBe("");
    expect(out).toMatch(
      /^\d+ files in my-graph\. Next:\n\n {2}cd my-graph\n {2}npm install\n {2}npm start\n\npackage\.json takes Skein from file:\S+\. Before you publish, put it where others find it too\.\n$/,
    );
    expect(code).toBe(0);
    const graph = join(folder, "my-graph");
    const { content, diagnostics } = loadContent(readFolder(join(graph, "content")), { drafts: false });
    expect(diagnostics).toEqual([]);
    expect(content.entities.length).toBe(6);
    expect(content.edges.length).toBe(7);
    expect((await runSkein(["check", "--fix"], graph)).out).toContain("nothing to mend");
    expect((await runSkein(["build"], graph)).code).toBe(0);
    expect(existsSync(join(graph, "_site/stories/five-days-in-september/index.html"))).toBe(true);
  });

  test("brings what a host, an editor and contributors need, and leaves nothing else behind", () => {
    const files = filesBelow(join(folder, "my-graph")).filter((path) => !/^(content|_site)\//.test(path));
    expect(files).toEqual(
      expect.arrayContaining([
        ".github/ISSUE_TEMPLATE/claim.yml",
        ".github/ISSUE_TEMPLATE/correction.yml",
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".gitattributes",
        ".github/dependabot.yml",
        ".remarkrc.json",
        ".vscode/schemas/edge.json",
        ".vscode/settings.json",
        ".github/scripts/comment.mjs",
        ".github/scripts/report.mjs",
        ".github/workflows/check.yml",
        ".github/workflows/comment.yml",
        ".github/workflows/deploy.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        "CONTRIBUTING.md",
        "README.md",
        "package.json",
      ]),
    );
    expect(files).not.toContain("gitignore");
    expect(readdirSync(folder)).toEqual(["my-graph"]);
  });

  test("depends on the checkout that made it, under the name of the folder", () => {
    expect(JSON.parse(textIn("my-graph/package.json"))).toMatchObject({
      name: "my-graph",
      private: true,
      scripts: { start: "skein dev", build: "skein build", check: "skein check" },
      dependencies: { skein: `file:${relative(join(folder, "my-graph"), PROJECT)}` },
    });
  });

  test("or on what --skein names", async () => {
    await runSkein(["init", "Graph of Ours!", "--skein", "file:../skein.tgz", "--quiet"], folder);
    expect(JSON.parse(textIn("Graph of Ours!/package.json"))).toMatchObject({
      name: "graph-of-ours",
      dependencies: { skein: "file:../skein.tgz" },
    });
  });

  test("the title goes where it is needed, whatever it is made of", async () => {
    const title = 'Who: "said" *what*, #1 $& <b> ’';
    expect((await runSkein(["init", "titled", "--title", title], folder)).code).toBe(0);
    const settings = parse(textIn("titled/content/site.yml"));
    expect(settings).toEqual({ title, language: "en", license: "CC BY 4.0" });
    expect(textIn("titled/README.md").split("\n")[0]).toBe('# Who: "said" \\*what\\*, \\#1 \\$\\& \\<b\\> ’');
    expect((await runSkein(["check", "--strict"], join(folder, "titled"))).code).toBe(0);
  });

  test.each([
    ["", "--title is empty"],
    ["two\nlines", "--title must stand on one line"],
  ])("a title %j is refused", async (title, message) => {
    const { code, err } = await runSkein(["init", "untitled", "--title", title], folder);
    expect([code, err]).toEqual([2, `skein: ${message}\n`]);
    expect(existsSync(join(folder, "untitled"))).toBe(false);
  });

  test("--json lists the files", async () => {
    const { out } = await runSkein(["init", "listed", "--json"], folder);
    const { folder: name, files } = JSON.parse(out);
    expect([name, files]).toEqual(["listed", filesBelow(join(folder, "listed"))]);
  });

  test("a fresh repository is filled, and its .git left alone", async () => {
    const repository = join(folder, "repository");
    mkdirSync(join(repository, ".git"), { recursive: true });
    writeFileSync(join(repository, ".git/HEAD"), "ref: refs/heads/main\n");
    const { code, out } = await runSkein(["init", "."], repository);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ files in \.\. Next:\n\n {2}npm install\n/);
    expect(readFileSync(join(repository, ".git/HEAD"), "utf8")).toBe("ref: refs/heads/main\n");
    expect(readdirSync(repository)).toContain("content");
    expect(readdirSync(repository).filter((name) => name.startsWith(".skein"))).toEqual([]);
  });

  test("a folder with anything in it is refused, and stays as it was", async () => {
    const taken = join(folder, "taken");
    mkdirSync(taken);
    writeFileSync(join(taken, "thesis.txt"), "years of work");
    const before = contentsOf(taken);
    const { code, out, err } = await runSkein(["init", "taken"], folder);
    expect([code, out, err]).toEqual([2, "", "skein: taken is not empty; name a new folder\n"]);
    expect(contentsOf(taken)).toEqual(before);
  });

  test("so is a file, and a folder below one", async () => {
    writeFileSync(join(folder, "a-file"), "text");
    const file = await runSkein(["init", "a-file"], folder);
    expect([file.code, file.err]).toEqual([2, "skein: a-file is a file; name a new folder\n"]);
    const below = await runSkein(["init", "a-file/graph"], folder);
    expect([below.code, below.err]).toEqual([
      3,
      "skein: cannot write to a-file/graph: a part of the path is a file\n",
    ]);
  });

  test("a folder that cannot be made is one clear line", async () => {
    // Root may write everywhere but there.
    const closed = process.getuid?.() === 0 ? "/proc" : join(folder, "closed");
    if (closed !== "/proc") mkdirSync(closed, { mode: 0o500 });
    const { code, err } = await runSkein(["init", `${closed}/new/graph`], folder);
    expect(code).toBe(3);
    expect(err).toMatch(
      /^skein: cannot write to .*\/new\/graph: (permission denied|there is no such folder, and none can be made)\n$/,
    );
  });

  test("others may read the new folder as any other", () => {
    mkdirSync(join(folder, "plain"));
    expect(statSync(join(folder, "my-graph")).mode).toBe(statSync(join(folder, "plain")).mode);
  });
});
