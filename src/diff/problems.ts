/** Which problems a change makes, and which it mends: the same complaint in another line is the same. */
import type { Diagnostic } from "../shared/diagnostic.ts";
import type { Difference } from "./difference.ts";

/** `fileInHead` gives what a file of the base is called in the head. */
export function problemChanges(
  base: readonly Diagnostic[],
  head: readonly Diagnostic[],
  fileInHead: (file: string) => string,
): Difference["problems"] {
  const keyOf = ({ file, severity, code, message }: Diagnostic): string =>
    JSON.stringify([file, severity, code, message]);
  const moved = base.map((problem) => keyOf({ ...problem, file: fileInHead(problem.file) }));
  const appeared = without(head, head.map(keyOf), moved);
  const gone = without(base, moved, head.map(keyOf));
  // While there are errors, some warnings are not looked for.
  const isWhole = head.every(({ severity }) => severity === "warning");
  return { appeared, mended: gone.filter(({ severity }) => isWhole || severity === "error") };
}

/** The problems whose keys are not among the others, each as often as it is there; errors first. */
function without(
  problems: readonly Diagnostic[],
  keys: readonly string[],
  others: readonly string[],
): Diagnostic[] {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  const rest = problems.filter((_, i) => {
    const key = keys[i] ?? "";
    const n = left.get(key) ?? 0;
    left.set(key, n - 1);
    return n <= 0;
  });
  return [
    ...rest.filter(({ severity }) => severity === "error"),
    ...rest.filter(({ severity }) => severity === "warning"),
  ];
}
