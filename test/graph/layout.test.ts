import { describe, expect, test } from "vitest";
import { buildGraph, type ClaimGraph } from "../../src/graph/build.ts";
import { layOut, type Point } from "../../src/graph/layout.ts";
import { type Box, removeOverlaps } from "../../src/graph/overlap.ts";
import { seededRandom, seedOf } from "../../src/graph/random.ts";
import { tiesOf } from "../../src/graph/ties.ts";
import { LABEL_GAP, LABEL_LINE, labelLines, lineWidth, nodeRadius } from "../../src/shared/label.ts";
import { contentOf, randomNotation } from "../support/graphs.ts";

const graphOf = (notation: string) => buildGraph(contentOf(notation));
const layoutOf = (graph: ClaimGraph) => layOut(graph, tiesOf(graph));

const HUB = Array.from({ length: 500 }, (_, i) => `hub-leaf${i}`).join(" ");

describe("the layout", () => {
  test("is the same each time, digit by digit", () => {
    const notation = randomNotation(60, 120, 1);
    expect(JSON.stringify([...layoutOf(graphOf(notation))])).toBe(
      JSON.stringify([...layoutOf(graphOf(notation))]),
    );
  });

  test.each([
    ["nothing", "", 0],
    ["one entity", "a", 1],
    ["one that acts on itself", "a-a", 1],
    ["two that have nothing to do with one another", "a b", 2],
    ["parts that hang together only among themselves", "a-b b-c x-y y-z", 6],
    ["a hub with five hundred leaves", HUB, 501],
  ])("puts each entity somewhere in a graph of %s", (_, notation, nodes) => {
    const points = [...layoutOf(graphOf(notation)).values()];
    expect(points).toHaveLength(nodes);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  test("is around the middle, and wider than tall", () => {
    const points = [...layoutOf(graphOf(randomNotation(80, 100, 3))).values()];
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value) / values.length;
    const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
    expect(mean(xs)).toBeCloseTo(0, 1);
    expect(mean(ys)).toBeCloseTo(0, 1);
    expect(span(xs)).toBeGreaterThan(span(ys));
  });

  test("no disc covers another", () => {
    for (const notation of [HUB, randomNotation(300, 600, 4)]) {
      const graph = graphOf(notation);
      const discs = [...layoutOf(graph)].map(([id, point]) => ({
        ...point,
        radius: nodeRadius(graph.degree(id)),
      }));
      expect(pairs(discs).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius)).toEqual(
        [],
      );
    }
  });

  test("no name covers another or a node in a graph of a hundred", () => {
    const graph = graphOf(randomNotation(100, 160, 6));
    const signs = [...layoutOf(graph)].flatMap(([id, point]) => rectangles(graph, id, point));
    expect(pairs(signs).filter(([a, b]) => a.id !== b.id && areOver(a, b))).toEqual([]);
  });

  test("those who have to do with one another are nearer than those who have not", () => {
    const points = layoutOf(graphOf("a-b b-c c-a x-y y-z z-x a-x"));
    const at = (id: string) => points.get(id) ?? { x: Number.NaN, y: Number.NaN };
    const distance = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
    expect(distance("b", "c")).toBeLessThan(distance("b", "y"));
    expect(distance("y", "z")).toBeLessThan(distance("c", "z"));
  });
});

interface Rectangle {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The disc of a node, and its name below. */
function rectangles(graph: ClaimGraph, id: string, { x, y }: Point): Rectangle[] {
  const radius = nodeRadius(graph.degree(id));
  const lines = labelLines(graph.getNodeAttribute(id, "label"));
  const half = Math.max(...lines.map(lineWidth)) / 2;
  const top = y + radius + LABEL_GAP;
  return [
    { id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    { id, left: x - half, right: x + half, top, bottom: top + lines.length * LABEL_LINE },
  ];
}

const areOver = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}

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

describe("seeded randomness", () => {
  test("is the same for the same seed, and another for another", () => {
    const some = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, random);
    };
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
    expect(seedOf("a")).not.toBe(seedOf("b"));
  });

  test("is spread evenly between 0 and 1", () => {
    const random = seededRandom(9);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const at = Math.floor(random() * 10);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });
});
