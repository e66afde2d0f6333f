/**
 * Pushes nodes apart until none covers another. Each node is a box: its disc, and its label where labels are to be
 * kept apart too. Pairs of boxes that overlap move apart along the axis that takes the shorter way, again and again,
 * until nothing overlaps or `ROUNDS` are over (the scheme of Misue, Eades, Lai and Sugiyama, “Layout Adjustment and
 * the Mental Map”, Journal of Visual Languages and Computing 6 (1995), applied a pair at a time).
 */

/** A box around a position: how far it reaches to each side. `top` and `bottom` differ where a label hangs below. */
export interface Box {
  x: number;
  y: number;
  readonly halfWidth: number;
  readonly top: number;
  readonly bottom: number;
}

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
    grid.forEachNear(box, (j) => {
      const other = boxes[j];
      if (other !== undefined && separate(other, box)) overlaps++;
    });
    grid.add(i, box);
  }
  return overlaps;
}

/** Square cells over the plane, each as large as the largest box, so that overlapping boxes are in neighbouring ones. */
class Grid {
  readonly #cell: number;
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  /** The last box added to each cell, and for each box the one added before it; -1 where there is none. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;

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

  forEachNear(box: Box, visit: (index: number) => void): void {
    const [column, row] = [this.#column(box), this.#row(box)];
    for (let y = Math.max(0, row - 1); y <= Math.min(this.#rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(this.#columns - 1, column + 1); x++) {
        let index = this.#last[y * this.#columns + x] as number;
        for (; index >= 0; index = this.#before[index] as number) visit(index);
      }
    }
  }
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
