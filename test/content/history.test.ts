import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { askGit } from "../../src/content/git.ts";
import { type History, type NoHistory, readHistory } from "../../src/content/history.ts";
import { TestRepository } from "../support/repository.ts";
import { temporaryFolder, writeFiles } from "../support/skein.ts";

const root = temporaryFolder();
let made = 0;
const fresh = (): TestRepository => new TestRepository(join(root, `r${++made}`));
const text = (name: string) => `---\ntype: person\nname: ${name}\n---\n\n${`About ${name}. `.repeat(20)}\n`;

afterEach(() => vi.unstubAllEnvs());

function known(history: History | NoHistory): History {
  if ("missing" in history) throw new Error(history.missing);
  return history;
}

/** `2026-01-02 Ada “Subject”: added entities/a.md` */
const lines = (history: History | NoHistory): string[] =>
  known(history).commits.map(
    ({ time, author, subject, changes }) =>
      `${new Date(time).toISOString().slice(0, 10)} ${author} “${subject}”: ${changes
        .map(({ action, path, formerPath, file }) =>
          [action, formerPath, path, file !== path && `now ${file}`].filter(Boolean).join(" "),
        )
        .join(", ")}`,
  );

describe("the history of a content folder", () => {
  test("has what was added, changed, renamed and removed, newest first, each with where it is now", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "First", { "entities/a.md": text("A"), "entities/b.md": text("B") });
    repository.commit("2026-01-02", "Second", { "entities/a.md": text("A, who is else") }, { author: "Bo" });
    repository.commit(
      "2026-01-03",
      "Third",
      { "entities/people/z.md": text("A, who is else") },
      { remove: ["entities/a.md"] },
    );
    repository.commit("2026-01-04", "Fourth", {}, { remove: ["entities/b.md"] });
    repository.commit("2026-01-05", "Fifth", { "entities/b.md": text("Another B") });
    expect(lines(readHistory(repository.folder))).toEqual([
      "2026-01-05 Ada “Fifth”: added entities/b.md",
      "2026-01-04 Ada “Fourth”: removed entities/b.md now undefined",
      "2026-01-03 Ada “Third”: renamed entities/a.md entities/people/z.md",
      "2026-01-02 Bo “Second”: changed entities/a.md now entities/people/z.md",
      "2026-01-01 Ada “First”: added entities/a.md now entities/people/z.md, added entities/b.md now undefined",
    ]);
  });

  test("goes by the day of the commit, not by that of the author, which may be any", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "Old patch", { "entities/a.md": text("A") }, { authored: "2011-01-01" });
    expect(lines(readHistory(repository.folder))).toEqual([
      "2026-01-01 Ada “Old patch”: added entities/a.md",
    ]);
  });

  test("is that of the content alone, where the repository holds more", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "Both", { "site/data/entities/a.md": text("A"), "entities/no.md": "x" });
    repository.commit("2026-01-02", "Elsewhere", { "README.md": "x", "site/data/_notes/entities/b.md": "x" });
    repository.commit("2026-01-03", "Settings", { "site/data/site.yml": "title: A\n" });
    repository.git("config", "diff.relative", "false");
    const history = readHistory(join(repository.folder, "site/data"));
    expect(lines(history)).toEqual(["2026-01-01 Ada “Both”: added entities/a.md"]);
    expect(known(history).folder).toBe("site/data/");
  });

  test("takes names with any characters, and paths that look like the output of git", () => {
    const repository = fresh();
    const names = ["=.md", 'tab\tquote".md', "漢字 ü.md", "M.md", "-rf.md"];
    repository.commit("2026-01-01", "Names", {
      ...Object.fromEntries(names.map((name) => [`edges/${name}`, name])),
      // No content: such a name is not read.
      "edges/new\nline.md": "x",
    });
    expect(
      known(readHistory(repository.folder))
        .commits[0]?.changes.map(({ path }) => path)
        .sort(),
    ).toEqual(names.map((name) => `edges/${name}`).sort());
  });

  test("gives no e-mail address, no control characters and no endless subject", () => {
    const repository = fresh();
    repository.commit(
      "2026-01-01",
      `\u001b[31mRed\u0007\u202e ${"x".repeat(5000)}`,
      { "edges/a.md": "a" },
      {
        author: "ada@example.org",
      },
    );
    const [commit] = known(readHistory(repository.folder)).commits;
    expect(commit?.author).toBe("ada");
    expect(commit?.subject).toMatch(/^\[31mRed x{190,}…$/);
    expect(JSON.stringify(known(readHistory(repository.folder)))).not.toContain("example.org");
  });

  test("has authors under the names that .mailmap gives them", () => {
    const repository = fresh();
    repository.commit(
      "2026-01-01",
      "One",
      { "edges/a.md": "a", ".mailmap": "New Name <secret@example.org>\n" },
      { author: "Old Name" },
    );
    expect(known(readHistory(repository.folder)).commits[0]?.author).toBe("New Name");
  });

  test("leaves out what is not committed, and merges", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "One", { "edges/a.md": "a" });
    repository.git("switch", "--quiet", "-c", "side");
    repository.commit("2026-01-02", "Side", { "edges/b.md": "b" });
    repository.git("switch", "--quiet", "main");
    repository.commit("2026-01-03", "Main", { "edges/c.md": "c" });
    repository.git("-c", "user.name=M", "-c", "user.email=m@example.org", "merge", "-m", "Merge", "side");
    writeFiles(repository.folder, { "edges/d.md": "d" });
    expect(lines(readHistory(repository.folder)).map((line) => /“.*”/.exec(line)?.[0])).toEqual([
      "“Main”",
      "“Side”",
      "“One”",
    ]);
  });

  test("of a shallow clone says where it begins, and takes nothing for new that was there before", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "One", { "edges/a.md": "a" });
    repository.commit("2026-01-02", "Two", { "edges/b.md": "b" });
    repository.commit("2026-01-03", "Three", { "edges/c.md": "c" });
    const clone = join(root, "shallow");
    execFileSync("git", ["clone", "--quiet", "--depth=2", `file://${repository.folder}`, clone]);
    const history = known(readHistory(clone));
    expect(lines(history)).toEqual(["2026-01-03 Ada “Three”: added edges/c.md"]);
    expect(history.begins).toEqual({ time: Date.UTC(2026, 0, 2, 12), because: "shallow" });
  });

  test("of a clone without old texts is read without fetching them, with the renames that need none", () => {
    const repository = fresh();
    repository.git("config", "uploadpack.allowFilter", "true");
    repository.commit("2026-01-01", "One", { "entities/a.md": text("A"), "entities/b.md": text("B") });
    repository.commit(
      "2026-01-02",
      "Two",
      { "entities/c.md": text("A"), "entities/d.md": `${text("B")}And more.\n` },
      { remove: ["entities/a.md", "entities/b.md"] },
    );
    const clone = join(root, "partial");
    execFileSync("git", ["clone", "--quiet", "--filter=blob:none", `file://${repository.folder}`, clone]);
    const objects = () => execFileSync("git", ["count-objects", "-v"], { cwd: clone }).toString();
    const before = objects();
    expect(lines(readHistory(clone)).at(0)).toMatch(/renamed entities\/a\.md entities\/c\.md/);
    expect(objects()).toBe(before);
  });

  test("stops at a number of commits, and says where that is", () => {
    const repository = fresh();
    for (let day = 1; day <= 5; day++)
      repository.commit(`2026-01-0${day}`, `${day}`, { [`edges/e${day}.md`]: `${day}` });
    const history = known(readHistory(repository.folder, 3));
    expect(history.commits.map(({ subject }) => subject)).toEqual(["5", "4", "3"]);
    expect(history.begins).toEqual({ time: Date.UTC(2026, 0, 3, 12), because: "limit" });
  });

  test("is read once a commit", () => {
    const repository = fresh();
    repository.commit("2026-01-01", "One", { "edges/a.md": "a" });
    const first = readHistory(repository.folder);
    expect(readHistory(repository.folder)).toBe(first);
    repository.commit("2026-01-02", "Two", { "edges/b.md": "b" });
    expect(known(readHistory(repository.folder)).commits).toHaveLength(2);
  });
});

