/** Of all documents, those that have all words of a question, and how well they answer it. */
import { eachRun, type Levels } from "../../shared/search-index.ts";

/** From a document to before another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Scores are compared to the thousandth. */
const EXACTNESS = 1000;

/** The documents of a range that have all words of some lists, and what they score. */
export class Found {
  readonly #range: Range;
  readonly #hits: Uint16Array;
  readonly #scores: Uint32Array;
  #lists = 0;

  constructor(documents: number, range: Range) {
    this.#range = range;
    this.#hits = new Uint16Array(documents);
    this.#scores = new Uint32Array(documents);
  }

  /** Leaves only those that are in this list too; each scores as much more as the word weighs in it, times the factor. */
  keep(list: Levels, factor: number): void {
    const hits = this.#hits;
    const scores = this.#scores;
    const lists = this.#lists++;
    eachRun(list, (from, to, weight) => {
      const points = Math.round(EXACTNESS * factor * weight);
      for (let document = from; document < to; document++) {
        if (hits[document] !== lists) continue;
        hits[document] = lists + 1;
        scores[document] = (scores[document] ?? 0) + points;
      }
    });
  }

  count(): number {
    let count = 0;
    const hits = this.#hits;
    for (let document = this.#range.from; document < this.#range.to; document++)
      if (hits[document] === this.#lists) count++;
    return count;
  }

  /**
   * The first by falling score, then by number. Readers ask for ten of a hundred thousand: putting all in order takes
   * longer than finding them.
   */
  best(count: number): number[] {
    const hits = this.#hits;
    const scores = this.#scores;
    const best: number[] = [];
    let least = -1;
    for (let document = this.#range.from; document < this.#range.to; document++) {
      if (hits[document] !== this.#lists) continue;
      const score = scores[document] ?? 0;
      if (best.length === count && score <= least) continue;
      let place = best.length;
      while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--;
      best.splice(place, 0, document);
      if (best.length > count) best.pop();
      if (best.length === count) least = scores[best[count - 1] ?? 0] ?? 0;
    }
    return best;
  }
}
