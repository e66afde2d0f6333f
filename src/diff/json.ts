/** A difference as JSON, for programs: the value itself, with a version and its summary. Its shape is in `docs/diff.md`. */
import { type Difference, isSame } from "./difference.ts";
import { summaryOf } from "./summary.ts";

/** A key that goes or means something else is another version; one that is added is not. */
export const VERSION = 1;

export function jsonOf(difference: Difference): string {
  const value = {
    version: VERSION,
    isSame: isSame(difference),
    summary: summaryOf(difference),
    ...difference,
  };
  // Valid in JSON, and no character of it acts on a terminal.
  const text = JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u2028\u2029]|\p{Bidi_C}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n`;
}
