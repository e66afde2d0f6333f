import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  type FoundDocument,
  openFullText,
  type Question,
} from "../../src/app/full-text/full-text.ts";
import {
  decodePostings,
  encodePostings,
  postingOf,
  ranked,
  typeTerm,
} from "../../src/shared/search-index.ts";
import { askedTerms, isMatch, termsIn } from "../../src/shared/terms.ts";
import type { SearchDocument } from "../../src/site/search/documents.ts";
import { type FileSizes, indexFiles } from "../../src/site/search/files.ts";
import { claim, pagesFrom, person } from "../support/pages.ts";

/** So small that a few documents make many files of every kind. */
const TINY: FileSizes = { file: 150, best: 3, union: 4 };

function open(documents: readonly SearchDocument[], sizes = TINY) {
  const files = indexFiles(documents, [], sizes);
  const loaded: string[] = [];
  const text = openFullText(async (path) => {
    loaded.push(path);
    return JSON.parse(files.get(path) ?? "");
  });
  return { files, loaded, text };
}

const everything = (answer: Answer): Promise<FoundDocument[]> => answer.documents(0, answer.count);

async function idsFor(documents: readonly SearchDocument[], query: string, more: Partial<Question> = {}) {
  const answer = await (await open(documents).text).ask({ terms: askedTerms(query), ...more });
  return (await everything(answer)).map(({ id }) => id);
}

const claimOf = (id: string, title: string, text?: string): SearchDocument => ({
  kind: "edge",
  id,
  title,
  text,
});

test("postings are read as they were written", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uniqueArray(fc.nat(200_000)), fc.uniqueArray(fc.nat(30), { maxLength: 25 })),
      fc.infiniteStream(fc.integer({ min: 1, max: 8 })),
      (numbers, weights) => {
        const postings = ranked(
          numbers.sort((a, b) => a - b).map((document) => postingOf(document, weights.next().value ?? 1)),
        );
        expect(decodePostings(JSON.parse(JSON.stringify(encodePostings(postings))))).toEqual(postings);
      },
    ),
  );
});

const WORDS = [
  "a",
  "an",
  "ant",
  "anta",
  "antb",
  "be",
  "bee",
  "beer",
  "李尚福",
  "尚",
  "福州",
  "éa",
  "أحمد",
  "__proto__",
  "constructor",
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(" "));
const kind = fc.constantFrom("entity" as const, "source" as const, "edge" as const);
const KINDS = ["entity", "source", "edge"];
const documents = fc
  .array(fc.record({ kind, title: text, also: text, text, type: fc.constantFrom("x", "y") }), {
    maxLength: 40,
  })
  .map((drafts) =>
    drafts
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
      .map((draft, i) => ({ ...draft, id: `d${i}`, type: typeTerm(draft.kind, draft.type) })),
  );
const query = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS, "b", "ants", "_"), { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", " "),
  )
  .map(([words, end]) => words.join(" ") + end);

test("finds every document that has all words, and no other; the same with one list of results as in parts", async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      query,
      fc.option(kind, { nil: undefined }),
      fc.boolean(),
      async (all, typed, wanted, isX) => {
        const terms = askedTerms(typed);
        const type = wanted !== undefined && isX ? typeTerm(wanted, "x") : undefined;
        const has = (document: (typeof all)[number]) => {
          const own = [document.title, document.also, document.text].flatMap(termsIn);
          return terms.every((asked) => own.some(({ term }) => isMatch(term, asked)));
        };
        const expected = all.filter(
          (each) =>
            terms.length > 0 &&
            has(each) &&
            (wanted === undefined || each.kind === wanted) &&
            (type === undefined || each.type === type),
        );
        const answer = await (await open(all).text).ask({ terms, kind: wanted, type });
        expect(answer.count).toBe(expected.length);
        const found = await everything(answer);
        expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(found.map((each) => each.kind).sort()).toEqual(expected.map((each) => each.kind).sort());
        const parts: FoundDocument[] = [];
        for (let from = 0; from < answer.count; from += 2)
          parts.push(...(await answer.documents(from, from + 2)));
        expect(parts).toEqual(found);
      },
    ),
    { numRuns: 300 },
  );
});

describe("the order", () => {
  const body = "many other words that say nothing of it and go on for long";

  test("titles come before texts, short ones before long, and of equals the one of higher rank", async () => {
    const found = await idsFor(
      [
        claimOf("in-text", "Elsewhere", `${body} nile ${body}`),
        claimOf("long-title", `Nile ${body}`),
        claimOf("first", "The Nile"),
        claimOf("second", "The Nile"),
      ],
      "nile ",
    );
    expect(found).toEqual(["first", "second", "long-title", "in-text"]);
  });

  test("the word itself comes before words that begin with it", async () => {
    const found = await idsFor([claimOf("longer", "Nigeria"), claimOf("itself", "Niger")], "niger");
    expect(found).toEqual(["itself", "longer"]);
  });

  test("rare words count more than frequent ones", async () => {
    const common = Array.from({ length: 30 }, (_, i) => claimOf(`c${i}`, "visit"));
    const found = await idsFor(
      [...common, claimOf("a", "visit visit", "khartoum"), claimOf("b", "khartoum khartoum", "visit")],
      "visit khartoum ",
    );
    expect(found).toEqual(["b", "a"]);
  });
});