describe("where there is none, it says why", () => {
  test("no repository, and none of a hook that runs the build", () => {
    const elsewhere = fresh();
    elsewhere.commit("2026-01-01", "One", { "edges/a.md": "a" });
    const folder = join(root, "bare-folder");
    mkdirSync(folder);
    vi.stubEnv("GIT_DIR", join(elsewhere.folder, ".git"));
    vi.stubEnv("GIT_WORK_TREE", folder);
    expect(readHistory(folder)).toEqual({ missing: "no-repository" });
  });

  test("no commit", () => {
    expect(readHistory(fresh().folder)).toEqual({ missing: "no-commits" });
  });

  test("no git", () => {
    expect(askGit(root, ["version"], { program: "no-such-git" })).toEqual({ refusal: "not-installed" });
  });

  test("a folder that git does not trust", () => {
    const fake = join(root, "untrusting-git");
    writeFileSync(fake, "#!/bin/sh\necho 'fatal: detected dubious ownership in repository' >&2\nexit 128\n");
    chmodSync(fake, 0o755);
    expect(askGit(root, ["log"], { program: fake })).toEqual({ refusal: "not-trusted" });
  });

  test("a git that takes too long", () => {
    const slow = join(root, "slow-git");
    writeFileSync(slow, "#!/bin/sh\nexec sleep 60\n");
    chmodSync(slow, 0o755);
    expect(askGit(root, ["log"], { program: slow, milliseconds: 50 })).toEqual({ refusal: "too-slow" });
  });

  test("a damaged repository", () => {
    const repository = fresh();
    const id = repository.commit("2026-01-01", "One", { "edges/a.md": "a" });
    const object = join(repository.folder, ".git/objects", id.slice(0, 2), id.slice(2));
    chmodSync(object, 0o644);
    writeFileSync(object, "x");
    expect("missing" in readHistory(repository.folder)).toBe(true);
  });

  test("a content folder that is made to look like a repository", () => {
    const bait = join(root, "bait");
    execFileSync("git", ["init", "--quiet", "--bare", bait]);
    expect(readHistory(bait)).toEqual({ missing: "no-repository" });
  });
});

