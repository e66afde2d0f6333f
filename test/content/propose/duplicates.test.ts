import { describe, expect, test } from "vitest";
import { addressKey } from "../../../src/content/propose/addresses.ts";
import { areAlike, duplicatesOf } from "../../../src/content/propose/duplicates.ts";
import { load } from "../../support/content.ts";

/** What the new file is probably a second copy of: `id: why`. */
function duplicates(file: string, keys: string, around: Readonly<Record<string, string>> = {}): string[] {
  const { content } = load({ ...around, [file]: `---\n${keys}\n---\n` }, { drafts: true });
  const record = [...content.entities, ...content.edges, ...content.sources].find(
    (each) => each.file === file,
  );
  if (record === undefined) throw new Error("the file is broken");
  return duplicatesOf(record, content).map(({ record: { id }, why }) => `${id}: ${why}`);
}

describe("names", () => {
  test.each([
    ["Li Shangfu", "Lǐ Shàng-fú"],
    ["Li Shangfu", "LI SHANG FU"],
    ["Li Shangfu", "Shangfu Li"],
    ["Li Shangfu", "Li Shanfu"],
    ["Ministry of Defence", "Ministry of Defense"],
    ["李尚福", "李 尚福"],
  ])("%s and %s are alike", (a, b) => {
    expect(areAlike(a, b)).toBe(true);
  });

  test.each([
    ["李尚福", "李尚富"],
    ["Summit 2022", "Summit 2023"],
    ["Iran", "Iraq"],
    ["Niger", "Nigeria"],
    ["Xi Jinping", "Li Shangfu"],
    ["!", "?"],
  ])("%s and %s are not", (a, b) => {
    expect(areAlike(a, b)).toBe(false);
  });
});

test("an entity is found by a name or alias of either, and by its address elsewhere", () => {
  const around = {
    "entities/cuba.md":
      "---\ntype: state\nname: Cuba\naliases: [Kuba]\nsameAs: ['https://www.wikidata.org/wiki/Q241']\n---\n",
  };
  expect(duplicates("entities/x.md", "type: place\nname: Isle\naliases: [KUBA]", around)).toEqual([
    "cuba: “KUBA” and its “Kuba” are alike",
  ]);
  expect(
    duplicates("entities/x.md", "type: place\nname: Isle\nsameAs: ['http://wikidata.org/wiki/Q241']", around),
  ).toEqual(["cuba: it is http://wikidata.org/wiki/Q241 too"]);
  expect(duplicates("entities/x.md", "type: place\nname: Isle", around)).toEqual([]);
});

test("a source is found by its title, or by an address written otherwise, or kept in an archive", () => {
  const around = {
    "sources/news.md": "---\ntitle: The news\nurl: https://example.com/a/?utm_source=x&id=1\n---\n",
  };
  expect(duplicates("sources/x.md", "title: 'The News!'", around)).toEqual([
    "news: its title is “The news” too",
  ]);
  const archived = "https://web.archive.org/web/20230615/http://www.example.com/a?id=1#top";
  expect(duplicates("sources/x.md", `title: X\narchiveUrl: '${archived}'`, around)).toEqual([
    `news: it has the address ${archived} too`,
  ]);
  expect(duplicates("sources/x.md", "title: X\nurl: https://example.com/a?id=2", around)).toEqual([]);
});

test("a claim is found by type, ends, and a date that may be the same", () => {
  const around = {
    "edges/y.md": "---\ntype: visit\nfrom: atlantis\nto: bermuda\ndate: 2018-09-20\nsources: [log]\n---\n",
  };
  const claim = "type: visit\nfrom: atlantis\nto: bermuda\nsources: [log]";
  expect(duplicates("edges/x.md", `${claim}\ndate: '2018'`, around)).toEqual([
    "y: it has the same type, from and to, and its date, 2018-09-20, may be the same",
  ]);
  expect(duplicates("edges/x.md", `${claim}\ndate: '2019'`, around)).toEqual([]);
  expect(duplicates("edges/x.md", claim, around)).toEqual([
    "visit: it has the same type, from and to, and no date either",
  ]);
  expect(
    duplicates("edges/x.md", "type: visit\nfrom: bermuda\nto: atlantis\nsources: [log]", around),
  ).toEqual([]);
});

test("where a type has no direction, its ends may be turned round", () => {
  const around = { "edges/y.md": "---\ntype: meeting\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n" };
  expect(
    duplicates("edges/x.md", "type: meeting\nfrom: bermuda\nto: atlantis\nsources: [log]", around),
  ).toEqual(["y: it has the same type, from and to, and no date either"]);
});

test.each([
  ["http://www.Example.com:80/a/", "https://example.com/a"],
  ["https://example.com/a?b=1&a=2", "https://example.com/a?a=2&b=1"],
  ["https://example.com/a?fbclid=x#b", "https://example.com/a"],
  ["https://m.example.com/index.html", "https://example.com"],
])("%s leads where %s does", (a, b) => {
  expect(addressKey(a)).toBe(addressKey(b));
});

test.each([
  ["https://example.com/a", "https://example.com/A"],
  ["https://example.com/?id=1", "https://example.com/?id=2"],
  ["https://example.com:8443/", "https://example.com/"],
])("%s does not lead where %s does", (a, b) => {
  expect(addressKey(a)).not.toBe(addressKey(b));
});
