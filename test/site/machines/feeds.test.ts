import { describe, expect, test } from "vitest";
import { atomEntries, jsonItems } from "../../support/feeds.ts";
import { textIn, xmlRoot } from "../../support/xml.ts";
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
