import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { decodeNetwork } from "../../src/shared/network-data.ts";
import { runHere } from "../support/in-process.ts";
import { TestRepository } from "../support/repository.ts";
import {
  filesBelow,
  PROJECT,
  runSkein,
  SMALL_CONTENT,
  temporaryFolder,
  writeFiles,
} from "../support/skein.ts";

// Not by taking permissions away, which root has whatever the file system says.
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const writeFileSync: typeof fs.writeFileSync = (path, ...rest) => {
    if (/read-only.\.positions/.test(String(path)))
      throw Object.assign(new Error("EROFS"), { code: "EROFS", syscall: "open", path });
    fs.writeFileSync(path, ...rest);
  };
  return { ...fs, writeFileSync };
});

const folder = temporaryFolder();
const output = join(folder, "site");
const HEADER = "# Where each entity stands on the map, kept by skein build: commit it with the content.\n";

/** A content folder of its own, with a file of positions where one is given. */
function contentWith(name: string, positions?: string): string {
  const content = join(folder, name);
  writeFiles(content, { ...SMALL_CONTENT, ...(positions !== undefined && { ".positions": positions }) });
  return content;
}

const build = (content: string, ...args: readonly string[]) =>
  runHere(["build", "-c", content, "-o", output, ...args]);

const positionsIn = (content: string): string => readFileSync(join(content, ".positions"), "utf8");

/** Where the published site has its entities: `a 0 0`. */
function published(): string[] {
  const { entities } = decodeNetwork(readFileSync(join(output, "skein/network.bin"))).network;
  return entities.map(({ id, x, y }) => `${id} ${x} ${y}`);
}

