import { describe, expect, test } from "vitest";
import {
  bendOf,
  curveBetween,
  distanceTo,
  distanceToChord,
  lineThickness,
  loopOver,
  pointOn,
  svgHead,
  svgPath,
} from "../../src/shared/curves.ts";

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

test("however many lines there are, none runs farther out than seven tenths of the distance", () => {
  expect(Math.max(...bends(200))).toBeCloseTo(0.7);
});

test("a line is thicker the more independent sources it has, up to a bound", () => {
  const widths = [0, 1, 2, 4, 8, 1000].map(lineThickness);
  expect(widths[0]).toBe(widths[1]);
  expect([...widths].sort((a, b) => a - b)).toEqual(widths);
  expect(widths[5]).toBeLessThan(5);
});

describe("a line on the map", () => {
  const a = { x: 0, y: 0, radius: 10 };
  const b = { x: 100, y: 0, radius: 10 };

  test("runs from rim to rim, with its arrowhead at the end", () => {
    const { start, end, head } = curveBetween(a, b, 0, true);
    expect([start.x, head?.[0].x, end.x]).toEqual([10, 89, 81]);
    expect(curveBetween(a, b, 0, false).head).toBeUndefined();
  });

  test("bends to the left of its way for a positive bend", () => {
    expect(pointOn(curveBetween(a, b, 0.4, false), 0.5).y).toBeLessThan(-15);
    expect(pointOn(curveBetween(b, a, 0.4, false), 0.5).y).toBeGreaterThan(15);
  });

  test("of a node with itself loops above it", () => {
    expect(pointOn(loopOver(a, 0, true), 0.5).y).toBeLessThan(-20);
    expect(pointOn(loopOver(a, 1, true), 0.5).y).toBeLessThan(pointOn(loopOver(a, 0, true), 0.5).y);
  });

  test("is near a point on it, and far from one beside it", () => {
    const curve = curveBetween(a, b, 0.4, false);
    expect(distanceTo(curve, pointOn(curve, 0.3))).toBeLessThan(1);
    expect(distanceTo(curve, { x: 50, y: 20 })).toBeGreaterThan(30);
    expect(distanceToChord(a, b, { x: 130, y: 40 })).toBe(50);
  });

  test("is written as SVG with a tenth of a pixel", () => {
    expect(svgPath(curveBetween(a, b, 0, false))).toBe("M10 0Q50 0 89 0");
    expect(svgHead([a, { x: 1.26, y: -3 }, b])).toBe("M0 0L1.3 -3L100 0Z");
  });
});
