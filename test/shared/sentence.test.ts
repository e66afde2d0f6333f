import { expect, test } from "vitest";
import { pagePath } from "../../src/shared/paths.ts";
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

test("addresses are percent-encoded", () => {
  expect(pagePath("entity", "李尚福")).toBe("entities/%E6%9D%8E%E5%B0%9A%E7%A6%8F/");
  expect(pagePath("edge", "us-sanctions-li")).toBe("edges/us-sanctions-li/");
});
