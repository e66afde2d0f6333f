import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { isSame } from "../../src/diff/difference.ts";
import { summaryOf } from "../../src/diff/summary.ts";
import { claim, differenceOf, person, sideOf, source, type Texts } from "../support/sides.ts";

const VISIT = "---\ntype: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n";

describe("in one sentence", () => {
  test.each<[what: string, base: Texts, head: Texts, said: string]>([
    ["the same files", {}, {}, "Nothing changes"],
    [
      "a file that lies elsewhere",
      {},
      { "edges/visit.md": undefined, "edges/2023/visit.md": VISIT },
      "Nothing changes",
    ],
    [
      "line ends of Windows, other quotes, keys in another order",
      { "entities/a.md": person("A", "", "One.\n\nTwo.\n") },
      { "entities/a.md": '---\r\nname: "A"\r\ntype: person\r\n---\r\nOne.\r\n\r\nTwo.\r\n' },
      "Nothing changes",
    ],
    ["an entity more", {}, { "entities/a.md": person("A") }, "1 entity added; 1 new warning"],
    ["a claim less", { "edges/word.md": claim() }, {}, "1 claim removed"],
    [
      "a rename that keeps the old id",
      { "edges/word.md": claim() },
      {
        "edges/said.md": claim("formerIds: [word]\n"),
      },
      "1 claim renamed",
    ],
    [
      "a rename that does not",
      { "edges/word.md": claim() },
      { "edges/said.md": claim() },
      "1 claim added, 1 claim removed; 1 likely rename without its former id",
    ],
    [
      "a claim whose only source is gone",
      { "edges/word.md": claim("status: confirmed\n"), "sources/other.md": source("Other") },
      {
        "site.yml": "requireSources: false\n",
        "edges/word.md": claim("status: disputed\nsources: [{ source: log, stance: disputes }]\n"),
        "sources/other.md": source("Other"),
      },
      "1 claim changed, 1 key of site.yml changed; 1 claim now rests on no independent source; 1 claim has another status",
    ],
    [
      "a mistake",
      {},
      { "edges/visit.md": VISIT.replace("bermuda", "bermda") },
      "1 claim changed; 1 new error; 1 error in all, so nothing can be published",
    ],
    [
      "a file that cannot be read any more",
      {},
      { "entities/bermuda.md": "---\ntype: state\nname: [\n---\n" },
      "1 entity no longer readable; 1 new error; 1 error in all, so nothing can be published",
    ],
    [
      "a file that is mended",
      { "entities/bermuda.md": "---\ntype: state\nname: [\n---\n" },
      {},
      "1 entity readable again; 1 problem mended",
    ],
  ])("%s", (_, base, head, said) => {
    expect(summaryOf(differenceOf(base, head))).toBe(said);
  });
});

