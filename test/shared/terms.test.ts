import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedTerms, termsIn } from "../../src/shared/terms.ts";

const words = (text: string): string =>
  termsIn(text)
    .map(({ term }) => term)
    .join(" ");
/** With a star behind words that may go on. */
const asked = (text: string): string =>
  askedTerms(text)
    .map(({ term, isPrefix }) => term + (isPrefix ? "*" : ""))
    .join(" ");

describe("the words of a text", () => {
  test.each([
    ["", ""],
    ["Li Shangfu, 2018–2023", "li shangfu 2018 2023"],
    ["MÜLLER Müller Mu\u0308ller ﾐｭｰﾗｰ ｍｕｌｌｅｒ", "muller muller muller ミュ ュー ーラ ラー ー muller"],
    ["O’Brien’s", "o brien s"],
    ["__proto__ constructor toString <b>", "proto constructor tostring b"],
    ["李尚福", "李尚 尚福 福"],
    ["李", "李"],
    ["2023年6月", "2023 年 6 月"],
    ["iPhone手机", "iphone 手机 机"],
    ["がぎ", "かき き"],
    ["الرَّئِيس أحمد", "الرييس احمد"],
    ["מֹשֶׁה", "משה"],
    ["Ωμέγα Йод", "ωμεγα иод"],
    ["½ ﬁne", "1 2 fine"],
    ["¼年", "1 4 年"],
    ["年\ufc5eⰀ", "年 ⰰ"],
    ["ꀀ\ufc5eⰀ年", "ꀀ ⰰ 年"],
    ["🙂", ""],
  ])("%s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test("of a very long word the beginning counts", () => {
    expect(words("x".repeat(5000))).toBe("x".repeat(40));
  });

  test("are where they say: read again, the part of the text holds the word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { term, start, end } of termsIn(text)) {
          expect(end).toBeGreaterThan(start);
          expect(words(text.slice(start, end)).split(" ")).toContain(term);
        }
      }),
    );
  });
});

describe("what is asked for", () => {
  test.each([
    ["li shang", "li shang*"],
    ["li shang ", "li shang"],
    ["li li", "li*"],
    ["李尚福", "李尚 尚福"],
    ["李 li ", "李* li"],
    ["福", "福*"],
    ["..", ""],
  ])("%s", (query, expected) => {
    expect(asked(query)).toBe(expected);
  });
});