test("words that are names of JavaScript’s own are words", async () => {
  const documents = [
    claimOf("a", "__proto__ of hasOwnProperty"),
    claimOf("b", "constructor"),
    claimOf("c", "plain"),
  ];
  expect(await idsFor(documents, "__proto__")).toEqual(["a"]);
  expect(await idsFor(documents, "constructor ")).toEqual(["b"]);
  expect(await idsFor(documents, "tostring")).toEqual([]);
});

test("a type that looks like a word, and signs of the index, are not found by typing them", async () => {
  const documents = [{ ...claimOf("a", "visit"), type: typeTerm("edge", "visit") }];
  expect(await idsFor(documents, ":edge:visit")).toEqual([]);
  expect(await idsFor(documents, "*")).toEqual([]);
});

test("for a word that nothing has, one that is almost the same is offered", async () => {
  const index = await open([claimOf("a", "Khartoum talks")]).text;
  expect([...(await index.suggestions(askedTerms("khartom talks ")))]).toEqual([["khartom", "khartoum"]]);
});

test("the first results of a frequent word load a few files only", async () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    claimOf(`c${i}`, `Visit number ${i}`, "a claim about it"),
  );
  const { files, loaded, text } = open(many, { file: 4000, best: 50, union: 500 });
  for (const typed of ["visit ", "v", "n", "1"]) {
    loaded.length = 0;
    const answer = await (await text).ask({ terms: askedTerms(typed) });
    expect((await answer.documents(0, 10)).length).toBe(10);
    expect(loaded.length).toBeLessThanOrEqual(12);
    expect(loaded.filter((path) => path.includes("rest"))).toEqual([]);
  }
  expect(files.size).toBeGreaterThan(100);
});

test("an index that cannot be loaded is an error, and an empty one is none", async () => {
  await expect(openFullText(async () => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
  expect(await idsFor([], "anything")).toEqual([]);
});

describe("of a site", () => {
  const SITE = {
    "site.yml": "title: Graph\nrequireSources: false\n",
    ...person(
      "ada",
      "She met [[bo|somebody]].\n\n```\nin code\n```",
      'aliases: ["Augusta"]\ndescription: A countess\n',
    ),
    ...person("bo"),
    "sources/log.md": "---\ntitle: The log\npublisher: Admiralty\n---\n\nKept in pencil.\n",
    ...claim(
      "talk",
      "ada",
      "bo",
      "title: A talk\nsources: [{ source: log, note: smudged, quote: “hello there” }]\n",
    ),
    "stories/walk.md": "---\ntitle: A walk\n---\n\n## Step\n\n```map\nselect: ada\n```\n\nAlong the quay.\n",
  };

  test.each([
    ["augusta", ["ADA"]],
    ["countess", ["ADA"]],
    ["somebody", ["ADA"]],
    ["code", ["ADA"]],
    ["admiralty", ["The log"]],
    ["pencil", ["The log"]],
    ["smudged", ["A talk"]],
    ["hello", ["A talk"]],
    ["bo", ["BO", "A talk"]],
    ["quay", ["A walk"]],
    ["select", []],
  ])("“%s” finds what has it", async (typed, expected) => {
    const pages = pagesFrom(SITE);
    const index = await openFullText(async (path) => JSON.parse(await pages.file(path)));
    const answer = await index.ask({ terms: askedTerms(typed) });
    expect((await everything(answer)).map(({ title }) => title)).toEqual(expected);
  });

  test("the same content gives the same files", () => {
    const index = (paths: readonly string[]) => paths.filter((path) => path.startsWith("search/"));
    expect(index(pagesFrom(SITE).paths)).toEqual(index(pagesFrom(SITE).paths));
    expect(index(pagesFrom(SITE).paths)).not.toEqual(index(pagesFrom({ ...SITE, ...person("cy") }).paths));
  });

  test("the page offers the kinds and types that there are, and the lists without a script", async () => {
    const html = await pagesFrom(SITE).at("search/");
    expect(html).toContain('<form class="search-form" role="search"');
    expect(html).toContain('<option value=":entity:person">Person</option>');
    expect(html).not.toContain(":entity:state");
    expect(html).toMatch(
      /<noscript>[\s\S]*href="\.\.\/entities\/"[\s\S]*href="\.\.\/edges\/"[\s\S]*href="\.\.\/sources\/"[\s\S]*href="\.\.\/stories\/"[\s\S]*<\/noscript>/,
    );
    expect(await pagesFrom(SITE).at("entities/ada/")).toContain('<a href="../../search/">Search</a>');
  });
});
