/** How far a map has moved: what a reader who knows the old one has to learn anew. Pure. */

import type { Point } from "../shared/curves.ts";
import { boundsOf } from "../shared/map.ts";

/** Shares of the size of the map before, which is the diagonal of the box around all of its positions. */
export interface Drift {
  readonly mean: number;
  readonly largest: number;
  /** How many entities are on both maps; without one, nothing has moved. */
  readonly shared: number;
}

/** Compares two maps by the entities that both have; those that came or went have not moved. */
export function driftOf(before: ReadonlyMap<string, Point>, after: ReadonlyMap<string, Point>): Drift {
  const size = diagonalOf([...before.values()]);
  let [sum, largest, shared] = [0, 0, 0];
  for (const [id, old] of before) {
    const point = after.get(id);
    if (point === undefined) continue;
    const distance = Math.hypot(point.x - old.x, point.y - old.y);
    // A map of one place has no size: whoever leaves it has moved by all of it.
    const share = size > 0 ? distance / size : Math.sign(distance);
    sum += share;
    largest = Math.max(largest, share);
    shared++;
  }
  return { mean: sum / Math.max(1, shared), largest, shared };
}

function diagonalOf(points: readonly Point[]): number {
  const { left, right, top, bottom } = boundsOf(points);
  return Math.hypot(right - left, bottom - top);
}
