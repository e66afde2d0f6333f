import type { Element } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { childrenOf, textIn, xmlRoot } from "../../support/xml.ts";
import { fileOf, pathsOf, siteOf } from "./site.ts";

const CONTENT = {
  "site.yml":
    "title: Two islands\ndescription: Who visits whom.\nbaseUrl: https://example.org/graph\nlicense: CC BY 4.0\n",
  "edges/visit.md":
    '---\ntype: visit\nfrom: atlantis\nto: bermuda\ndate: "2023-06"\nattributedTo: [bermuda]\ntags: [Sea & sky, by-boat]\nsources: [log, press]\n---\n',
  "edges/call.md": "---\ntype: call\nfrom: bermuda\nto: atlantis\nsources: [press]\n---\n",
  "edges/wrong.md": '---\ntype: call\nfrom: atlantis\nto: bermuda\ndate: "2024"\nsources: [log]\n---\n',
  "edges/right.md":
    '---\ntype: call\nfrom: atlantis\nto: bermuda\ntitle: "</title><b> & \uFFFF"\ndate: "2022-01-01/.."\nsupersedes: [wrong]\nsources: [log]\n---\n',
  "entities/lonely.md": "---\ntype: state\nname: Lonely\n---\n",
  "sources/press.md":
    '---\ntitle: The visit\npublisher: The press\nurl: "https://press.example/?a=1&b=2"\npublished: 2021-03-04\n---\n',
};
const site = siteOf(CONTENT);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const ATOM = "http://www.w3.org/2005/Atom";

/** What RFC 4287 asks of a feed (4.1.1) and of an entry (4.1.2); its entries. */
function atomEntries(text: string): Element[] {
  const feed = xmlRoot(text);
  expect([feed.nodeName, feed.namespaceURI]).toEqual(["feed", ATOM]);
  const entries = childrenOf(feed, "entry");
  for (const each of [feed, ...entries]) {
    expect(new URL(textIn(each, "id")).protocol).toBe("https:");
    expect(textIn(each, "title")).not.toBe("");
    expect(textIn(each, "updated")).toMatch(MOMENT);
    for (const person of childrenOf(each, "author")) expect(textIn(person, "name")).not.toBe("");
    for (const link of childrenOf(each, "link"))
      expect(new URL(link.getAttribute("href") ?? "").protocol).toBe("https:");
    for (const category of childrenOf(each, "category")) expect(category.getAttribute("term")).toBeTruthy();
    const alternates = childrenOf(each, "link").filter((link) => link.getAttribute("rel") === "alternate");
    expect(alternates).toHaveLength(1);
  }
  expect(childrenOf(feed, "author")).toHaveLength(1);
  const ids = entries.map((entry) => textIn(entry, "id"));
  expect(new Set(ids).size).toBe(ids.length);
  // Nothing but what the RFC allows there.
  const known = /^(?:author|category|entry|generator|id|link|rights|subtitle|summary|title|updated)$/;
  for (const each of [feed, ...entries])
    expect(childrenOf(each).filter(({ nodeName }) => !known.test(nodeName))).toEqual([]);
  return entries;
}

/** What JSON Feed 1.1 asks of a feed and of an item; its items. */
function jsonItems(text: string): Record<string, unknown>[] {
  const feed = JSON.parse(text);
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(typeof feed.title).toBe("string");
  for (const item of feed.items) {
    expect(typeof item.id).toBe("string");
    expect(typeof (item.content_text ?? item.content_html)).toBe("string");
    if (item.date_published !== undefined) expect(item.date_published).toMatch(MOMENT);
    for (const author of item.authors ?? []) expect(author.name ?? author.url).toBeTruthy();
    for (const tag of item.tags) expect(typeof tag).toBe("string");
    for (const key of ["url", "external_url"])
      if (item[key] !== undefined) expect(new URL(item[key]).href).toBe(item[key]);
  }
  return feed.items;
}

