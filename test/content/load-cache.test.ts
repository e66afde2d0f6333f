import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Folder, folderOf, readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { LoadCache } from "../../src/content/load-cache.ts";
import { AROUND } from "../support/content.ts";
import { PROJECT } from "../support/skein.ts";

/** What a content says, without what differs from one value to the next that says the same. */
function said(folder: Folder, cache?: LoadCache) {
  const { content, diagnostics } = loadContent(folder, { drafts: false, ...(cache && { cache }) });
  const { links: _, byId, ...rest } = content;
  return { diagnostics, byId: [...byId], ...rest };
}

const FIXTURES = join(PROJECT, "test/fixtures");
const folders = readdirSync(FIXTURES)
  .map((name) => readFolder(join(FIXTURES, name, "content")))
  .concat(readFolder(join(PROJECT, "content")), folderOf(AROUND));

test("there are fixtures to go through", () => {
  expect(folders.filter(({ texts }) => texts.size > 0).length).toBeGreaterThan(40);
});

test("a content that is loaded with what is known of another one is the same as without, whatever was wrong with either", () => {
  const cache = new LoadCache();
  const [plain = folderOf({})] = folders.slice(-1);
  for (const folder of folders) {
    // From what is right to what is wrong, again, and back.
    for (const each of [plain, folder, folder, plain]) expect(said(each, cache)).toEqual(said(each));
  }
});

test("a claim that is new ends the loneliness of those whom it touches", () => {
  const cache = new LoadCache();
  const before = { ...AROUND, "entities/x.md": "---\ntype: state\nname: Xanadu\n---\n" };
  const after = {
    ...before,
    "edges/journey.md": "---\ntype: visit\nfrom: x\nto: bermuda\nsources: [log]\n---\n",
  };
  const lonely = (folder: Folder) =>
    said(folder, cache).diagnostics.map(({ file, code }) => `${file} ${code}`);
  expect(lonely(folderOf(before))).toEqual(["entities/x.md lonely-entity"]);
  expect(lonely(folderOf(after))).toEqual([]);
});

const FILES: Readonly<Record<string, readonly string[]>> = {
  "entities/a.md": [
    "---\ntype: state\nname: Atlantis\n---\nSee [[b]] and [[Bermuda]].[^log]\n",
    "---\ntype: state\nname: Atlantis\ntags: [island]\n---\nSee [[b]].\n",
    "---\ntype: state\nname: Bermuda\naliases: [Atlantis]\n---\n",
    "---\ntype: person\nname: Atlantis\nformerIds: [old]\n---\n[[the visit]]\n",
    "---\ntype: state\nname: Atlantis\nedges:\n  - { type: visit, to: [b], id: c, sources: [log] }\n---\n",
    "---\ntype: state\nname: Atlantis\ndraft: true\n---\n",
    "---\ntype: stat\nname: Atlantis\n---\n[a](../edges/c.md)\n",
    "---\ntype: state\nname: [\n---\n",
  ],
  "entities/b.md": [
    "---\ntype: state\nname: Bermuda\ntags: [Island]\nimage: { src: b.png, alt: A map }\n---\n",
    "---\ntype: state\nname: The visit\n---\n[a](a.md) ![](../assets/b.png)\n",
    "---\ntype: state\nname: Bermuda\nformerIds: [old]\n---\n[[old]]\n",
  ],
  "edges/c.md": [
    "---\ntype: visit\nfrom: a\nto: b\ndate: 2020-01-01\nsources: [log]\n---\n",
    "---\ntype: visit\nfrom: old\nto: b\ntitle: The visit\nsources: [log]\n---\n",
    "---\ntype: visit\nfrom: a\nto: b\ndate: 2019-01-01\nrespondsTo: [d]\nsources: [log, wire]\n---\n",
    "---\ntype: visit\nfrom: a\nto: nobody\nsources: [b]\n---\n[[nobody]] [^wire]\n",
    "---\ntype: holds-office\nfrom: a\nto: b\n---\n",
  ],
  "edges/d.md": [
    "---\ntype: refusal\nfrom: b\nto: a\ndate: 2020-02-01\nrespondsTo: [c]\nsources: [wire]\n---\n",
    "---\ntype: refusal\nfrom: b\nto: a\nabout: [c]\nsupersedes: [c]\nsources: [log]\n---\n[[c]]\n",
    "---\ntype: refusal\nfrom: b\nto: a\ndate: 1990-01-01\nrespondsTo: [c]\nsources: [log]\n---\n",
  ],
  "edges/c/c.md": ["---\ntype: visit\nfrom: a\nto: b\nsources: [log]\n---\n"],
  "sources/log.md": ["---\ntitle: The log\n---\n", "---\ntitle: The visit\nderivedFrom: [wire]\n---\n"],
  "sources/wire.md": ["---\ntitle: The wire\n---\n", "---\ntitle: The wire\nderivedFrom: [log]\n---\n"],
  "stories/s.md": [
    "---\ntitle: A story\n---\n\n## One\n\nIt was [[a]].[^wire]\n",
    "---\ntitle: A story\n---\n",
  ],
  "site.yml": ["title: T\n", "title: T\nrequireSources: false\n", "title: [\n"],
  "ontology.yml": [
    "edgeTypes: { visit: { from: [person] } }\n",
    "entityTypes: { stat: { label: S } }\n",
    "edgeTypes: { visit: { reflexive: x } }\n",
  ],
};

/** Each file is there in one of its versions, or is not there. */
const versions = fc.record(
  Object.fromEntries(
    Object.entries(FILES).map(([path, texts]) => [path, fc.option(fc.constantFrom(...texts))]),
  ),
);

describe("of any row of contents", () => {
  test("each is loaded as if it were the first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(versions, fc.boolean()), { minLength: 2, maxLength: 8 }), (row) => {
        const cache = new LoadCache();
        // Half of the files stay as they were, so that something is known of them.
        let now: Record<string, string | null> = {};
        for (const [i, [version, hasImage]] of row.entries()) {
          const changed = Object.entries(version).filter((_, n) => i === 0 || (n + i) % 3 === 0);
          now = { ...now, ...Object.fromEntries(changed) };
          const texts = Object.fromEntries(
            Object.entries(now).filter((entry): entry is [string, string] => entry[1] !== null),
          );
          const folder = folderOf(texts, hasImage ? ["assets/b.png"] : []);
          expect(said(folder, cache)).toEqual(said(folder));
        }
      }),
      { numRuns: 300 },
    );
  });
});
