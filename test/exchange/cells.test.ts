import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonIn, listCell, listIn, valueCell, valueIn } from "../../src/exchange/cells.ts";

describe("a list in a cell", () => {
  test.each([
    [["Ada", "Bo"], "Ada; Bo"],
    [["a;b", "c\\d"], "a\\;b; c\\\\d"],
    [[" a "], "\\ a\\ "],
    [[], ""],
  ])("%j is written %j, and read again", (items, cell) => {
    expect(listCell(items)).toBe(cell);
    expect(listIn(cell)).toEqual(items);
  });

  test.each([
    ["Ada;Bo ;", ["Ada", "Bo"]],
    [" ; ", []],
    ["a\\", ["a\\"]],
  ])("as people type it: %j", (cell, items) => {
    expect(listIn(cell)).toEqual(items);
  });

  test("whatever the items are, they are read as they were", () => {
    const item = fc.string({ minLength: 1, unit: fc.constantFrom("\\", ";", " ", "\n", "\u00a0", "a", "é") });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(listIn(listCell(items))).toEqual(items);
      }),
    );
  });
});

describe("a value of an author’s own key in a cell", () => {
  test.each([
    ["yes", "yes"],
    ["", '""'],
    ["[maybe]", '"[maybe]"'],
    [["a", "b"], '["a","b"]'],
    [{ a: "1" }, '{"a":"1"}'],
  ])("%j is written %j, and read again", (value, cell) => {
    expect(valueCell(value)).toBe(cell);
    expect(valueIn(cell)).toEqual(value);
  });

  test("what is no JSON is a text", () => {
    expect(valueIn("[maybe]")).toBe("[maybe]");
  });

  test("JSON that is nested a hundred thousand deep is not read", () => {
    expect(jsonIn(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toBeUndefined();
    expect(jsonIn(`["${"[".repeat(100)}"]`)).toEqual(["[".repeat(100)]);
  });
});