describe("feeds", () => {
  test("are there for everything, for entities with claims, for types and for tags, and hold to their formats", async () => {
    const feeds = pathsOf(site).filter((path) => /\.atom$|feed\.json$|^feeds\//.test(path));
    expect(feeds).toEqual([
      "feed.atom",
      "feed.json",
      "entities/atlantis/feed.atom",
      "entities/atlantis/feed.json",
      "entities/bermuda/feed.atom",
      "entities/bermuda/feed.json",
      "feeds/types/call.atom",
      "feeds/types/call.json",
      "feeds/types/visit.atom",
      "feeds/types/visit.json",
      "feeds/tags/by-boat.atom",
      "feeds/tags/by-boat.json",
      "feeds/tags/sea-sky.atom",
      "feeds/tags/sea-sky.json",
    ]);
    for (const path of feeds) {
      const text = await fileOf(site, path);
      const entries = path.endsWith(".atom") ? atomEntries(text) : jsonItems(text);
      expect([path, entries.length > 0]).toEqual([path, true]);
    }
  });

  test("in Atom: newest first, without what was corrected, each with who says so and what it rests on", async () => {
    const text = await fileOf(site, "feed.atom");
    const [first, second, last] = atomEntries(text);
    expect(text).toContain(`<entry>
<id>https://example.org/graph/edges/visit/</id>
<title>Atlantis visits Bermuda</title>
<updated>2023-06-01T00:00:00Z</updated>
<author><name>Bermuda</name></author>
<link rel="alternate" type="text/html" href="https://example.org/graph/edges/visit/"/>
<link rel="via" href="https://press.example/?a=1&amp;b=2"/>
<category term="visit" label="Visit"/>
<category term="Sea &amp; sky"/>
<category term="by-boat"/>
<summary>June 2023 · reported · says Bermuda · Source: The log; The press, The visit</summary>
</entry>`);
    expect(first && textIn(first, "id")).toBe("https://example.org/graph/edges/visit/");
    expect(second && textIn(second, "title")).toBe("</title><b> & ");
    // Undated: when its source was published.
    expect(last && textIn(last, "updated")).toBe("2021-03-04T00:00:00Z");
    expect(textIn(xmlRoot(text), "updated")).toBe("2023-06-01T00:00:00Z");
  });

  test("in JSON say the same", async () => {
    const [first] = jsonItems(await fileOf(site, "entities/bermuda/feed.json"));
    expect(first).toEqual({
      id: "https://example.org/graph/edges/visit/",
      url: "https://example.org/graph/edges/visit/",
      external_url: "https://press.example/?a=1&b=2",
      title: "Atlantis visits Bermuda",
      content_text: "June 2023 · reported · says Bermuda · Source: The log; The press, The visit",
      date_published: "2023-06-01T00:00:00Z",
      authors: [{ name: "Bermuda", url: "https://example.org/graph/entities/bermuda/" }],
      tags: ["Visit", "Sea & sky", "by-boat"],
    });
  });

  test.each([
    ["../..", "1970-01-01T00:00:00Z"],
    ["../2020", "2020-12-31T23:59:59Z"],
    ["-0043-03-15", "1970-01-01T00:00:00Z"],
    ["2019?-05~", "2019-05-01T00:00:00Z"],
  ])("a claim of %s has the moment %s", async (date, moment) => {
    const edge = `---\ntype: visit\nfrom: atlantis\nto: bermuda\ndate: "${date}"\nsources: [log]\n---\n`;
    const [entry] = atomEntries(
      await fileOf(siteOf({ "site.yml": CONTENT["site.yml"], "edges/visit.md": edge }), "feed.atom"),
    );
    expect(entry && textIn(entry, "updated")).toBe(moment);
  });

  test("hold the fifty latest claims", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `edges/c${i}.md`,
        `---\ntype: call\nfrom: atlantis\nto: bermuda\ndate: "${1900 + i}"\nsources: [log]\n---\n`,
      ]),
    );
    const large = siteOf({ "site.yml": CONTENT["site.yml"], ...many });
    const entries = atomEntries(await fileOf(large, "feed.atom"));
    expect(entries).toHaveLength(50);
    expect(entries[0] && textIn(entries[0], "id")).toBe("https://example.org/graph/edges/c59/");
    expect(jsonItems(await fileOf(large, "feeds/types/call.json"))).toHaveLength(50);
  });

  test("are found from the pages they belong to", async () => {
    const links = async (path: string) =>
      [
        ...(await fileOf(site, path)).matchAll(
          /<link rel="alternate" type="[^"]*" title="([^"]*)" href="([^"]*)">/g,
        ),
      ].map(([, title, address]) => `${title}: ${address}`);
    expect(await links("index.html")).toEqual(["Two islands: ./feed.atom", "Two islands: ./feed.json"]);
    expect(await links("entities/bermuda/index.html")).toEqual([
      "Bermuda · Two islands: ../../entities/bermuda/feed.atom",
      "Bermuda · Two islands: ../../entities/bermuda/feed.json",
    ]);
    expect((await links("edges/visit/index.html")).filter((link) => link.endsWith(".atom"))).toEqual([
      "Visit · Two islands: ../../feeds/types/visit.atom",
      "#Sea &amp; sky · Two islands: ../../feeds/tags/sea-sky.atom",
      "#by-boat · Two islands: ../../feeds/tags/by-boat.atom",
    ]);
    expect(await links("entities/lonely/index.html")).toContain("Two islands: ../../feed.atom");
  });

  test("need absolute addresses: without a base address there are none, and no links to them", async () => {
    const unplaced = siteOf({ ...CONTENT, "site.yml": "title: Two islands\n" });
    expect(pathsOf(unplaced).filter((path) => /feed/.test(path))).toEqual([]);
    expect(await fileOf(unplaced, "index.html")).not.toContain('rel="alternate"');
  });
});
