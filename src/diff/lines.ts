/** Two texts → the lines that came and went: Myers’ algorithm, as the library `diff` has it. */
import { diffArrays } from "diff";
import type { LineChange, TextChange } from "./difference.ts";

/** Texts that have less in common are counted, not compared: the effort grows with the square of the changes. */
const EDITS_LIMIT = 500;
/** How many lines are kept. */
export const LINES_LIMIT = 40;

/** Undefined where the texts differ in nothing, or in the line ends of Windows only. */
export function textChange(key: string, before: string, after: string): TextChange | undefined {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old.join("\n") === now.join("\n")) return undefined;
  const changes = diffArrays(old, now, { maxEditLength: EDITS_LIMIT });
  if (changes === undefined)
    return { key, added: countNew(now, old), removed: countNew(old, now), lines: [] };
  const lines = changes.flatMap(({ added, removed, value }): LineChange[] =>
    added || removed ? value.map((text) => ({ sign: added ? "+" : "−", text })) : [],
  );
  const added = lines.filter(({ sign }) => sign === "+").length;
  return { key, added, removed: lines.length - added, lines: lines.slice(0, LINES_LIMIT) };
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.split(/\r?\n/));

/** How many of the lines are not among the others, each as often as it is there. */
function countNew(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const n = left.get(line) ?? 0;
    left.set(line, n - 1);
    return n <= 0;
  }).length;
}
