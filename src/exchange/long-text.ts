/**
 * A text of many megabytes in UTF-8, put together from small pieces. Neither a list of a million lines is kept, nor the
 * tree that the engine makes of texts that are added to one another, nor a text that the collector of garbage carries
 * along: all of them cost more than the writing.
 */
export class LongText {
  readonly #parts: Uint8Array[] = [];
  #part = "";

  /** A piece does not end within a character. */
  add(piece: string): void {
    this.#part += piece;
    if (this.#part.length >= PART) this.#close();
  }

  /** All of it. */
  get bytes(): Buffer {
    this.#close();
    return Buffer.concat(this.#parts);
  }

  #close(): void {
    this.#parts.push(Buffer.from(this.#part));
    this.#part = "";
  }
}

/** In characters. */
const PART = 65_536;
