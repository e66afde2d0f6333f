import { expect, test } from "vitest";
import { capitalised, headingFor, sentenceOf } from "../../src/shared/sentence.ts";
import { ENGLISH, wordsIn } from "../../src/shared/words/languages.ts";

const nameOf = (id: string) => id.toUpperCase();
const sanctions = { label: "Sanction", verb: "sanctions", inverse: "is sanctioned by", directed: true };

test("a claim is its title, else a sentence of its actors, its verb and its targets", () => {
  expect(sentenceOf({ from: ["us"], to: ["li"] }, "sanctions", nameOf, ENGLISH)).toBe("US sanctions LI");
  expect(sentenceOf({ from: ["a", "b"], to: ["c", "d", "e"] }, "meet", nameOf, ENGLISH)).toBe(
    "A and B meet C, D and E",
  );
  expect(sentenceOf({ title: "A seeks B", from: ["a"], to: ["b"] }, "visits", nameOf, ENGLISH)).toBe(
    "A seeks B",
  );
});

test.each([
  ["美国", "制裁", "李尚福", "美国制裁李尚福"],
  ["Lloyd Austin", "会见", "李尚福", "Lloyd Austin 会见李尚福"],
  ["李尚福", "会见", "Lloyd Austin", "李尚福会见 Lloyd Austin"],
  ["国防部长 李尚福", "会见", "윤석열", "国防部长 李尚福会见 윤석열"],
  ["中国", "向以下一方提议：", "Lloyd Austin", "中国向以下一方提议：Lloyd Austin"],
  ["山田（大臣）", "meets", "U.S.", "山田（大臣）meets U.S."],
  ["𠮷野", "会见", "42 国集团", "𠮷野会见 42 国集团"],
])("in Chinese %s %s %s is %s", (who, verb, whom, expected) => {
  const claim = { from: [who], to: [whom] };
  expect(sentenceOf(claim, verb, (id) => id, wordsIn("zh"))).toBe(expected);
});

test("in English names in Chinese keep their spaces", () => {
  const names = { from: ["李尚福"], to: ["美国"] };
  expect(sentenceOf(names, "meets", (id) => id, ENGLISH)).toBe("李尚福 meets 美国");
});

test("a title without letters is a title still", () => {
  expect(sentenceOf({ title: "", from: ["a"], to: ["b"] }, "visits", nameOf, ENGLISH)).toBe("");
});

test("the heading over claims says them from the side of the reader", () => {
  expect(headingFor(sanctions, true, ENGLISH)).toBe("Sanctions");
  expect(headingFor(sanctions, false, ENGLISH)).toBe("Is sanctioned by");
  expect(headingFor({ ...sanctions, inverse: undefined }, false, ENGLISH)).toBe("Sanction (as the target)");
  expect(headingFor({ ...sanctions, verb: "meets", directed: false }, false, ENGLISH)).toBe("Meets");
});

test("capitals, in any script", () => {
  expect([capitalised("élan"), capitalised("𐐨x"), capitalised("")]).toEqual(["Élan", "𐐀x", ""]);
});
