import { expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { layOut } from "../../src/graph/layout.ts";
import { compactTies, tiesOf } from "../../src/graph/ties.ts";
import { contentOf, randomNotation } from "../support/graphs.ts";
import { qualityOf } from "../support/layout-quality.ts";

const tiesIn = (notation: string) => compactTies(tiesOf(buildGraph(contentOf(notation))));
const at = (...points: readonly [number, number][]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});

test("a path drawn as a line has no stress in any scale, and a path drawn as an angle has some", () => {
  expect(qualityOf(tiesIn("a-b b-c"), at([0, 0], [9, 0], [18, 0])).stress).toBeCloseTo(0, 12);
  // Ratios of distances 1, 1, √2/2: 1 − (2.707…)² / 2.5 / 3.
  expect(qualityOf(tiesIn("a-b b-c"), at([0, 1], [0, 0], [1, 0])).stress).toBeCloseTo(0.0229, 4);
});

test("neighbours are preserved where those who are nearest are those who are tied", () => {
  const pairs = tiesIn("a-b c-d");
  expect(qualityOf(pairs, at([0, 0], [1, 0], [9, 0], [10, 0])).preservation).toBe(1);
  expect(qualityOf(pairs, at([0, 0], [9, 0], [1, 0], [10, 0])).preservation).toBe(0);
});

test("the map is far better than one where everybody stands anywhere", () => {
  const graph = buildGraph(contentOf(randomNotation(200, 260, 3)));
  const ties = compactTies(tiesOf(graph));
  const points = [...layOut(graph, tiesOf(graph)).values()];
  const map = qualityOf(ties, at(...points.map(({ x, y }): [number, number] => [x, y])));
  const shuffled = qualityOf(ties, at(...points.toReversed().map(({ x, y }): [number, number] => [x, y])));
  expect(map.stress).toBeLessThan(0.6 * shuffled.stress);
  expect(map.preservation).toBeGreaterThan(5 * shuffled.preservation);
});
