import { expect, test } from "vitest";
import { claimsFinder, filterIn, isFiltering, NO_FILTER, putFilter } from "../../src/app/claims-filter.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";
import { idsOf, networkOf } from "../support/network.ts";

const find = claimsFinder(
  networkOf(
    `
    one: ada > bo status=alleged
    two: bo > ada type=demand
    three: cy > bo tags=arms
    `,
    { entities: { ada: { name: "Ada Müller", aliases: ["李尚福"] } } },
  ).claims,
  ENGLISH,
);
const found = (filter: Partial<typeof NO_FILTER>) => idsOf(find({ ...NO_FILTER, ...filter }));

test("each word must be in the sentence, a name or a tag, whatever its accents and capitals", () => {
  expect(found({ text: "MULLER  visits" })).toEqual(["one"]);
  expect(found({ text: "尚福" })).toEqual(["one", "two"]);
  expect(found({ text: "arms" })).toEqual(["three"]);
  expect(found({ text: "  " })).toEqual(["one", "two", "three"]);
  expect(found({ text: "nobody" })).toEqual([]);
});

test("type and status narrow as well, all together", () => {
  expect(found({ type: "demand" })).toEqual(["two"]);
  expect(found({ status: "alleged" })).toEqual(["one"]);
  expect(found({ text: "ada", type: "visit", status: "reported" })).toEqual([]);
});

test("a filter comes back from the address that it made", () => {
  const parameters = new URLSearchParams();
  putFilter(parameters, { text: "a & b", type: "", status: "alleged" });
  expect(String(parameters)).toBe("text=a+%26+b&status=alleged");
  expect(filterIn(parameters)).toEqual({ text: "a & b", type: "", status: "alleged" });
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(isFiltering({ ...NO_FILTER, text: "  " })).toBe(false);
});
