import { describe, expect, test } from "vitest";
import { sitemaps } from "../../../src/site/machines/sitemap.ts";
import { fileOf, pathsOf, siteOf } from "./site.ts";

const PLACED = { "site.yml": "title: A\nbaseUrl: https://example.org/graph\n" };

/** The rules of the schema at sitemaps.org: one root, `loc` alone in each item, absolute, shorter than 2,048, escaped. */
function locationsIn(xml: string, root: "urlset" | "sitemapindex", item: "url" | "sitemap"): string[] {
  const frame = new RegExp(
    `^<\\?xml version="1\\.0" encoding="UTF-8"\\?>\\n<${root} xmlns="http://www\\.sitemaps\\.org/schemas/sitemap/0\\.9">\\n((?:<${item}><loc>[^<>\\s]+</loc></${item}>\\n)+)</${root}>\\n$`,
  );
  const body = frame.exec(xml)?.[1];
  expect(body, xml).toBeDefined();
  expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024);
  const locations = [...(body ?? "").matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc);
  expect(locations.length).toBeLessThanOrEqual(50_000);
  for (const loc of locations) {
    expect(loc).not.toMatch(/&(?!amp;|#39;)/);
    expect(new URL(loc.replaceAll("&amp;", "&").replaceAll("&#39;", "'")).href.length).toBeLessThan(2048);
  }
  return locations;
}

const listed = (...addresses: string[]) => addresses.map((address) => ({ address }));

describe("the sitemap", () => {
  test("holds every page once, by its absolute address, and none that search engines shall leave out", async () => {
    const site = siteOf({
      ...PLACED,
      "entities/南海.md": "---\ntype: place\nname: 南海\nformerIds: [the-sea]\n---\n",
    });
    expect(locationsIn(await fileOf(site, "sitemap.xml"), "urlset", "url").sort()).toEqual([
      "https://example.org/graph/",
      "https://example.org/graph/about/",
      "https://example.org/graph/changes/",
      "https://example.org/graph/data/",
      "https://example.org/graph/disputes/",
      "https://example.org/graph/edges/",
      "https://example.org/graph/edges/visit/",
      "https://example.org/graph/entities/",
      "https://example.org/graph/entities/%E5%8D%97%E6%B5%B7/",
      "https://example.org/graph/entities/atlantis/",
      "https://example.org/graph/entities/bermuda/",
      "https://example.org/graph/help/",
      "https://example.org/graph/matrix/",
      "https://example.org/graph/search/",
      "https://example.org/graph/sources/",
      "https://example.org/graph/sources/log/",
      "https://example.org/graph/statistics/",
      "https://example.org/graph/table/",
      "https://example.org/graph/threads/",
      "https://example.org/graph/timeline/",
    ]);
  });

  test("names the addresses that the pages call their own", async () => {
    const site = siteOf({ ...PLACED, "entities/南海.md": "---\ntype: place\nname: 南海\n---\n" });
    for (const loc of locationsIn(await fileOf(site, "sitemap.xml"), "urlset", "url")) {
      const path = `${decodeURIComponent(loc.slice("https://example.org/graph/".length))}index.html`;
      expect(await fileOf(site, path)).toContain(`<link rel="canonical" href="${loc}">`);
    }
  });

  test("above the limit is an index of parts", async () => {
    const parts = sitemaps("https://example.org", listed("", "a/", "b/", "c/", "d&e/"), 2);
    expect(parts.map(({ path }) => path)).toEqual([
      "sitemap.xml",
      "sitemap-1.xml",
      "sitemap-2.xml",
      "sitemap-3.xml",
    ]);
    const texts = await Promise.all(parts.map(async ({ render }) => String(await render())));
    expect(locationsIn(texts[0] ?? "", "sitemapindex", "sitemap")).toEqual([
      "https://example.org/sitemap-1.xml",
      "https://example.org/sitemap-2.xml",
      "https://example.org/sitemap-3.xml",
    ]);
    expect(texts.slice(1).map((xml) => locationsIn(xml, "urlset", "url"))).toEqual([
      ["https://example.org/", "https://example.org/a/"],
      ["https://example.org/b/", "https://example.org/c/"],
      ["https://example.org/d&amp;e/"],
    ]);
  });

  test("at the limit is one file", () => {
    expect(sitemaps("https://example.org/", listed("", "a/"), 2).map(({ path }) => path)).toEqual([
      "sitemap.xml",
    ]);
  });
});

describe("robots.txt", () => {
  test("lets everybody in, and says where the sitemap is", async () => {
    expect(await fileOf(siteOf(PLACED), "robots.txt")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://example.org/graph/sitemap.xml\n",
    );
  });

  test("names no sitemap where there is none: a site that does not know its address", async () => {
    const site = siteOf({});
    expect(await fileOf(site, "robots.txt")).toBe("User-agent: *\nAllow: /\n");
    expect(pathsOf(site).filter((path) => path.startsWith("sitemap"))).toEqual([]);
  });
});