describe("the fields of a record", () => {
  const fieldsOf = (before: string, after: string) =>
    differenceOf({ "entities/a.md": before }, { "entities/a.md": after }).records.entity.changed.flatMap(
      ({ fields }) => fields,
    );

  test("are told one by one, in the order of the documentation", () => {
    expect(
      fieldsOf(
        person("A", "date: 1998~\naliases: [One, Two]\nsources: [log]\nx-note: { a: 1, b: 2 }\n"),
        person(
          "B",
          "date: 1999\naliases: [Two]\nsources: [{ source: log, locator: p. 4 }]\nx-note: { a: 1, b: 3 }\ntags: [new]\n",
        ),
      ),
    ).toEqual([
      { key: "name", before: ["A"], after: ["B"] },
      { key: "aliases", before: ["One", "Two"], after: ["Two"] },
      { key: "date", before: ["1998~"], after: ["1999"] },
      { key: "sources", before: ["log"], after: ["log (p. 4)"] },
      { key: "tags", before: [], after: ["new"] },
      { key: "x-note.b", before: ["2"], after: ["3"] },
    ]);
  });

  test("bodies are told by lines", () => {
    expect(
      fieldsOf(person("A", "", "One.\nTwo.\nThree.\n"), person("A", "", "One.\n2.\nThree.\nFour.\n")),
    ).toEqual([
      {
        key: "body",
        added: 2,
        removed: 1,
        lines: [
          { sign: "−", text: "Two." },
          { sign: "+", text: "2." },
          { sign: "+", text: "Four." },
        ],
      },
    ]);
  });

  test("bodies that have nothing in common are counted", () => {
    const lines = (word: string) => Array.from({ length: 2_000 }, (_, i) => `${word} ${i}`).join("\n");
    expect(
      fieldsOf(person("A", "", `Same.\n${lines("a")}`), person("A", "", `Same.\n${lines("b")}`)),
    ).toEqual([{ key: "body", added: 2_000, removed: 2_000, lines: [] }]);
  });

  test("a reference that follows a rename is no change", () => {
    const { records, problems } = differenceOf(
      { "entities/a.md": person("A"), "edges/word.md": claim("about: [a]\n") },
      { "entities/z.md": person("A", "formerIds: [a]\n"), "edges/word.md": claim("about: [z]\n") },
    );
    expect(records.entity.renamed).toEqual([{ id: "z", title: "A", file: "entities/z.md", formerId: "a" }]);
    expect([records.entity.changed, records.edge.changed]).toEqual([[], []]);
    expect(problems).toEqual({ appeared: [], mended: [] });
  });

  test("of two that are merged, one is part of the other, and what names it is no change", () => {
    const { records } = differenceOf(
      { "entities/a.md": person("A"), "entities/b.md": person("B"), "edges/word.md": claim("about: [b]\n") },
      { "entities/a.md": person("A", "formerIds: [b]\n"), "edges/word.md": claim("about: [a]\n") },
    );
    expect(records.entity.removed).toEqual([{ id: "b", title: "B", file: "entities/b.md", partOf: "a" }]);
    expect(records.edge.changed).toEqual([]);
  });

  test("a record that became a draft is not lost, and says so", () => {
    const draft = { "edges/word.md": claim("draft: true\n") };
    expect(differenceOf({ "edges/word.md": claim() }, draft).records.edge.removed).toMatchObject([
      { id: "word", because: "draft" },
    ]);
  });
});

describe("support", () => {
  const cited = claim("sources: [log, wire]\n");
  const wire = (more = "") => source("The wire", more);

  test("is lost where a source turns out to be made from another", () => {
    const { support, records } = differenceOf(
      { "edges/word.md": cited, "sources/wire.md": wire() },
      { "edges/word.md": cited, "sources/wire.md": wire("derivedFrom: [log]\n") },
    );
    expect(support).toMatchObject([{ id: "word", before: 2, after: 1, lost: ["wire"], gained: [] }]);
    expect(records.edge.changed).toEqual([]);
  });

  test("begins with what rests on nothing", () => {
    const { support } = differenceOf(
      { "edges/a.md": cited, "edges/b.md": claim(), "edges/c.md": claim(), "sources/wire.md": wire() },
      {
        "site.yml": "requireSources: false\n",
        "edges/a.md": claim(),
        "edges/b.md": claim("sources: []\n"),
        "edges/c.md": cited,
        "edges/d.md": claim("sources: []\n"),
        "sources/wire.md": wire(),
      },
    );
    expect(support.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["b", 1, 0],
      ["d", undefined, 0],
      ["a", 2, 1],
      ["c", 1, 2],
    ]);
  });

  test("is the same where a source has another id", () => {
    const { support } = differenceOf(
      { "edges/word.md": cited, "sources/wire.md": wire() },
      {
        "edges/word.md": claim("sources: [log, agency]\n"),
        "sources/agency.md": wire("formerIds: [wire]\n"),
      },
    );
    expect(support).toEqual([]);
  });
});

