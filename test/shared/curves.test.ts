import { expect, test } from "vitest";
import { bendOf, lineThickness } from "../../src/shared/curves.ts";

const bends = (count: number): number[] => Array.from({ length: count }, (_, index) => bendOf(index, count));

test("a line alone is straight, and so is the middle one of an odd number", () => {
  expect(bendOf(0, 1)).toBe(0);
  expect(bends(3)).toEqual([-0.16, 0, 0.16]);
});

test.each([2, 3, 4, 7])(
  "%i lines between the same two bend to both sides alike, no two in one place",
  (count) => {
    const [there, back] = [bends(count), bends(count).reverse()];
    expect(there.map((bend, i) => bend + (back[i] ?? Number.NaN))).toEqual(new Array(count).fill(0));
    expect(new Set(there.map((bend) => bend.toFixed(6))).size).toBe(count);
  },
);

test("acts are thicker than lasting relations", () => {
  expect(lineThickness("material-conflict")).toBeGreaterThan(lineThickness("relation"));
});
