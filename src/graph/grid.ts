/** Which boxes are near: square cells over the plane, each as large as the largest box. */
import type { Box } from "./box.ts";

/** Boxes that overlap are in the same cell or in neighbouring ones. */
export class Grid {
  readonly #cell: number;
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  /** The last box added to each cell, and for each box the one added before it; -1 where there is none. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;

  /** For all boxes that are to be added. Those that leave the rectangle they are in now are kept at its rim. */
  constructor(boxes: readonly Box[]) {
    let [reach, left, right, top, bottom] = [1, Infinity, -Infinity, Infinity, -Infinity];
    for (const box of boxes) {
      reach = Math.max(reach, box.halfWidth, (box.top + box.bottom) / 2);
      left = Math.min(left, box.x);
      right = Math.max(right, box.x);
      top = Math.min(top, box.y);
      bottom = Math.max(bottom, box.y);
    }
    this.#cell = 2 * reach;
    this.#left = left;
    this.#top = top;
    this.#columns = Math.floor((right - left) / this.#cell) + 1;
    this.#rows = Math.floor((bottom - top) / this.#cell) + 1;
    this.#last = new Int32Array(this.#columns * this.#rows).fill(-1);
    this.#before = new Int32Array(boxes.length).fill(-1);
  }

  #column(box: Box): number {
    return Math.min(this.#columns - 1, Math.max(0, Math.floor((box.x - this.#left) / this.#cell)));
  }

  #row(box: Box): number {
    return Math.min(this.#rows - 1, Math.max(0, Math.floor((box.y - this.#top) / this.#cell)));
  }

  add(index: number, box: Box): void {
    const cell = this.#row(box) * this.#columns + this.#column(box);
    this.#before[index] = this.#last[cell] as number;
    this.#last[cell] = index;
  }

  /** Whether the test holds for one of those that are near; it is asked until it does. */
  someNear(box: Box, test: (index: number) => boolean): boolean {
    const [column, row] = [this.#column(box), this.#row(box)];
    for (let y = Math.max(0, row - 1); y <= Math.min(this.#rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(this.#columns - 1, column + 1); x++) {
        let index = this.#last[y * this.#columns + x] as number;
        for (; index >= 0; index = this.#before[index] as number) if (test(index)) return true;
      }
    }
    return false;
  }
}
