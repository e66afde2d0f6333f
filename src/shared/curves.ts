/** How lines are drawn, the same in the build’s drawings and on the canvas. */
import type { QuadClass } from "./records.ts";

/** The bend of the first line beside a straight one, as a share of the distance between the two ends. */
export const SPREAD = 0.16;

/**
 * The bend of line `index` of `count` between one pair: 0 is straight, positive bends to the left of the way from the
 * first end to the second. An odd number has one straight line in the middle.
 */
export function bendOf(index: number, count: number): number {
  return (index - (count - 1) / 2) * SPREAD;
}

/** How thick a line is, in pixels of the map at its natural size: acts stand out from lasting relations. */
export function lineThickness(quad: QuadClass): number {
  return quad === "relation" ? 1.4 : 2.2;
}
