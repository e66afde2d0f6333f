/**
 * A map of nothing but the graph. Forces from positions seeded by the ids, turned so that the map is wider than tall,
 * and scaled: the same graph gives the same positions, digit by digit.
 */

import type { Point } from "../shared/curves.ts";
import { boundsOf } from "../shared/map.ts";
import { type CompactTies, type Positions, spread } from "./forces.ts";
import { seededRandom } from "./random.ts";

/**
 * A position a node, in their order, about 0; the bounding box has the given area. Nodes may cover each other. `seeds`
 * say where each node starts. Pure, on plain arrays: any thread may do it.
 */
export function freshMap(ties: CompactTies, seeds: Int32Array, area: number): Point[] {
  const positions = startOf(seeds);
  if (ties.ends.length > 0) spread(ties, positions);
  const points = Array.from(positions.x, (x, i) => ({ x, y: positions.y[i] as number }));
  return scaled(turned(points), area);
}

/** In a disc, each wherever its seed says. */
function startOf(seeds: Int32Array): Positions {
  const [x, y] = [new Float64Array(seeds.length), new Float64Array(seeds.length)];
  const radius = Math.sqrt(seeds.length) * 10;
  for (const [i, seed] of seeds.entries()) {
    const random = seededRandom(seed);
    let [across, down] = [1, 1];
    while (across * across + down * down > 1) [across, down] = [2 * random() - 1, 2 * random() - 1];
    x[i] = across * radius;
    y[i] = down * radius;
  }
  return { x, y };
}

/** Turned about the centre so that the points spread most along x. */
function turned(points: readonly Point[]): Point[] {
  const centre = centreOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const { cos, sin } = mainDirection(xx, xy, yy);
  return points.map((point) => {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    return { x: x * cos + y * sin, y: y * cos - x * sin };
  });
}

/** Along which points of these moments spread most: by roots alone, whose last digit is the same on any machine. */
function mainDirection(xx: number, xy: number, yy: number): { cos: number; sin: number } {
  const length = Math.sqrt((xx - yy) ** 2 + 4 * xy * xy);
  if (length === 0) return { cos: 1, sin: 0 };
  const double = (xx - yy) / length;
  return { cos: Math.sqrt((1 + double) / 2), sin: Math.sign(xy) * Math.sqrt(Math.max(0, (1 - double) / 2)) };
}

/** Stretched so that the bounding box has the given area, and is at most twice as wide as tall. */
function scaled(points: readonly Point[], area: number): Point[] {
  const { width, height } = extentOf(points);
  const ratio = Math.min(2, Math.max(1.2, width / Math.max(height, 1e-9)));
  const [targetWidth, targetHeight] = [Math.sqrt(area * ratio), Math.sqrt(area / ratio)];
  const [scaleX, scaleY] = [targetWidth / Math.max(width, 1e-9), targetHeight / Math.max(height, 1e-9)];
  if (points.length < 3) return points.map(({ x }, i) => ({ x: width > 0 ? x * scaleX : i, y: 0 }));
  return points.map(({ x, y }) => ({ x: x * scaleX, y: y * scaleY }));
}

export function centreOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / Math.max(1, points.length), y: y / Math.max(1, points.length) };
}

function extentOf(points: readonly Point[]): { width: number; height: number } {
  const { left, right, top, bottom } = boundsOf(points);
  return { width: right - left, height: bottom - top };
}
