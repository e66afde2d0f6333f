import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { pictureIds } from "../../src/content/pictures.ts";
import { type NoRevision, type Revision, readRevision } from "../../src/content/revision.ts";
import { TestRepository } from "../support/repository.ts";
import { filesBelow, temporaryFolder, writeFiles } from "../support/skein.ts";

const root = temporaryFolder();
let made = 0;
const fresh = (): TestRepository => new TestRepository(join(root, `r${++made}`));

afterEach(() => vi.unstubAllEnvs());

function there(found: Revision | NoRevision): Revision {
  if ("missing" in found) throw new Error(found.missing);
  return found;
}

describe("a content folder in a commit", () => {
  test("is read as the folder that was committed", () => {
    const repository = fresh();
    const files = {
      "site.yml": "title: A\n",
      "entities/a b/李.md": "\ufeff---\r\nname: x\r\n---\r\n",
      "entities/_note.md": "ignored",
      "assets/a.png": "png",
      "assets/a.svg": "svg",
      "assets/deep/ü.jpg": "jpg",
      "theme/a.css": "a{}",
      ".positions": "a 1 2\n",
      "notes.txt": "x",
      ".hidden/entities/a.md": "x",
      "entities/large.md": "x".repeat(1024 * 1024 + 1),
    };
    repository.commit("2026-01-01", "First", files);
    // With a byte that no UTF-8 has.
    const id = execFileSync("git", ["hash-object", "-w", "--stdin"], {
      cwd: repository.folder,
      input: Buffer.from([0x41, 0xff]),
    });
    const entries = repository.git("ls-tree", "-z", "HEAD:entities").split("\0").filter(Boolean);
    const tree = execFileSync("git", ["mktree", "-z"], {
      cwd: repository.folder,
      input: `${[...entries, `100644 blob ${id.toString().trim()}\tlatin.md`].join("\0")}\0`,
    });
    repository.git("read-tree", "--prefix=more/", tree.toString().trim());
    repository.git("reset", "--quiet", "HEAD");
    const read = there(readRevision(repository.folder, "HEAD"));
    expect(read.folder).toEqual(readFolder(repository.folder));
    expect(read.folder.positions).toBe("a 1 2\n");
    expect([...read.folder.texts.keys()]).toEqual(["entities/a b/李.md", "site.yml", "theme/a.css"]);
    expect(read.folder.passedOver).toEqual([
      { path: "assets/a.svg", reason: "not-image" },
      { path: "entities/large.md", reason: "too-large" },
      { path: "notes.txt", reason: "not-text" },
    ]);
    expect(read.pictures).toEqual(pictureIds(repository.folder, read.folder.assets));
    expect(read.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test("is the one of that revision, whatever the working folder holds", () => {
    const repository = fresh();
    const content = join(repository.folder, "docs/content");
    repository.commit("2026-01-01", "First", { "docs/content/site.yml": "title: Old\n" });
    repository.git("tag", "v1");
    repository.commit("2026-01-02", "Second", { "docs/content/site.yml": "title: New\n" });
    repository.git("checkout", "--quiet", "-b", "topic/a");
    writeFiles(content, { "site.yml": "title: Now\n" });
    const title = (revision: string) => there(readRevision(content, revision)).folder.texts.get("site.yml");
    expect(["v1", "HEAD~1", "HEAD", "topic/a", "main"].map(title)).toEqual([
      "title: Old\n",
      "title: Old\n",
      "title: New\n",
      "title: New\n",
      "title: New\n",
    ]);
    rmSync(join(repository.folder, "docs"), { recursive: true });
    expect(title("v1")).toBe("title: Old\n");
  });

  test("links and repositories in it are passed over, and nothing is run or written", () => {
    const repository = fresh();
    mkdirSync(join(repository.folder, "entities"), { recursive: true });
    symlinkSync("/etc/passwd", join(repository.folder, "entities/link.md"));
    repository.commit("2026-01-01", "First", {
      "site.yml": "title: A\n",
      ".gitattributes": "* filter=evil diff=evil text eol=crlf\n",
    });
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},entities/module`);
    repository.git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-m", "Module");
    repository.git("config", "filter.evil.smudge", "touch smudged");
    repository.git("config", "diff.evil.textconv", "touch converted");
    repository.git("config", "core.fsmonitor", "touch monitored");
    const before = filesBelow(repository.folder);
    const { folder } = there(readRevision(repository.folder, "HEAD"));
    expect(folder.passedOver).toEqual([
      { path: "entities/link.md", reason: "link" },
      { path: "entities/module", reason: "link" },
    ]);
    expect(folder.texts.get("site.yml")).toBe("title: A\n");
    expect(filesBelow(repository.folder)).toEqual(before);
  });
});

describe("where there is no such content", () => {
  test.each([
    "nonesuch",
    "HEAD~9",
    "a b",
    "HEAD^{tree}",
    "--help",
    "-x",
    "HEAD\nHEAD",
    "main..HEAD",
    ":x",
    "",
  ])("%j is no revision", (revision) => {
    const repository = fresh();
    repository.commit("2026-01-01", "First", { "site.yml": "" });
    expect(readRevision(repository.folder, revision)).toEqual({ missing: "no-revision" });
  });

  test("a folder that the commit lacks, and a file, are told", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "First", { "site.yml": "" });
    for (const name of ["content", "site.yml", "a/b"])
      expect(readRevision(join(repository.folder, name), "HEAD")).toEqual({ missing: "no-folder" });
  });

  test("what is in no repository has no revisions", () => {
    vi.stubEnv("GIT_CEILING_DIRECTORIES", root);
    const folder = join(root, "plain");
    mkdirSync(folder);
    expect(readRevision(folder, "HEAD")).toEqual({ missing: "no-repository" });
  });

  test("a clone without old commits says that they are missing", () => {
    const repository = fresh();
    const first = repository.commit("2026-01-01", "First", { "site.yml": "title: A\n" });
    repository.commit("2026-01-02", "Second", { "site.yml": "title: B\n" });
    const clone = join(root, "shallow");
    repository.git("clone", "--quiet", "--depth", "1", `file://${repository.folder}`, clone);
    expect(readRevision(clone, first)).toEqual({ missing: "shallow" });
    expect(there(readRevision(clone, "HEAD")).folder.texts.get("site.yml")).toBe("title: B\n");
  });

  test("a few objects that name more files than there is memory for are refused", { timeout: 60_000 }, () => {
    const repository = fresh();
    repository.commit("2026-01-01", "First", { "site.yml": "" });
    const git = (args: string[], input: string) =>
      execFileSync("git", args, { cwd: repository.folder, input }).toString().trim();
    let object = `100644 blob ${git(["hash-object", "-w", "--stdin"], "x")}`;
    for (let depth = 0; depth < 7; depth++) {
      const names = Array.from({ length: 10 }, (_, i) => `${object}\te${i}${depth === 0 ? ".md" : ""}\n`);
      object = `040000 tree ${git(["mktree"], names.join(""))}`;
    }
    const tree = git(["mktree"], `${object}\tentities\n`);
    const commit = git(["-c", "user.name=A", "-c", "user.email=a@b", "commit-tree", tree, "-m", "Bomb"], "");
    expect(readRevision(repository.folder, commit)).toEqual({ missing: "too-large" });
  });
});
