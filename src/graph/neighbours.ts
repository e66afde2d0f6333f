/** Who is tied to whom, by id, over the plain arrays that a thread takes. */
import type { CompactTies } from "./forces.ts";

export class Neighbours {
  readonly #ids: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** The ties of a node are from its start to before that of the next. */
  readonly #starts: Int32Array;
  readonly #others: Int32Array;
  readonly #weights: Float64Array;

  /** `ids` are those of the nodes, in the order of their numbers. */
  constructor(ids: readonly string[], { order, ends, weights }: CompactTies) {
    this.#ids = ids;
    this.#numbers = new Map(ids.map((id, i) => [id, i]));
    this.#starts = new Int32Array(order + 1);
    for (const end of ends) (this.#starts[end + 1] as number)++;
    for (let i = 0; i < order; i++) (this.#starts[i + 1] as number) += this.#starts[i] as number;
    this.#others = new Int32Array(ends.length);
    this.#weights = new Float64Array(ends.length);
    const free = this.#starts.slice();
    for (let i = 0; i < ends.length; i++) {
      const at = (free[ends[i] as number] as number)++;
      this.#others[at] = ends[i ^ 1] as number;
      this.#weights[at] = weights[i >> 1] as number;
    }
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  degree(id: string): number {
    const [start, end] = this.#rangeOf(id);
    return end - start;
  }

  /** The neighbours of an entity and how many claims tie it to each. */
  of(id: string): { readonly id: string; readonly weight: number }[] {
    const [start, end] = this.#rangeOf(id);
    return Array.from(this.#others.subarray(start, end), (other, i) => ({
      id: this.#ids[other] as string,
      weight: this.#weights[start + i] as number,
    }));
  }

  #rangeOf(id: string): [start: number, end: number] {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`“${id}” has a place and no node`);
    return [this.#starts[number] as number, this.#starts[number + 1] as number];
  }
}
