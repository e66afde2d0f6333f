import { describe, expect, test } from "vitest";
import type { Box } from "../../src/graph/box.ts";
import { removeOverlaps } from "../../src/graph/overlap.ts";
import { seededRandom } from "../../src/graph/random.ts";
import { pairs } from "../support/pairs.ts";

describe("overlaps", () => {
  const box = (x: number, y: number): Box => ({ x, y, halfWidth: 10, top: 10, bottom: 10 });

  test("move apart the shorter way, and no further than they must", () => {
    const boxes = [box(0, 0), box(15, 2)];
    expect(removeOverlaps(boxes)).toBe(0);
    expect(boxes.map(({ x, y }) => [Math.round(x), y])).toEqual([
      [-3, 0],
      [18, 2],
    ]);
  });

  test("are undone even where all stand in a heap", () => {
    const random = seededRandom(3);
    const boxes = Array.from({ length: 50 }, () => box(random(), random()));
    expect(removeOverlaps(boxes)).toBe(0);
    expect(pairs(boxes).filter(([a, b]) => Math.abs(a.x - b.x) < 20 && Math.abs(a.y - b.y) < 20)).toEqual([]);
  });

  test("mind a label that hangs below", () => {
    const labelled: Box = { x: 0, y: 0, halfWidth: 40, top: 10, bottom: 30 };
    const boxes = [{ ...labelled }, { ...labelled, y: 35 }];
    expect(removeOverlaps(boxes)).toBe(0);
    expect(boxes.map(({ x, y }) => [x, Math.round(y)])).toEqual([
      [0, -3],
      [0, 38],
    ]);
  });

  test("part even those that stand in one place", () => {
    const boxes = [box(5, 5), box(5, 5), box(5, 5)];
    expect(removeOverlaps(boxes)).toBe(0);
    expect(pairs(boxes).filter(([a, b]) => Math.abs(a.x - b.x) < 20 && Math.abs(a.y - b.y) < 20)).toEqual([]);
  });

  test("are counted where the rounds are over too soon", () => {
    expect(removeOverlaps([box(0, 0), box(1, 0), box(2, 0)], 1)).toBeGreaterThan(0);
    expect(removeOverlaps([], 1)).toBe(0);
  });

  test("are found between large boxes and small ones, wherever they are", () => {
    const large: Box = { x: 500, y: 500, halfWidth: 100, top: 100, bottom: 100 };
    const boxes = [box(-900, -900), { ...large }, box(410, 500), box(900, 900)];
    expect(removeOverlaps(boxes)).toBe(0);
    expect([boxes[0], boxes[3]]).toEqual([box(-900, -900), box(900, 900)]);
    expect((boxes[1]?.x ?? 0) - (boxes[2]?.x ?? 0)).toBeGreaterThanOrEqual(110);
  });

  test("what is apart stays where it is", () => {
    const boxes = [box(0, 0), box(21, 0), box(0, 21)];
    expect(removeOverlaps(boxes)).toBe(0);
    expect(boxes.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [21, 0],
      [0, 21],
    ]);
  });
});
