import { existsSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyEdit, FIRST, hasErrors, type Version } from "../support/edits.ts";
import { runHere } from "../support/in-process.ts";
import { TestRepository } from "../support/repository.ts";
import { contentsOf, filesBelow, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();
let count = 0;

/** A content folder and its site, each of their own. */
function graph(files: Readonly<Record<string, string>> = SMALL_CONTENT) {
  const place = join(folder, String(count++));
  const [content, site, cache] = ["content", "site", "cache"].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ];
  writeFiles(content, files);
  const build = (...more: readonly string[]) =>
    runHere(["build", "-c", content, "-o", site, "--cache", cache, ...more]);
  return { content, site, cache, build };
}

/** Until a file that is written next looks as if it were: the clocks of file systems stand still for some milliseconds. */
const settled = () => new Promise((done) => setTimeout(done, 120));

/** When each file of a site was written. */
const timesOf = (site: string): Map<string, number> =>
  new Map(filesBelow(site).map((path) => [path, statSync(join(site, path)).ctimeMs]));

/** What a build did to a site, and what it said. */
async function touchedBy(site: string, build: () => ReturnType<typeof runHere>) {
  const before = timesOf(site);
  await settled();
  const { code, out, err } = await build();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const after = timesOf(site);
  return {
    out,
    written: [...after].filter(([path, time]) => before.get(path) !== time).map(([path]) => path),
    gone: [...before.keys()].filter((path) => !after.has(path)),
  };
}

async function cleanSite(content: string): Promise<Map<string, string>> {
  const site = join(folder, `clean-${count++}`);
  const { code } = await runHere(["build", "-c", content, "-o", site, "--no-cache", "--no-save-positions"]);
  expect(code).toBe(0);
  const files = contentsOf(site);
  rmSync(site, { recursive: true });
  return files;
}

const differences = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));

describe("a second build", () => {
  test("writes nothing where nothing has changed, and says the same", async () => {
    const { site, build } = graph({
      ...SMALL_CONTENT,
      "entities/c.md": "---\ntype: state\nname: Lonely\n---\n",
    });
    const { out } = await build();
    const again = await touchedBy(site, build);
    expect({ ...again, out: again.out.replace(/in .*/, "") }).toEqual({
      out: out.replace(/in .*/, ""),
      written: [],
      gone: [],
    });
    expect(again.out).toContain("no edge touches");
    expect(JSON.parse((await build("--json")).out)).toMatchObject({ drift: { mean: 0, largest: 0 } });
  });

  test("writes the pages that say something else, and no others", async () => {
    const { content, site, build } = graph();
    await build();
    writeFileSync(join(content, "entities/b.md"), "---\ntype: state\nname: Bermuda\n---\n\nAn island.\n");
    const { written } = await touchedBy(site, build);
    expect(written).toContain("entities/b/index.html");
    expect(written).not.toContain("entities/a/index.html");
    expect(written).not.toContain("edges/a-visits-b/index.html");
    expect(differences(contentsOf(site), await cleanSite(content))).toEqual([]);
  });

  test("removes the pages of what is gone, with their folders", async () => {
    const { content, site, build } = graph({
      ...SMALL_CONTENT,
      "sources/wire.md": "---\ntitle: A wire\n---\n",
    });
    await build();
    unlinkSync(join(content, "sources/wire.md"));
    const { gone } = await touchedBy(site, build);
    expect(gone).toContain("sources/wire/index.html");
    expect(readdirSync(join(site, "sources")).sort()).toEqual(["index.html", "log"]);
    expect(differences(contentsOf(site), await cleanSite(content))).toEqual([]);
  });

  test.each([
    ["changed", (path: string) => writeFileSync(path, "mine")],
    ["removed", unlinkSync],
  ])("brings back a page that somebody has %s", async (_, touch) => {
    const { site, build } = graph();
    await build();
    await settled();
    const page = join(site, "entities/a/index.html");
    const text = readFileSync(page, "utf8");
    touch(page);
    await build();
    expect(readFileSync(page, "utf8")).toBe(text);
  });

  test("sees a commit, which changes no file", async () => {
    const repository = new TestRepository(join(folder, "repository"));
    repository.commit("2026-01-01", "Begin", SMALL_CONTENT);
    const site = join(folder, "site-of-repository");
    const build = () => runHere(["build", "-c", repository.folder, "-o", site, "--no-save-positions"]);
    await build();
    expect((await touchedBy(site, build)).written).toEqual([]);
    repository.commit("2026-01-02", "Say more", {
      "entities/b.md": `${SMALL_CONTENT["entities/b.md"]}\nAn island.\n`,
    });
    await build();
    expect(readFileSync(join(site, "changes/index.html"), "utf8")).toContain("Say more");
  });

  test("starts from nothing where the cache was deleted or is broken", async () => {
    const { content, site, cache, build } = graph();
    await build();
    for (const path of filesBelow(cache)) writeFileSync(join(cache, path), "broken");
    const [{ code }, files] = [await build(), contentsOf(site)];
    expect(code).toBe(0);
    rmSync(cache, { recursive: true });
    await build();
    expect(differences(files, contentsOf(site))).toEqual([]);
    expect(differences(files, await cleanSite(content))).toEqual([]);
    expect(existsSync(cache)).toBe(true);
  });

  test("after one that found mistakes, makes what was mended", async () => {
    const { content, site, build } = graph();
    await build();
    const file = join(content, "entities/b.md");
    writeFileSync(file, "---\ntype: nonsense\nname: Bermuda\n---\n");
    expect((await build()).code).toBe(1);
    writeFileSync(file, "---\ntype: state\nname: The Bermudas\n---\n");
    expect((await build()).code).toBe(0);
    expect(readFileSync(join(site, "entities/b/index.html"), "utf8")).toContain("The Bermudas");
    expect(differences(contentsOf(site), await cleanSite(content))).toEqual([]);
  });

  test("lays the map out anew where it is told to, and keeps it after", async () => {
    const { site, build } = graph();
    await build("--relayout");
    const files = contentsOf(site);
    await build("--relayout");
    await build();
    expect(differences(files, contentsOf(site))).toEqual([]);
  });
});

/** Writes what is another in a version, and removes what is gone. */
function lay(content: string, before: Version["files"], after: Version["files"]): void {
  for (const path of Object.keys(before)) if (!(path in after)) unlinkSync(join(content, path));
  writeFiles(
    content,
    Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text)),
  );
}

test("whatever is edited, the site is the one that a build from nothing makes, byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const picture = { "assets/ada.png": "a picture" };
      const { content, site, build } = graph({ ...FIRST.files, ...picture });
      expect((await build()).code).toBe(0);
      let version = FIRST;
      for (const edit of edits) {
        const next = edit(version);
        if (hasErrors(next)) continue;
        lay(content, version.files, next.files);
        version = next;
        const clean = await cleanSite(content);
        expect((await build()).code).toBe(0);
        expect(differences(contentsOf(site), clean)).toEqual([]);
      }
    }),
    { numRuns: 5 },
  );
});
