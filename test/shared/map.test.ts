import { expect, test } from "vitest";
import { mapExtent } from "../../src/shared/map.ts";

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
