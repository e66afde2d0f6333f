/**
 * A graph of 1,000 entities and 3,000 claims, judged as the default content is. Of pages that are alike a part is read;
 * `SKEIN_CONTENT=DIR npx vitest run test/site/large.test.ts` takes another folder and reads all of its pages.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { atomEntries, jsonItems } from "../support/feeds.ts";
import { complaintsAbout } from "../support/html.ts";
import { typesIn } from "../support/linked-data.ts";
import { deadLinks } from "../support/links.ts";
import { filesBelow, runSkein, temporaryFolder } from "../support/skein.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const NAMED = process.env.SKEIN_CONTENT;
const folder = temporaryFolder();
const site = join(folder, "site");
const ALIKE = /^(?:entities|edges|pairs)\/[^/]+\//;
let files: string[];

beforeAll(async () => {
  const content = NAMED ?? join(folder, "content");
  if (NAMED === undefined) writeSyntheticContent(content, 1000, 3000);
  const built = await runSkein(["build", "-c", content, "-o", site]);
  expect(built.code, built.err).toBe(0);
  files = filesBelow(site);
});

const textOf = (path: string): string => readFileSync(join(site, path), "utf8");

/** One in so many of the files that are alike, and all others. */
function chosen(ending: RegExp, oneIn: number): string[] {
  const all = files.filter((path) => ending.test(path));
  return NAMED === undefined ? all.filter((path, i) => !ALIKE.test(path) || i % oneIn === 0) : all;
}

describe("the site of a large graph", () => {
  test("has no dead link and no dead fragment", () => {
    const { dead, checked } = deadLinks(site);
    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(100_000);
  });

  test("is valid HTML", async () => {
    const pages = chosen(/\.html$/, 20);
    expect(await complaintsAbout(site, pages)).toEqual([]);
    expect(pages.length).toBeGreaterThan(200);
  });

  test("says what it says to programs in JSON-LD that is read without a loss", async () => {
    const pages = chosen(/index\.html$/, 20).filter((path) => textOf(path).includes("application/ld+json"));
    const seen = new Set<string>();
    for (const path of pages) {
      const address = `https://example.org/${encodeURI(path.replace(/index\.html$/, ""))}`;
      for (const type of await typesIn(textOf(path), path, address)) seen.add(type);
    }
    expect([...seen]).toEqual(expect.arrayContaining(["Person", "Claim", "WebSite", "BreadcrumbList"]));
    expect(pages.length).toBeGreaterThan(200);
  });

  test("has feeds that hold to their formats", () => {
    const atom = chosen(/\.atom$/, 10);
    const json = chosen(/(?:^|\/)feed\.json$|^feeds\/.*\.json$/, 10);
    for (const path of atom) expect(atomEntries(textOf(path)).length, path).toBeGreaterThan(0);
    for (const path of json) expect(jsonItems(textOf(path)).length, path).toBeGreaterThan(0);
    expect(Math.min(atom.length, json.length)).toBeGreaterThan(100);
  });
}, 120_000);