describe("threads", () => {
  const chain = {
    "edges/demand.md": claim(),
    "edges/refusal.md": claim("respondsTo: [demand]\n"),
    "edges/reply.md": claim("respondsTo: [refusal]\n"),
  };

  test("fall apart where what held them together is gone", () => {
    const head = { ...chain, "edges/refusal.md": undefined, "edges/reply.md": claim() };
    expect(differenceOf(chain, head).threads).toEqual({
      cut: [{ between: ["refusal"], pieces: [["demand"], ["reply"]] }],
      joined: [],
      dangling: [],
    });
    expect(differenceOf(head, chain).threads.joined).toEqual([
      { between: ["refusal"], pieces: [["demand"], ["reply"]] },
    ]);
  });

  test("an answer to what is not there is told", () => {
    const { dangling } = differenceOf(chain, { ...chain, "edges/demand.md": undefined }).threads;
    expect(dangling).toEqual([
      {
        id: "refusal",
        title: "Atlantis comments on Bermuda",
        file: "edges/refusal.md",
        key: "respondsTo",
        to: "demand",
      },
    ]);
  });

  test("one that loses its last claim is no broken thread", () => {
    expect(differenceOf(chain, { ...chain, "edges/reply.md": undefined }).threads.cut).toEqual([]);
  });
});

describe("what was added and is perhaps there already", () => {
  const likely = (base: Texts, head: Texts) =>
    differenceOf(base, { ...base, ...head }).likely.map(
      ({ id, reason, other }) => `${id} ${reason} ${other.id}`,
    );

  test.each<[what: string, base: Texts, head: Texts, told: string[]]>([
    [
      "a name without its accents",
      { "entities/lu.md": person("Lü Shangfu") },
      { "entities/lu-2.md": person("LU SHANG-FU") },
      ["lu-2 same-name lu"],
    ],
    [
      "a name that is an alias",
      { "entities/a.md": person("Anna", "aliases: [Bert]\n") },
      { "entities/b.md": person("Bert") },
      ["b same-name a"],
    ],
    [
      "a name with a letter too many",
      { "entities/a.md": person("Shangfu Li") },
      { "entities/b.md": person("Shangffu Li"), "entities/c.md": person("Shnagfu Li") },
      ["b similar-name a", "c similar-name a"],
    ],
    [
      "short names, numbers and other types are not alike",
      {
        "entities/a.md": person("Anna"),
        "entities/r1.md": person("Resolution 1"),
        "entities/x.md": person("Li Shangfu"),
      },
      {
        "entities/b.md": person("Anne"),
        "entities/r2.md": person("Resolution 2"),
        "entities/y.md": person("Li Shangf").replace("person", "state"),
      },
      [],
    ],
    [
      "a claim of the same month",
      { "edges/a.md": claim("date: 2023-06\n") },
      {
        "edges/b.md": claim("date: 2023-06-15\n"),
        "edges/c.md": claim("date: 2023-07\n"),
        "edges/d.md": claim(),
      },
      ["b same-claim a"],
    ],
    [
      "a claim that corrects another is meant",
      { "edges/a.md": claim("date: 2023-06\n") },
      { "edges/b.md": claim("date: 2023-06\nsupersedes: [a]\n") },
      [],
    ],
    [
      "a source at the same address",
      { "sources/a.md": source("A", "url: https://www.example.org/a/?utm_source=x\n") },
      {
        "sources/b.md": source("B", "url: http://example.org/a#top\n"),
        "sources/c.md": source("C", "url: https://example.org/c\n"),
      },
      ["b same-address a"],
    ],
    [
      "a source of the same title",
      { "sources/a.md": source("The Paper, 1") },
      { "sources/b.md": source("the paper 1"), "sources/c.md": source("The paper 1", "publisher: Else\n") },
      ["b same-title a"],
    ],
  ])("%s", (_, base, head, told) => {
    expect(likely(base, head)).toEqual(told);
  });

  test("of many that are alike three are named, and it takes no time", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, i) => [
        [`entities/same-${i}.md`, person("One Name For All")],
        [`entities/near-${i}.md`, person(`One Name For Al${String.fromCharCode(0x4e00 + i)}`)],
        [`edges/same-${i}.md`, claim()],
      ]).flat(),
    );
    const start = performance.now();
    const { likely: found } = differenceOf({}, many);
    expect(found.filter(({ id }) => id === "same-7").length).toBeLessThanOrEqual(6);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("an entity that is there under another id", () => {
    const { likely: found } = differenceOf(
      { "entities/a.md": person("Anna") },
      { "entities/anna.md": person("Anna") },
    );
    expect(found).toMatchObject([{ id: "anna", reason: "renamed", other: { id: "a", title: "Anna" } }]);
  });
});

