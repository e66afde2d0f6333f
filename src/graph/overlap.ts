/**
 * Pushes nodes apart until none covers another. Each node is a box: its disc, and its label where labels are to be
 * kept apart too. Pairs of boxes that overlap move apart along the axis that takes the shorter way, again and again,
 * until nothing overlaps or `ROUNDS` are over (the scheme of Misue, Eades, Lai and Sugiyama, “Layout Adjustment and
 * the Mental Map”, Journal of Visual Languages and Computing 6 (1995), applied a pair at a time).
 */

import type { Box } from "./box.ts";
import { Grid } from "./grid.ts";

const ROUNDS = 400;

/** Moves the boxes in place; y grows downward. Returns how many pairs still overlap, 0 when all is well. */
export function removeOverlaps(boxes: readonly Box[], rounds = ROUNDS): number {
  if (boxes.length === 0) return 0;
  let left = 0;
  for (let round = 0; round < rounds; round++) {
    left = pushApart(boxes);
    if (left === 0) return 0;
  }
  return left;
}

function pushApart(boxes: readonly Box[]): number {
  const grid = new Grid(boxes);
  let overlaps = 0;
  for (const [i, box] of boxes.entries()) {
    grid.someNear(box, (j) => {
      const other = boxes[j];
      if (other !== undefined && separate(other, box)) overlaps++;
      return false;
    });
    grid.add(i, box);
  }
  return overlaps;
}

const HAIR = 0.01;

function separate(a: Box, b: Box): boolean {
  const acrossX = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
  if (acrossX <= 0) return false;
  const bIsBelow = b.y + b.bottom - b.top >= a.y + a.bottom - a.top;
  const [upper, lower] = bIsBelow ? [a, b] : [b, a];
  const acrossY = upper.y + upper.bottom - (lower.y - lower.top);
  if (acrossY <= 0) return false;
  if (acrossX < acrossY) {
    const step = acrossX / 2 + HAIR;
    const direction = a.x <= b.x ? 1 : -1;
    a.x -= direction * step;
    b.x += direction * step;
  } else {
    const step = acrossY / 2 + HAIR;
    upper.y -= step;
    lower.y += step;
  }
  return true;
}