describe("skein build", () => {
  test("keeps the positions beside the content, and the next build starts from them", async () => {
    const content = contentWith("kept");
    const first = await build(content);
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).not.toContain("moved");
    expect(positionsIn(content)).toBe(`${HEADER}${published().join("\n")}\n`);
    writeFiles(content, { ".positions": "a 10 20\nb 300.5 40\n" });
    const second = await build(content, "--json");
    expect(JSON.parse(second.out).drift).toEqual({ mean: 0, largest: 0 });
    expect(published()).toEqual(["a 10 20", "b 300.5 40"]);
    expect(filesBelow(output).filter((path) => path.includes("positions"))).toEqual([]);
    expect(filesBelow(content).filter((path) => path.includes("positions"))).toEqual([".positions"]);
  });

  test("adds who is new, drops who is gone, and says how far the map has moved", async () => {
    const content = contentWith("changed", "a 10 20\nb 300 40\ngone 5 5\n");
    writeFiles(content, {
      "entities/c.md": "---\ntype: state\nname: Cuba\n---\n",
      "edges/c-visits-a.md": "---\ntype: visit\nfrom: c\nto: a\nsources: [log]\n---\n",
    });
    const { out } = await build(content);
    expect(out).toMatch(
      /^3 entities, 2 claims, 1 source → .*: \d+ files in [\d.]+ s; the map moved by 0\.0 % on average\n$/,
    );
    expect(positionsIn(content)).toMatch(/^# .*\na 10 20\nb 300 40\nc -?[\d.]+ -?[\d.]+\n$/);
  });

  test("is not stopped by a merge conflict in them, and resolves it", async () => {
    const content = contentWith(
      "merged",
      "<<<<<<< HEAD\na 10 20\n=======\na 11 21\nb 300 40\n>>>>>>> theirs\n",
    );
    const { code, err } = await build(content);
    expect([code, err]).toEqual([0, ""]);
    expect(positionsIn(content)).toBe(`${HEADER}a 10 20\nb 300 40\n`);
  });

  test("leaves a file alone that says the same, with the line ends of Windows too", async () => {
    const text = `${HEADER}a 10 20\nb 300 40\n`.replaceAll("\n", "\r\n");
    const content = contentWith("same", text);
    const before = statSync(join(content, ".positions"));
    await build(content);
    expect(positionsIn(content)).toBe(text);
    expect(statSync(join(content, ".positions")).ino).toBe(before.ino);
  });

  test.each([
    ["--no-save-positions", "unsaved"],
    ["--drafts", "drafted"],
  ])("%s leaves the file as it is", async (flag, name) => {
    const content = contentWith(name, "a 10 20\n");
    expect((await build(content, flag)).code).toBe(0);
    expect(published()[0]).toBe("a 10 20");
    expect(positionsIn(content)).toBe("a 10 20\n");
  });

  test("content with errors leaves the file as it is", async () => {
    const content = contentWith("broken", "a 10 20\n");
    writeFiles(content, { "entities/b.md": "---\ntype: state\nnmae: Bermuda\n---\n" });
    expect((await build(content)).code).toBe(1);
    expect(positionsIn(content)).toBe("a 10 20\n");
  });

  test.each<[string, (path: string) => void]>([
    ["folder", (path) => mkdirSync(path)],
    ["link", (path) => symlinkSync("elsewhere", path)],
  ])("a %s of that name is said once, and stops nothing", async (name, put) => {
    const content = contentWith(`taken-by-a-${name}`);
    put(join(content, ".positions"));
    const { code, out, err } = await build(content);
    expect(code).toBe(0);
    expect(out).toMatch(/^2 entities, 1 claim, 1 source → .*\n$/);
    expect(err).toBe(
      `skein: ${join(content, ".positions")} is a link, or no file; the site is there, and its map is not kept\n`,
    );
    expect((await build(content, "--quiet")).err).toBe("");
  });

  test("of a content folder that cannot be written to is as good, and says so once", async () => {
    const content = contentWith("read-only");
    const { code, out, err } = await build(content);
    expect(code).toBe(0);
    expect(out).toMatch(/^2 entities, 1 claim, 1 source → .*\n$/);
    expect(err).toBe(
      `skein: cannot write ${join(content, ".positions")}: the disk is read-only; the site is there, and its map is not kept\n`,
    );
  });

  test("twice at once leaves one whole file, and nothing beside it", async () => {
    const content = contentWith("twice");
    const sites = ["one", "two"].map((name) => join(folder, name));
    const builds = await Promise.all(sites.map((site) => runSkein(["build", "-c", content, "-o", site])));
    expect(builds.map(({ code, err }) => [code, err])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    await build(content);
    expect(positionsIn(content)).toBe(`${HEADER}${published().join("\n")}\n`);
    expect(filesBelow(content).filter((path) => path.includes("positions"))).toEqual([".positions"]);
  });

  test("of the default content changes nothing in it", async () => {
    const path = join(PROJECT, "content/.positions");
    const before = statSync(path);
    const { code, out } = await runHere(["build", "-o", output]);
    expect(code).toBe(0);
    expect(out).toContain("; the map moved by 0.0 % on average\n");
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });
});

describe("skein build --relayout", () => {
  test("lays the map out anew, says how far it moved, and keeps what came out", async () => {
    const content = contentWith("anew", "a 10 20\nb 13 24\n");
    const { out } = await build(content, "--relayout");
    expect(out).toMatch(/; the map moved by \d+\.\d % on average\n$/);
    expect(published()).not.toContain("a 10 20");
    expect(positionsIn(content)).toBe(`${HEADER}${published().join("\n")}\n`);
  });

  test("does not go with --layout-from", async () => {
    const { code, err } = await build(contentWith("both"), "--relayout", "--layout-from", output);
    expect([code, err]).toEqual([
      2,
      "skein: --layout-from keeps a map and --relayout drops it; leave one out\n",
    ]);
  });
});

describe("skein build --layout-from", () => {
  const content = contentWith("from", "a 10 20\nb 300 40\n");

  test("starts from a site that it has published", async () => {
    await build(content, "--no-save-positions");
    rmSync(join(content, ".positions"), { force: true });
    expect((await build(content, "--layout-from", output)).out).toContain("moved by 0.0 %");
    expect(positionsIn(content)).toBe(`${HEADER}a 10 20\nb 300 40\n`);
  });

  test("starts from a site of an earlier version, and keeps that map", async () => {
    const site = join(folder, "published");
    writeFiles(site, {
      "skein/network.json": JSON.stringify({
        entities: { id: ["a", "b"], x: [-70, 500], y: [8, 9] },
        claims: { from: [0], to: [1] },
      }),
    });
    for (const from of [site, join(site, "skein/network.json")]) {
      rmSync(join(content, ".positions"), { force: true });
      expect((await build(content, "--layout-from", from)).out).toContain("moved by 0.0 %");
      expect(positionsIn(content)).toBe(`${HEADER}a -70 8\nb 500 9\n`);
    }
  });

  test("starts from another content folder, and not from its own", async () => {
    const other = contentWith("other", "a 1 2\nb 300 4\n");
    await build(content, "--layout-from", other, "--no-save-positions");
    expect(published()).toEqual(["a 1 2", "b 300 4"]);
  });

  test.each([
    ["what is not there", "nowhere", /^skein: cannot read .*nowhere: there is no such file\n$/],
    [
      "a folder without positions",
      ".",
      /^skein: .* has neither \.positions nor skein\/network\.bin; name .*\n$/,
    ],
    [
      "a file without positions",
      "prose.md",
      /^skein: .*prose\.md holds no positions; --layout-from reads .*\n$/,
    ],
    ["a file in a file", "prose.md/x", /^skein: cannot read .*prose\.md\/x: a part of the path is a file\n$/],
  ])("%s is one clear line and exit 2, and nothing is published", async (_, name, message) => {
    writeFileSync(join(folder, "prose.md"), "# Prose\n");
    rmSync(output, { recursive: true, force: true });
    const { code, out, err } = await build(content, "--layout-from", join(folder, name));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(existsSync(output)).toBe(false);
  });
});

test("two branches that add entities merge without a conflict, by the .gitattributes of this repository", () => {
  const repository = new TestRepository(join(folder, "repository"));
  const attributes = readFileSync(join(PROJECT, ".gitattributes"), "utf8");
  const path = "content/.positions";
  repository.commit("2026-01-01", "A map", { ".gitattributes": attributes, [path]: "a 1 1\nz 9 9\n" });
  repository.git("switch", "--quiet", "--create", "theirs");
  repository.commit("2026-01-02", "Theirs", { [path]: "a 1 1\nd 4 4\nz 9 9\n" });
  repository.git("switch", "--quiet", "main");
  repository.commit("2026-01-03", "Ours", { [path]: "a 1 1\nc 3 3\nz 9 9\n" });
  repository.git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "merge", "--quiet", "theirs");
  const merged = readFileSync(join(repository.folder, path), "utf8");
  expect(merged.split("\n").sort()).toEqual(["", "a 1 1", "c 3 3", "d 4 4", "z 9 9"]);
});

test("skein check leaves the positions as they are", async () => {
  const content = contentWith("checked", "a 10 20\n");
  expect((await runHere(["check", "-c", content])).code).toBe(0);
  expect(positionsIn(content)).toBe("a 10 20\n");
  rmSync(join(content, ".positions"));
  await runHere(["check", "--fix", "-c", content]);
  expect(existsSync(join(content, ".positions"))).toBe(false);
});
