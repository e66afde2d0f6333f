/**
 * A site of 1,000 entities and 3,000 claims in a browser: one page of each kind, where it is at its longest.
 * `SKEIN_CONTENT=DIR npx vitest run test/browser/large.test.ts` takes another folder.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { pairPath } from "../../src/shared/paths.ts";
import { complaintsAbout } from "../support/axe.ts";
import { PHONE, useReader } from "../support/reader.ts";
import { temporaryFolder } from "../support/skein.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const NAMED = process.env.SKEIN_CONTENT;
const content = NAMED ?? join(temporaryFolder(), "content");
if (NAMED === undefined) writeSyntheticContent(content, 1000, 3000);
const reader = useReader(content);
const { edges, sources } = loadContent(readFolder(content), { drafts: false }).content;

/** The one that most claims have. */
function most(of: (edge: (typeof edges)[number]) => readonly string[]): string {
  const counts = new Map<string, number>();
  for (const edge of edges) for (const id of of(edge)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined) throw new Error("there are no claims");
  return first[0];
}

const pair = most(({ from, to }) => from.flatMap((a) => to.map((b) => [a, b].sort().join("--"))));
const [a = "", b = ""] = pair.split("--");

describe("axe finds nothing wrong", () => {
  test.each([
    `/entities/${most(({ from, to }) => [...from, ...to])}/`,
    `/edges/${edges[0]?.id}/`,
    `/sources/${sources[0]?.id}/`,
    `/${pairPath(a, b)}`,
    "/entities/",
    "/edges/page/2/",
    "/sources/",
    "/threads/",
    "/disputes/",
    "/statistics/",
    "/matrix/",
    "/help/",
    "/timeline/",
    "/table/",
    "/search/?q=ada",
    "/about/",
  ])("with %s", async (path) => {
    const page = await reader.open(path, { viewport: PHONE });
    expect(await page.locator("h1").count()).toBe(1);
    expect(await complaintsAbout(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
});
