import { expect, test } from "vitest";
import { capitalised, headingFor, sentenceOf } from "../../src/shared/sentence.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";

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
