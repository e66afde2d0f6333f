import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Crew } from "../../src/cli/crew/crew.ts";
import { folderOf, readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { LoadCache } from "../../src/content/load-cache.ts";
import type { Page } from "../../src/site/page.ts";
import { printAll } from "../../src/site/press.ts";
import { publicationOf } from "../../src/site/publication.ts";
import { Knowledge, type KnownPages, knownTogether, renderingWith } from "../../src/site/reads/known.ts";
import { contentsOf, PROJECT, temporaryFolder } from "../support/skein.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const work = temporaryFolder();
const content = join(work, "content");
writeSyntheticContent(content, 80, 300);
const folder = readFolder(content);
// More than this machine may have processors for, and for fewer files than it would be worth.
const crew = new Crew(2, 40);
afterAll(() => crew.end());

test("what several threads have parsed is what one has, with what is wrong in the order of the files", async () => {
  const texts = Object.fromEntries(folder.texts);
  const broken = folderOf({
    ...texts,
    "edges/aa.md": "---\ntype: [\n---\n",
    "entities/zz.md": "---\nname: Z\n---\n",
  });
  const cache = new LoadCache();
  await crew.parse(broken, cache.files);
  expect(cache.files.get("edges/aa.md", "---\ntype: [\n---\n")).toBeDefined();
  const shared = loadContent(broken, { drafts: false, cache });
  const alone = loadContent(broken, { drafts: false });
  expect(shared.diagnostics.length).toBeGreaterThan(1);
  expect(shared.diagnostics).toEqual(alone.diagnostics);
  expect([...shared.content.byId]).toEqual([...alone.content.byId]);
});

describe("pages", () => {
  const site = (name: string) => {
    const path = join(work, name);
    mkdirSync(path);
    return path;
  };
  const publication = publicationOf(content, { folder, ...loadContent(folder, { drafts: false }) });
  const knownFrom = (known: readonly KnownPages[]) => {
    const together = knownTogether(known, "");
    return new Map(
      [...together.pages].map(([path, { origin, reads }]) => [
        path,
        [origin, reads.map((place) => `${together.cells[place]} ${together.fingerprints[place]}`).sort()],
      ]),
    );
  };

  test("that several threads have made are those that one makes, and so is what is known of them", async () => {
    const [alone, shared] = [site("alone"), site("shared")];
    const [knowledge, own] = [new Knowledge(publication.site), new Knowledge(publication.site)];
    await printAll(publication, alone, renderingWith(knowledge), () => {})();
    const known: KnownPages[] = [];
    let done = 0;
    crew.give(publication.parts);
    const press = crew.pressOf(publication, (each) => known.push(each));
    await press(publication, shared, renderingWith(own), (count) => {
      done = count;
    })();
    expect(done).toBe(publication.many.length);
    expect(known.map(({ pages }) => pages.size).every((size) => size > 0)).toBe(true);
    expect(contentsOf(shared)).toEqual(contentsOf(alone));
    expect(knownFrom([own.known, ...known])).toEqual(knownFrom([knowledge.known]));
  });

  test("of a graph that is too large to be held twice are all made by one thread", async () => {
    const claims = publication.parts.content.edges.length;
    const output = site("large");
    const known: KnownPages[] = [];
    const printed: string[] = [];
    const alone = new Crew(1, 1, claims - 1);
    alone.expect(claims);
    alone.give(publication.parts);
    const print = alone.pressOf(publication, (each) => known.push(each));
    const render = async (page: Page) => {
      printed.push(page.path);
      return page.render();
    };
    const together = publication.together.map(({ path }) => path);
    await print(publication, output, render, () => {})();
    await alone.end();
    expect(known).toEqual([]);
    expect(printed.sort()).toEqual(publication.many.map(({ path }) => path).sort());
    expect([...contentsOf(output).keys()]).toEqual([...printed, ...together].sort());
  });

  test("of which only some are asked for are made, and no others", async () => {
    const some = publication.many.filter((_, i) => i % 2 === 0);
    const output = site("some");
    crew.give(publication.parts);
    await crew.pressOf(publication)(
      { together: [], many: some },
      output,
      async (page) => page.render(),
      () => {},
    )();
    expect([...contentsOf(output).keys()]).toEqual(some.map(({ path }) => path).sort());
  });

  test("that are made together are made by another thread, also where few others are", async () => {
    const output = site("together");
    const known: KnownPages[] = [];
    const [one] = publication.many;
    const some = one === undefined ? [] : [one];
    const made: string[] = [];
    const few = new Crew(1, 10);
    few.expect(publication.parts.content.edges.length);
    few.give(publication.parts);
    const press = few.pressOf(publication, (each) => known.push(each));
    const render = async (page: Page) => {
      made.push(page.path);
      return page.render();
    };
    await press({ together: publication.together, many: some }, output, render, () => {})();
    await few.end();
    expect(made).toEqual(some.map(({ path }) => path));
    expect(known).toEqual([]);
    const paths = [...publication.together, ...some].map(({ path }) => path);
    expect([...contentsOf(output).keys()]).toEqual(paths.sort());
    for (const { path, render } of publication.together)
      expect(contentsOf(output).get(path)).toBe(Buffer.from(await render()).toString("latin1"));
  });

  test("that another thread cannot write end the work with what the disk said there", async () => {
    crew.give(publication.parts);
    const press = crew.pressOf(publication);
    // This thread finds nothing left to do.
    const print = press(
      publication,
      join(PROJECT, "package.json"),
      async (page) => page.render(),
      () => {},
    );
    await new Promise((done) => setTimeout(done, 3000));
    await expect(print()).rejects.toMatchObject({ code: "ENOTDIR", syscall: "mkdir" });
  });

  test("that cannot be written end the work with what the disk says", async () => {
    crew.give(publication.parts);
    const press = crew.pressOf(publication);
    const file = join(PROJECT, "package.json");
    const print = press(
      publication,
      file,
      async (page) => page.render(),
      () => {},
    );
    await expect(print()).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});
