/** The file that `skein build --measures` names. */
import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import type { MeasureProblem } from "../exchange/measures/columns.ts";
import { PROBLEM_LIMIT, readMeasures } from "../exchange/measures/read.ts";
import type { GivenMeasures } from "../shared/given.ts";
import type { Content } from "../shared/records.ts";
import type { PositionOptions } from "./positions.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { UsageError } from "./terminal.ts";

export interface MeasureOptions extends PositionOptions {
  /** A CSV file. */
  readonly measures?: string;
}

/** Nothing where no file is named. What is wrong with the file comes back in lines; throws `UsageError` where there is none. */
export function givenMeasures(
  { measures, layoutFrom, relayout }: MeasureOptions,
  content: Content,
): { readonly given: GivenMeasures } | { readonly report: string } {
  if (measures === undefined) return { given: {} };
  const bytes = bytesOf(measures);
  const found = isUtf8(bytes)
    ? readMeasures(bytes.toString("utf8"), content)
    : { problems: [{ line: 1, column: 1, message: "this is no text in UTF-8; write it in that encoding" }] };
  if ("problems" in found) return { report: reportOf(measures, found.problems) };
  if (found.given.positions !== undefined && (layoutFrom !== undefined || relayout)) {
    const flag = relayout ? "--relayout" : "--layout-from";
    throw new UsageError(
      `${printable(measures)} says where everybody stands, and so does ${flag}; leave it out, or the columns x and y`,
    );
  }
  return found;
}

/** As for positions. */
const SIZE_LIMIT = 256 * 1024 * 1024;

function bytesOf(path: string): Buffer {
  const named = printable(path);
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new UsageError(`${named} is no file; name one with --measures`);
    if (stats.size > SIZE_LIMIT) throw new UsageError(`${named} is larger than 256 MiB`);
    return readFileSync(path);
  } catch (error) {
    const reason = reasonOf(error, "there is no such file");
    if (reason === undefined) throw error;
    throw new UsageError(`cannot read ${named}: ${reason}`);
  }
}

function reportOf(path: string, problems: readonly MeasureProblem[]): string {
  const lines = problems.map(
    ({ line, column, message }) => `${printable(path)}:${line}:${column} error: ${printable(message)}\n`,
  );
  const more = problems.length < PROBLEM_LIMIT ? "" : `More than ${PROBLEM_LIMIT} are not looked for.\n`;
  return `${lines.join("")}${more}Nothing was published: the measures have errors.\n`;
}
