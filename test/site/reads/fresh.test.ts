import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../../src/site/page.ts";
import { pagesOf } from "../../../src/site/pages.ts";
import { freshIn, Knowledge, type KnownPages } from "../../../src/site/reads/known.ts";
import { render } from "../../../src/site/reads/pages.ts";
import type { Site } from "../../../src/site/site.ts";
import {
  anyEdit,
  append,
  type Edit,
  FIRST,
  hasErrors,
  set,
  siteOf,
  type Version,
} from "../../support/edits.ts";

/** Pictures depend on the fonts of the machine, and take long. */
const isText = ({ path }: Page): boolean => !path.endsWith(".png");

interface Built {
  readonly version: Version;
  readonly site: Site;
  readonly texts: ReadonlyMap<string, string>;
  readonly known: KnownPages;
}

async function build(version: Version, before?: Site): Promise<Built | undefined> {
  const site = siteOf(version, before);
  if (site === undefined) return undefined;
  const texts = new Map<string, string>();
  const knowledge = new Knowledge(site);
  for (const page of pagesOf(site).filter(isText)) {
    const { content, reads } = await render(page);
    texts.set(page.path, String(content));
    knowledge.add(page, reads);
  }
  // As it is stored and read again.
  return { version, site, texts, known: structuredClone(knowledge.known) };
}

/** The edits that leave a content without errors, one after the other. */
function edited(version: Version, edits: readonly Edit[], isMapNew: boolean): Version {
  return edits.reduce(
    (each, edit) => {
      const next = edit(each);
      return hasErrors(next) ? each : next;
    },
    { ...version, isMapNew },
  );
}

/** The paths of the pages that a second build would not render, and of those among them that are other pages now. */
async function reused(
  first: Built,
  version: Version,
): Promise<{ fresh: string[]; wrong: string[]; all: number }> {
  const site = siteOf(version, first.site);
  if (site === undefined) throw new Error("the version has errors");
  const pages = pagesOf(site).filter(isText);
  const isFresh = freshIn(site, first.known);
  const fresh = pages.filter(isFresh);
  const wrong: string[] = [];
  // The data of the network page are bytes.
  for (const page of fresh)
    if (String(await page.render()) !== first.texts.get(page.path)) wrong.push(page.path);
  return { fresh: fresh.map(({ path }) => path), wrong, all: pages.length };
}

const OF_RECORDS = /^(?:entities|edges|sources|pairs)\/.*\.html$/;

/** The pages of records and their lists that would be rendered again, in order. */
const stale = ({ texts }: Built, fresh: readonly string[]): string[] =>
  [...texts.keys()].filter((path) => OF_RECORDS.test(path) && !fresh.includes(path)).sort();

describe("what a page has read", () => {
  let first: Built;

  beforeAll(async () => {
    const built = await build(FIRST);
    if (built === undefined) throw new Error("the first version has errors");
    first = built;
  });

  test("has not changed where nothing was edited: every page is fresh", async () => {
    const { fresh, wrong, all } = await reused(first, { ...FIRST, isMapNew: true });
    expect(wrong).toEqual([]);
    expect(fresh).toHaveLength(all);
  });

  test("is the same again in a page that is fresh after any edits", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (edits, isMapNew) => {
          const { wrong } = await reused(first, edited(FIRST, edits, isMapNew));
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: Number(process.env.SKEIN_RUNS ?? 12) },
    );
  });

  test("is not the same in a page of a record whose claim has another title, and in few others", async () => {
    const { fresh, wrong } = await reused(
      first,
      edited(FIRST, [set("edges/rumour.md", "title", "They talked")], false),
    );
    expect(wrong).toEqual([]);
    expect(fresh.filter((path) => OF_RECORDS.test(path)).length).toBeGreaterThan(140);
    expect(stale(first, fresh)).toEqual([
      // It supersedes the claim.
      "edges/answer/index.html",
      "edges/index.html",
      "edges/rumour/index.html",
      // Who did it, and whose pages mention it with its title.
      "entities/ada/index.html",
      "entities/bo/index.html",
      "entities/guild/index.html",
      "entities/harbour/index.html",
      "sources/copy/index.html",
      // The copy is made from it.
      "sources/log/index.html",
    ]);
  });

  test("is not the same on any page where the title of the site is another", async () => {
    const { fresh } = await reused(first, edited(FIRST, [set("site.yml", "title", "Another")], false));
    expect(fresh).toEqual([]);
  });

  test("is the body of a source, or what describes an entity, on its own page and in lists alone", async () => {
    const edits = [append("sources/log.md", "More."), set("entities/bo.md", "description", "A sailor.")];
    const { fresh, wrong } = await reused(first, edited(FIRST, edits, false));
    expect(wrong).toEqual([]);
    expect(stale(first, fresh)).toEqual([
      "entities/bo/index.html",
      // Lists are made from whole records.
      "entities/index.html",
      "sources/index.html",
      "sources/log/index.html",
    ]);
  });
});
