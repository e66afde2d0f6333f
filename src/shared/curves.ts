/** How the lines between two entities fan out, the same in the build’s drawings and on the canvas. */

/** The bend of the first line beside a straight one, as a share of the distance between the two ends. */
export const SPREAD = 0.16;

/**
 * The bend of line `index` of `count` between one pair: 0 is straight, positive bends to the left of the way from the
 * first end to the second. An odd number has one straight line in the middle.
 */
export function bendOf(index: number, count: number): number {
  return (index - (count - 1) / 2) * SPREAD;
}
