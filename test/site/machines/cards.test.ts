import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wrap } from "../../../src/site/drawings/card-picture.ts";
import { pagesOf } from "../../../src/site/pages.ts";
import { runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../../support/skein.ts";
import { fileOf, pathsOf, siteOf } from "./site.ts";

const PLACED = {
  "site.yml": 'title: Two "islands"\ndescription: Who visits whom.\nbaseUrl: https://example.org/graph\n',
};

async function metaOf(
  texts: Readonly<Record<string, string>>,
  path: string,
): Promise<Record<string, string>> {
  const page = await fileOf(siteOf(texts), path);
  const found = page.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
}

describe("how others show a link", () => {
  test("to the front page: as a website, with the card of the site", async () => {
    expect(await metaOf(PLACED, "index.html")).toEqual({
      "og:title": "Two &quot;islands&quot;",
      "og:description": "Who visits whom.",
      "og:type": "website",
      "og:url": "https://example.org/graph/",
      "og:site_name": "Two &quot;islands&quot;",
      "og:image": "https://example.org/graph/card.png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": "Two &quot;islands&quot;, and a drawing of the network",
      "twitter:card": "summary_large_image",
    });
  });

  test("to an entity: with its own card; to a claim or a source: with that of the site", async () => {
    expect(await metaOf(PLACED, "entities/atlantis/index.html")).toMatchObject({
      "og:title": "Atlantis",
      "og:type": "article",
      "og:image": "https://example.org/graph/entities/atlantis/card.png",
    });
    for (const path of ["edges/visit/index.html", "sources/log/index.html"])
      expect(await metaOf(PLACED, path)).toMatchObject({ "og:image": "https://example.org/graph/card.png" });
  });

  test("of a site that does not know its address: without address and picture", async () => {
    const meta = await metaOf({ "site.yml": "title: A\n" }, "entities/atlantis/index.html");
    expect(meta).toEqual({
      "og:title": "Atlantis",
      "og:type": "article",
      "og:site_name": "A",
      "twitter:card": "summary",
    });
    expect(pathsOf(siteOf({})).filter((path) => path.endsWith(".png"))).toEqual([]);
  });
});

/** Width and height of a PNG, from its first chunk. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe("a card", () => {
  test("is a PNG of 1200 × 630, the same each time, of names in any script and with marks of XML", async () => {
    const odd = {
      ...PLACED,
      "entities/atlantis.md":
        '---\ntype: state\nname: "<b> & 南海 بحر 🏝 \'\\""\ndescription: A description.\n---\n',
    };
    const cards = async () => {
      const found = pagesOf(siteOf(odd)).filter(({ path }) => path.endsWith(".png"));
      return Promise.all(found.map(async ({ path, render }) => [path, await render()] as const));
    };
    const [first, second] = [await cards(), await cards()];
    expect(first.map(([path]) => path)).toEqual([
      "card.png",
      "entities/atlantis/card.png",
      "entities/bermuda/card.png",
    ]);
    for (const [, png] of first) expect(sizeOf(png as Uint8Array)).toEqual([1200, 630]);
    expect(second).toEqual(first);
  });

  test("is published as bytes", async () => {
    const folder = temporaryFolder();
    writeFiles(join(folder, "content"), { ...SMALL_CONTENT, ...PLACED });
    const output = join(folder, "site");
    expect((await runSkein(["build", "-c", join(folder, "content"), "-o", output])).code).toBe(0);
    expect(sizeOf(readFileSync(join(output, "entities/a/card.png")))).toEqual([1200, 630]);
  });

  test("is made for the site alone where there are more than 200 entities", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`entities/e${i}.md`, `---\ntype: state\nname: E${i}\n---\n`]),
    );
    const texts = { ...PLACED, ...many };
    expect(pathsOf(siteOf(texts)).filter((path) => path.endsWith(".png"))).toEqual(["card.png"]);
    expect(await metaOf(texts, "entities/e1/index.html")).toMatchObject({
      "og:image": "https://example.org/graph/card.png",
    });
  });
});

test.each([
  ["Li Shangfu", 2, ["Li Shangfu"]],
  [
    "Minister of National Defense of China, under sanctions",
    4,
    ["Minister of", "National Defense", "of China, under", "sanctions"],
  ],
  ["Minister of National Defense of China, under sanctions", 2, ["Minister of", "National Defens…"]],
  ["中华人民共和国国防部长", 3, ["中华人民共和国国", "防部长"]],
  ["Donaudampfschifffahrtsgesellschaft", 2, ["Donaudampfschif…"]],
  ["", 2, []],
  ["A", 0, []],
])("%s breaks into at most %i lines", (text, limit, lines) => {
  expect(wrap(text, 60, limit)).toEqual(lines);
});