describe("problems", () => {
  test("are the same in another line", () => {
    const { problems } = differenceOf(
      { "entities/a.md": person("A") },
      { "entities/a.md": person("A", "tags: [t]\n") },
    );
    expect(problems).toEqual({ appeared: [], mended: [] });
  });

  test("count as often as they are there, errors first", () => {
    const { problems } = differenceOf(
      {},
      { "entities/a.md": person("A", "dat: 1\n"), "edges/a.md": claim("", "<b>\n\n<b>\n") },
    );
    expect(problems.appeared.map(({ code }) => code)).toEqual(["unknown-key", "raw-html", "raw-html"]);
  });

  test("a warning that is not looked for while there are errors is not mended", () => {
    const lonely = { "entities/a.md": person("A") };
    const broken = { ...lonely, "edges/visit.md": VISIT.replace("bermuda", "bermda") };
    expect(differenceOf(lonely, broken).problems.mended).toEqual([]);
  });
});

describe("what is no record", () => {
  test("settings, ontology, theme and stories are told", () => {
    const difference = differenceOf(
      { "site.yml": "title: Old\nmenus: [{ label: A, url: a/ }]\n", "theme/a.css": "a{}" },
      {
        "site.yml": "title: New\nmenus: [{ label: A, url: b/ }]\n",
        "ontology.yml": "edgeTypes:\n  visit: { verb: calls on }\n",
        "theme/a.css": "b{}",
        "stories/walk.md": "---\ntitle: A walk\n---\n\n## One\n\n```skein\n```\n",
      },
    );
    expect(difference.settings).toEqual([
      { file: "site.yml", key: "title", before: ["Old"], after: ["New"] },
      { file: "site.yml", key: "menus.0.url", before: ["a/"], after: ["b/"] },
      { file: "ontology.yml", key: "edgeTypes.visit.verb", before: [], after: ["calls on"] },
    ]);
    expect(difference.files).toEqual([{ path: "theme/a.css", action: "changed" }]);
    expect(difference.records.story.added).toMatchObject([{ id: "walk", title: "A walk" }]);
  });

  test("a picture of other bytes is another, and one whose bytes are not known is the same", () => {
    const before = sideOf("a", {}, { "assets/a.png": "1", "assets/b.png": "1", "assets/gone.png": "1" });
    const after = sideOf("b", {}, { "assets/a.png": "2", "assets/b.png": "1", "assets/new.png": "1" });
    expect(compare(before, after).files).toEqual([
      { path: "assets/a.png", action: "changed" },
      { path: "assets/gone.png", action: "removed" },
      { path: "assets/new.png", action: "added" },
    ]);
    expect(isSame(compare(before, { ...before, pictures: new Map() }))).toBe(true);
  });

  test("a claim that another corrects leaves the default view", () => {
    const { superseded } = differenceOf(
      { "edges/a.md": claim() },
      { "edges/a.md": claim(), "edges/b.md": claim("supersedes: [a]\n") },
    );
    expect(superseded.now.map(({ id }) => id)).toEqual(["a"]);
  });
});
