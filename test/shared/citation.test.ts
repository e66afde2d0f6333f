import { describe, expect, test } from "vitest";
import { bibtexCitation, type CitedClaim, cslCitation, plainCitation } from "../../src/shared/citation.ts";
import { ENGLISH, wordsIn } from "../../src/shared/words/languages.ts";

const CLAIM: CitedClaim = {
  id: "us-sanctions-li-shangfu",
  sentence: "United States sanctions Li Shangfu",
  date: "20 September 2018",
  status: "reported",
  sources: [
    { title: "CAATSA Section 231", publisher: "Department of State", url: "https://state.example/" },
    { title: "The log" },
  ],
  site: "A crisis line",
  url: "https://site.example/edges/us-sanctions-li-shangfu/",
  accessed: "2026-11-25",
};
const BARE: CitedClaim = { ...CLAIM, date: undefined, sources: [] };

describe("in words", () => {
  test("what, when, on what it rests, where and when it was read", () => {
    expect(plainCitation(CLAIM, ENGLISH)).toBe(
      "“United States sanctions Li Shangfu” (20 September 2018, reported). Source: Department of State, “CAATSA Section 231”; “The log”. In: A crisis line, https://site.example/edges/us-sanctions-li-shangfu/ (accessed 2026-11-25).",
    );
  });

  test("without a date and a source", () => {
    expect(plainCitation(BARE, ENGLISH)).toBe(
      "“United States sanctions Li Shangfu” (undated, reported). In: A crisis line, https://site.example/edges/us-sanctions-li-shangfu/ (accessed 2026-11-25).",
    );
  });
});

describe("in Chinese", () => {
  const words = wordsIn("zh");
  const claim = { ...CLAIM, sentence: "美国制裁李尚福", date: "2018年9月20日", site: "危机热线" };

  test("the sentences are Chinese, and so are the signs around them", () => {
    expect(plainCitation(claim, words)).toBe(
      "“美国制裁李尚福”（2018年9月20日，据报道）。来源：Department of State《CAATSA Section 231》；《The log》。载于：危机热线，https://site.example/edges/us-sanctions-li-shangfu/（查阅于 2026-11-25）。",
    );
  });

  test("the keys of BibTeX stay, and its note is Chinese", () => {
    expect(bibtexCitation({ ...claim, sources: [] }, words)).toContain(
      "  note = {说法，2018年9月20日，据报道},\n",
    );
  });
});

describe("as BibTeX", () => {
  test("an entry of its own", () => {
    expect(bibtexCitation(CLAIM, ENGLISH)).toBe(`@misc{us-sanctions-li-shangfu,
  title = {United States sanctions Li Shangfu},
  howpublished = {\\url{https://site.example/edges/us-sanctions-li-shangfu/}},
  organization = {A crisis line},
  note = {Claim, 20 September 2018, reported. Source: Department of State: CAATSA Section 231; The log},
  urldate = {2026-11-25}
}
`);
  });

  test("without a date and a source", () => {
    expect(bibtexCitation(BARE, ENGLISH)).toContain("note = {Claim, undated, reported},");
  });

  test("signs that TeX keeps for itself are texts", () => {
    const sentence = "{A} & B_1 #2 $3 50% ~x^y \\end";
    expect(bibtexCitation({ ...CLAIM, sentence }, ENGLISH)).toContain(
      "title = {\\{A\\} \\& B\\_1 \\#2 \\$3 50\\% \\textasciitilde{}x\\textasciicircum{}y \\textbackslash{}end},",
    );
  });

  test("an address cannot end its field", () => {
    const url = "https://site.example/a}b{c\\d/";
    expect(bibtexCitation({ ...CLAIM, url }, ENGLISH)).toContain(
      "\\url{https://site.example/a%7Db%7Bc%5Cd/}",
    );
  });

  test.each([
    ["李尚福-2018", "-2018"],
    ["李尚福", "claim"],
    ["müller-visits", "mller-visits"],
  ])("the key of %s has letters that every BibTeX knows: %s", (id, key) => {
    expect(bibtexCitation({ ...CLAIM, id }, ENGLISH)).toContain(`@misc{${key},`);
  });
});

describe("as CSL-JSON", () => {
  test("a web page, with the day on which it was read in numbers", () => {
    expect(JSON.parse(cslCitation(CLAIM, ENGLISH))).toEqual([
      {
        id: "us-sanctions-li-shangfu",
        type: "webpage",
        title: "United States sanctions Li Shangfu",
        "container-title": "A crisis line",
        URL: "https://site.example/edges/us-sanctions-li-shangfu/",
        accessed: { "date-parts": [[2026, 11, 25]] },
        note: plainCitation(CLAIM, ENGLISH),
      },
    ]);
  });

  test("whatever a name holds, it can be read again", () => {
    const sentence = 'A "quoted" \\ name\u2028 and 李';
    expect(JSON.parse(cslCitation({ ...CLAIM, sentence }, ENGLISH))[0].title).toBe(sentence);
  });
});
