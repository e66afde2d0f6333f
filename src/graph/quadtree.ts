/**
 * Repulsion between all points in n·log n steps: what is far off counts as one point in its middle.
 *
 * Barnes and Hut, “A hierarchical O(N log N) force-calculation algorithm”, Nature 324 (1986). The tree is built on the
 * points in the order of their Morton codes, and walked once for all points of a leaf (Barnes, “A modified tree code”,
 * Journal of Computational Physics 87 (1990)). Only sums, products, quotients and roots: the same bits on any machine.
 */

/** A square counts as one point where its side is less than so much of its distance. */
const THETA = 1;
/** So many points make a leaf. */
const LEAF = 8;
/** Bits of a Morton code for each axis. */
const DEPTH = 15;
/** Keeps two points in one place from throwing each other out of the plane. */
const SOFT = 1e-6;

/** The forces on each point, which are added to, and how stiff they are. */
export interface Forces {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly stiffness: Float64Array;
}

/** One tree after another over the same arrays, for so many points. */
export class Quadtree {
  readonly #keys: Uint32Array;
  #order: Int32Array;
  #spare: Int32Array;
  readonly #counts = new Int32Array(1 << DEPTH);
  /** Points in the order of the tree. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #mass: Float64Array;
  /** Cells, each before its parts: the next that is no part of it, the points it holds, and whether it has no parts. */
  readonly #next: Int32Array;
  readonly #first: Int32Array;
  readonly #end: Int32Array;
  readonly #isLeaf: Uint8Array;
  readonly #side: Float64Array;
  readonly #middleX: Float64Array;
  readonly #middleY: Float64Array;
  readonly #weight: Float64Array;
  #cells = 0;
  /** What acts on the leaf at hand: x, y and mass in turns. */
  #actors = new Float64Array(3 * 1024);

  constructor(size: number) {
    this.#keys = new Uint32Array(size);
    this.#order = new Int32Array(size);
    this.#spare = new Int32Array(size);
    [this.#x, this.#y, this.#mass] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    // A cell that has parts holds more points than a leaf, and at most `DEPTH` cells in a row have a single part.
    const cells = 2 * size + 4 * DEPTH + DEPTH * Math.ceil(size / LEAF);
    this.#next = new Int32Array(cells);
    this.#first = new Int32Array(cells);
    this.#end = new Int32Array(cells);
    this.#isLeaf = new Uint8Array(cells);
    this.#side = new Float64Array(cells);
    this.#middleX = new Float64Array(cells);
    this.#middleY = new Float64Array(cells);
    this.#weight = new Float64Array(cells);
  }

  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    const side = this.#code(x, y);
    this.#sort();
    const order = this.#order;
    for (let i = 0; i < order.length; i++) {
      const node = order[i] as number;
      this.#x[i] = x[node] as number;
      this.#y[i] = y[node] as number;
      this.#mass[i] = mass[node] as number;
    }
    this.#cells = 0;
    this.#addCell(0, order.length, 2 * (DEPTH - 1), side);
  }

