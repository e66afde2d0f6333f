/** A map that was laid out elsewhere, on the scale of ours. */
import type { Point } from "../shared/curves.ts";
import { boundsOf } from "../shared/map.ts";

/** How much longer than wide a map may count as, so that points on a line have a size too. */
const THINNEST = 10;

/** The points about 0, all distances in proportion, with a bounding box of the given area. */
export function fitted(points: readonly Point[], area: number): Point[] {
  const { left, right, top, bottom } = boundsOf(points);
  const [width, height] = [right - left, bottom - top];
  const box = Math.max(width, height / THINNEST) * Math.max(height, width / THINNEST);
  const scale = box > 0 ? Math.sqrt(area / box) : 1;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return points.map((point) => ({ x: (point.x - x) * scale, y: (point.y - y) * scale }));
}
