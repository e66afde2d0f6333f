/** “Did you mean”, for as many mistakes as a person would read: to compare each with every record is slow. */
import { nearest } from "../shared/text.ts";

const MISTAKES = 1000;

export class Suggestions {
  #left = MISTAKES;

  /** The candidate most like the text; undefined where none is, and after the first thousand mistakes. */
  for(text: string, candidates: () => Iterable<string>): string | undefined {
    if (this.#left === 0) return undefined;
    this.#left--;
    return nearest(text, candidates());
  }
}