  /** Morton codes of all points. Returns the side of the square around them. */
  #code(x: Float64Array, y: Float64Array): number {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      const [px, py] = [x[i] as number, y[i] as number];
      if (px < left) left = px;
      if (px > right) right = px;
      if (py < top) top = py;
      if (py > bottom) bottom = py;
    }
    const side = Math.max(right - left, bottom - top) * 1.0001 + 1e-9;
    const scale = (1 << DEPTH) / side;
    for (let i = 0; i < x.length; i++)
      this.#keys[i] =
        spreadBits(((x[i] as number) - left) * scale) | (spreadBits(((y[i] as number) - top) * scale) << 1);
    return side;
  }

  /** By code, then by number: a radix sort of two passes. */
  #sort(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    const mask = (1 << DEPTH) - 1;
    for (let i = 0; i < keys.length; i++) this.#order[i] = i;
    for (const shift of [0, DEPTH]) {
      counts.fill(0);
      for (let i = 0; i < keys.length; i++) (counts[((keys[i] as number) >>> shift) & mask] as number)++;
      let sum = 0;
      for (let i = 0; i < counts.length; i++) {
        const count = counts[i] as number;
        counts[i] = sum;
        sum += count;
      }
      for (let i = 0; i < keys.length; i++) {
        const node = this.#order[i] as number;
        const digit = ((keys[node] as number) >>> shift) & mask;
        this.#spare[counts[digit] as number] = node;
        (counts[digit] as number)++;
      }
      [this.#order, this.#spare] = [this.#spare, this.#order];
    }
  }

  /** The cell of the points from `first` to before `end`, with all its parts. Returns its number. */
  #addCell(first: number, end: number, shift: number, side: number): number {
    const cell = this.#cells++;
    this.#first[cell] = first;
    this.#end[cell] = end;
    this.#side[cell] = side;
    const isLeaf = end - first <= LEAF || shift < 0;
    this.#isLeaf[cell] = isLeaf ? 1 : 0;
    let [weight, x, y] = [0, 0, 0];
    if (isLeaf) {
      for (let i = first; i < end; i++) {
        const mass = this.#mass[i] as number;
        weight += mass;
        x += mass * (this.#x[i] as number);
        y += mass * (this.#y[i] as number);
      }
    } else {
      let from = first;
      for (let quarter = 0; quarter < 4 && from < end; quarter++) {
        const to = this.#endOfQuarter(from, end, shift, quarter);
        if (to === from) continue;
        const part = this.#addCell(from, to, shift - 2, side / 2);
        const mass = this.#weight[part] as number;
        weight += mass;
        x += mass * (this.#middleX[part] as number);
        y += mass * (this.#middleY[part] as number);
        from = to;
      }
    }
    this.#weight[cell] = weight;
    this.#middleX[cell] = x / weight;
    this.#middleY[cell] = y / weight;
    this.#next[cell] = this.#cells;
    return cell;
  }

  #endOfQuarter(from: number, end: number, shift: number, quarter: number): number {
    let [low, high] = [from, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      const key = this.#keys[this.#order[middle] as number] as number;
      if (((key >>> shift) & 3) <= quarter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds what pushes each point from all others: the product of their masses by `strength`, over the distance. */
  repel(strength: number, forces: Forces): void {
    for (let leaf = 0; leaf < this.#cells; leaf++) {
      if (this.#isLeaf[leaf] === 1) this.#pushLeaf(leaf, this.#gatherActors(leaf), strength, forces);
    }
  }

  /** Fills `#actors` with what is far as one point and what is near point by point. Returns how many they are. */
  #gatherActors(leaf: number): number {
    const { x, y, halfWidth, halfHeight } = this.#frameOf(leaf);
    let count = 0;
    for (let cell = 0; cell < this.#cells; ) {
      const dx = Math.max(0, Math.abs((this.#middleX[cell] as number) - x) - halfWidth);
      const dy = Math.max(0, Math.abs((this.#middleY[cell] as number) - y) - halfHeight);
      const reach = (this.#side[cell] as number) / THETA;
      const isFar = cell !== leaf && dx * dx + dy * dy > reach * reach;
      if (!isFar && this.#isLeaf[cell] === 0) {
        cell++;
        continue;
      }
      if (isFar)
        count = this.#addActor(
          count,
          this.#middleX[cell] as number,
          this.#middleY[cell] as number,
          this.#weight[cell] as number,
        );
      else
        for (let i = this.#first[cell] as number; i < (this.#end[cell] as number); i++)
          count = this.#addActor(count, this.#x[i] as number, this.#y[i] as number, this.#mass[i] as number);
      cell = this.#next[cell] as number;
    }
    return count;
  }

  #addActor(count: number, x: number, y: number, mass: number): number {
    if (3 * count + 3 > this.#actors.length) {
      const more = new Float64Array(2 * this.#actors.length);
      more.set(this.#actors);
      this.#actors = more;
    }
    this.#actors[3 * count] = x;
    this.#actors[3 * count + 1] = y;
    this.#actors[3 * count + 2] = mass;
    return count + 1;
  }

  #frameOf(leaf: number) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = this.#first[leaf] as number; i < (this.#end[leaf] as number); i++) {
      left = Math.min(left, this.#x[i] as number);
      right = Math.max(right, this.#x[i] as number);
      top = Math.min(top, this.#y[i] as number);
      bottom = Math.max(bottom, this.#y[i] as number);
    }
    return {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      halfWidth: (right - left) / 2,
      halfHeight: (bottom - top) / 2,
    };
  }

  #pushLeaf(leaf: number, count: number, strength: number, forces: Forces): void {
    const actors = this.#actors;
    for (let i = this.#first[leaf] as number; i < (this.#end[leaf] as number); i++) {
      const [x, y] = [this.#x[i] as number, this.#y[i] as number];
      let [pushX, pushY, stiffness] = [0, 0, 0];
      for (let j = 0; j < 3 * count; j += 3) {
        const dx = x - (actors[j] as number);
        const dy = y - (actors[j + 1] as number);
        // Points in one place, and the point itself, push nowhere.
        const square = dx * dx + dy * dy;
        if (square === 0) continue;
        const push = (actors[j + 2] as number) / (square + SOFT);
        pushX += dx * push;
        pushY += dy * push;
        stiffness += push;
      }
      const node = this.#order[i] as number;
      const mass = strength * (this.#mass[i] as number);
      (forces.x[node] as number) += mass * pushX;
      (forces.y[node] as number) += mass * pushY;
      (forces.stiffness[node] as number) += mass * stiffness;
    }
  }
}

/** The lowest 15 bits of the whole part, each followed by a zero. */
function spreadBits(value: number): number {
  let bits = value & 0x7fff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
