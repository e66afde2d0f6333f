import { describe, expect, test } from "vitest";
import { bendOf } from "../../src/shared/curves.ts";
import { labelLines, lineWidth, nodeRadius } from "../../src/shared/label.ts";
import { mapExtent } from "../../src/shared/map.ts";

describe("a name on the map", () => {
  test.each([
    ["China", ["China"]],
    ["Minister of National Defense of China", ["Minister of National", "Defense of China"]],
    ["中华人民共和国国防部", ["中华人民共和国国防部"]],
    ["Donaudampfschifffahrtsgesellschaftskapitän", ["Donaudampfschifffahrtsgesellsc…"]],
    ["", [""]],
  ])("%j stands in %j", (name, lines) => {
    expect(labelLines(name)).toEqual(lines);
  });

  test("is wider in wide letters", () => {
    expect(lineWidth("ill")).toBeLessThan(lineWidth("MOW"));
    expect(lineWidth("abc")).toBeLessThan(lineWidth("李尚福"));
    expect(lineWidth("")).toBe(0);
  });
});

test("lines between the same two bend to both sides alike, and one of an odd number is straight", () => {
  expect([0, 1, 2].map((index) => bendOf(index, 3))).toEqual([-0.16, 0, 0.16]);
  expect(bendOf(0, 1)).toBe(0);
  expect(bendOf(0, 2)).toBe(-bendOf(1, 2));
});

test("a node grows with its claims, up to a bound", () => {
  expect(nodeRadius(0)).toBeLessThan(nodeRadius(1));
  expect(nodeRadius(1e6)).toBe(18);
});

test("the map leaves room for labels around the outermost nodes", () => {
  const extent = mapExtent([
    { x: -10, y: 0 },
    { x: 10, y: 5 },
  ]);
  expect(extent.left).toBeLessThan(-10);
  expect(extent.right).toBe(-extent.left);
  expect(extent.bottom).toBeGreaterThan(5);
  expect(Object.values(mapExtent([])).every(Number.isFinite)).toBe(true);
});
