/**
 * Mends what has one right answer and nothing else; what is around it stays byte for byte. A file whose YAML still
 * cannot be read afterwards is left as it was, and so is every single thing that would make something else wrong.
 */
import type { FileKind } from "../../shared/schema.ts";
import { orderKeys } from "./key-order.ts";
import { quoteTexts } from "./quotes.ts";
import { mendDates, mendKeys } from "./values.ts";
import { endLastLine, trimLines } from "./white-space.ts";

const STEPS: readonly ((kind: FileKind, text: string) => string)[] = [
  mendKeys,
  mendDates,
  endLastLine,
  orderKeys,
  trimLines,
];

/** Mends a file as far as it can be told without the others. The text has no byte order mark. */
export function mendText(kind: FileKind, text: string): string {
  const readable = quoteTexts(kind, text);
  if (readable === undefined) return text;
  return STEPS.reduce((mended, step) => step(kind, mended), readable);
}
