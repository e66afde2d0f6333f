import { expect, test } from "vitest";
import { capitalised, headingFor, listInWords, sentenceOf } from "../../src/shared/sentence.ts";

const nameOf = (id: string) => id.toUpperCase();
const sanctions = { label: "Sanction", verb: "sanctions", inverse: "is sanctioned by", directed: true };

test("a claim is its title, else a sentence of its actors, its verb and its targets", () => {
  expect(sentenceOf({ from: ["us"], to: ["li"] }, "sanctions", nameOf)).toBe("US sanctions LI");
  expect(sentenceOf({ from: ["a", "b"], to: ["c", "d", "e"] }, "meet", nameOf)).toBe(
    "A and B meet C, D and E",
  );
  expect(sentenceOf({ title: "A seeks B", from: ["a"], to: ["b"] }, "visits", nameOf)).toBe("A seeks B");
});

test("a title without letters is a title still", () => {
  expect(sentenceOf({ title: "", from: ["a"], to: ["b"] }, "visits", nameOf)).toBe("");
});

test("the heading over claims says them from the side of the reader", () => {
  expect(headingFor(sanctions, true)).toBe("Sanctions");
  expect(headingFor(sanctions, false)).toBe("Is sanctioned by");
  expect(headingFor({ ...sanctions, inverse: undefined }, false)).toBe("Sanction (as the target)");
  expect(headingFor({ ...sanctions, verb: "meets", directed: false }, false)).toBe("Meets");
});

test("lists and capitals, in any script", () => {
  expect([listInWords([]), listInWords(["a"])]).toEqual(["", "a"]);
  expect([capitalised("élan"), capitalised("𐐨x"), capitalised("")]).toEqual(["Élan", "𐐀x", ""]);
});
