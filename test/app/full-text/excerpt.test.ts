import { describe, expect, test } from "vitest";
import { excerpt, marked } from "../../../src/app/full-text/excerpt.ts";
import { askedTerms } from "../../../src/shared/terms.ts";

const shown = (text: string, query: string): string => marked(text, askedTerms(query)).markup;

describe("words are marked", () => {
  test.each([
    ["whole where they begin so", "Nigeria, nigh", "nig", "<mark>Nigeria</mark>, <mark>nigh</mark>"],
    ["only as asked once a space follows", "Nig Nigeria", "nig ", "<mark>Nig</mark> Nigeria"],
    ["whatever their accents", "Éva Müller", "eva muller", "<mark>Éva</mark> <mark>Müller</mark>"],
    ["as one where pairs overlap", "会见李尚福部长", "李尚福", "会见<mark>李尚福</mark>部长"],
    ["as a single character", "李尚福", "尚", "李<mark>尚</mark>福"],
    ["at the end of what has no spaces", "李尚福", "福", "李尚<mark>福</mark>"],
    ["in Arabic", "وزير الدفاع", "الدفاع", "وزير <mark>الدفاع</mark>"],
    [
      "without becoming markup",
      "<b>bold</b> & co",
      "b",
      "&lt;<mark>b</mark>&gt;<mark>bold</mark>&lt;/<mark>b</mark>&gt; &amp; co",
    ],
  ])("%s", (_, text, query, expected) => {
    expect(shown(text, query)).toBe(expected);
  });
});

describe("an excerpt", () => {
  const filler = "lorem ipsum dolor sit amet ".repeat(40);

  test("is the text where that is short", () => {
    expect(excerpt("A short one.", []).markup).toBe("A short one.");
  });

  test("is where most of the words stand together", () => {
    const text = `alpha ${filler}beta and alpha ${filler}beta ${filler}`;
    const { markup } = excerpt(text, askedTerms("alpha beta "));
    expect(markup).toMatch(/^… .*<mark>beta<\/mark> and <mark>alpha<\/mark> lorem.* …$/);
    expect(markup.length).toBeLessThan(280);
  });

  test("is the beginning where no word is in it", () => {
    expect(excerpt(filler, askedTerms("zeta")).markup).toMatch(/^lorem ipsum .* …$/);
  });

  test("never cuts a character in two", () => {
    const text = "𠀀".repeat(400);
    expect(excerpt(`${text}x`, askedTerms("x")).markup).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
