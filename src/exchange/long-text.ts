/**
 * A text of many megabytes, put together from small pieces. Neither a list of a million lines is kept, nor the tree that
 * the engine makes of texts that are added to one another: both cost more than the writing.
 */
export class LongText {
  readonly #parts: string[] = [];
  #part = "";

  add(piece: string): void {
    this.#part += piece;
    if (this.#part.length < PART) return;
    // To look into it makes one text of its tree.
    this.#part.charCodeAt(0);
    this.#parts.push(this.#part);
    this.#part = "";
  }

  toString(): string {
    return this.#parts.join("") + this.#part;
  }
}

/** In characters. */
const PART = 32_768;
