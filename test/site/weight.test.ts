import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { assetName, compressedSize, firstLoad } from "../support/first-load.ts";
import { runSkein, temporaryFolder } from "../support/skein.ts";

const site = join(temporaryFolder(), "site");

beforeAll(async () => {
  expect((await runSkein(["build", "-o", site])).code).toBe(0);
});

const isScript = (path: string): boolean => path.endsWith(".js");

test("the front page with its map loads at most 200 kB, of which scripts 150 kB", () => {
  const paths = firstLoad(site, "index.html");
  expect(paths.map(assetName)).toEqual(
    expect.arrayContaining([
      "index.html",
      "icon.svg",
      "skein.css",
      "theme.js",
      "network.js",
      "skein/network.bin",
      "canvas.js",
    ]),
  );
  const scripts = compressedSize(site, paths.filter(isScript));
  // The map alone weighs more than this: less would mean that it was overlooked.
  expect(scripts).toBeGreaterThan(100_000);
  expect(scripts).toBeLessThanOrEqual(150_000);
  expect(compressedSize(site, paths)).toBeLessThanOrEqual(200_000);
});

test("the front page names all scripts that it will need, so that a browser fetches them in one turn", () => {
  const html = readFileSync(join(site, "index.html"), "utf8");
  const named = [...html.matchAll(/<(?:link rel="modulepreload" href|script.*? src)="\.\/([^"]+)"/g)];
  expect(named.map(([, path]) => path).sort()).toEqual(firstLoad(site, "index.html").filter(isScript).sort());
  expect(named.length).toBeGreaterThan(5);
});

test("an embedded map loads at most 60 kB of scripts, and nothing of what draws the large map", () => {
  const scripts = firstLoad(site, "embed/index.html").filter(isScript);
  expect(scripts.map(assetName)).toEqual(expect.arrayContaining(["theme.js", "embed.js"]));
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((path) => path.includes("canvas-"))).toEqual([]);
  expect(compressedSize(site, scripts)).toBeLessThanOrEqual(60_000);
});

test.each(["timeline", "table"])("the page of the %s loads at most 10 kB of scripts of its own", (name) => {
  const scripts = firstLoad(site, `${name}/index.html`).filter(isScript);
  expect(scripts.map(assetName)).toEqual(expect.arrayContaining(["theme.js", `${name}.js`]));
  const own = scripts.filter((path) => assetName(path) !== "theme.js");
  expect(compressedSize(site, own)).toBeLessThanOrEqual(10_000);
});

test("a page of a record loads the theme and no other script", () => {
  for (const page of ["entities/li-shangfu/index.html", "edges/us-sanctions-li-shangfu/index.html"])
    expect(firstLoad(site, page).filter(isScript).map(assetName)).toEqual(["theme.js"]);
});

test("the search page loads at most 12 kB of scripts of its own, and the index in parts", () => {
  const paths = firstLoad(site, "search/index.html");
  const scripts = paths.filter(isScript);
  expect(scripts.map(assetName).sort()).toEqual(["search.js", "theme.js"]);
  const own = scripts.filter((path) => assetName(path) !== "theme.js");
  expect(compressedSize(site, own)).toBeLessThanOrEqual(12_000);
  expect(paths.filter((path) => path.endsWith(".json"))).toEqual([]);
});

test.each(["china", "li-shangfu"])("the page of the entity %s loads at most 30 kB", (id) => {
  const page = `entities/${id}/index.html`;
  expect(readFileSync(join(site, page), "utf8")).toContain('<svg class="time-picture"');
  expect(compressedSize(site, firstLoad(site, page))).toBeLessThanOrEqual(30_000);
});