test("nothing that the settings of a repository name is run", () => {
  const repository = fresh();
  repository.commit("2026-01-01", "One", {
    "edges/a.md": "a",
    ".gitattributes": "*.md diff=evil filter=evil\n",
  });
  repository.commit("2026-01-02", "Two", { "edges/a.md": "b" });
  const trace = join(root, "was-run");
  const script = join(root, "evil.sh");
  writeFileSync(script, `#!/bin/sh\ntouch ${trace}\n`);
  chmodSync(script, 0o755);
  mkdirSync(join(repository.folder, ".git/hooks"), { recursive: true });
  for (const [name, value] of [
    ["core.fsmonitor", script],
    ["core.pager", script],
    ["pager.log", script],
    ["core.sshCommand", script],
    ["diff.external", script],
    ["diff.evil.command", script],
    ["diff.evil.textconv", script],
    ["filter.evil.smudge", script],
    ["filter.evil.clean", script],
    ["gpg.program", script],
    ["log.showSignature", "true"],
    ["alias.log", `!${script}`],
    ["alias.rev-parse", `!${script}`],
    ["credential.helper", script],
    ["log.follow", "true"],
    ["log.showRoot", "false"],
    ["diff.renames", "false"],
    ["color.ui", "always"],
  ] as const)
    repository.git("config", name, value);
  expect(lines(readHistory(repository.folder))).toEqual([
    "2026-01-02 Ada “Two”: changed edges/a.md",
    "2026-01-01 Ada “One”: added edges/a.md",
  ]);
  expect(existsSync(trace)).toBe(false);
});
