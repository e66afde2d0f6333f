/**
 * What a benchmark finds: rows of one shape, so that `npm run bench` makes one table of what its parts measured.
 *
 * A part is a program of its own. With `--json` it prints an array of rows on standard output, and nothing else there.
 */

/** Sizes of content that the bounds are about: 1,000 / 7,128 / 7,128 entities, 3,000 / 20,000 / 90,730 claims. */
export type Size = "S" | "M" | "L";

/** What must hold of the ratio; where there is nothing to compare with, of our own figure. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };

export interface Row {
  /** What is asked for, and in which part of the table it comes: `4 layout`. */
  readonly item: string;
  /** A `Size`, or the name of another content. */
  readonly size: string;
  /** What was measured, in words for a reader: “stress of the map, beside ForceAtlas2 to convergence”. */
  readonly what: string;
  /** Null where it could not be measured: `note` says why. */
  readonly ours: number | null;
  /** Null where there is nothing to compare with. */
  readonly anchor: number | null;
  /** Of both: `s`, `ms`, `MiB`, `kB`; empty for a bare number. */
  readonly unit: string;
  /** Ours divided by the anchor’s. */
  readonly ratio: number | null;
  /** Null for a row that is there to be known. */
  readonly bound: Bound | null;
  readonly holds: boolean | null;
  /** Why something is missing, or what a reader has to know. */
  readonly note?: string;
}

/** A row, with the ratio of its figures and whether its bound holds. */
export function rowOf(
  figures: Pick<Row, "item" | "size" | "what" | "ours" | "unit"> &
    Partial<Pick<Row, "anchor" | "bound" | "note">>,
): Row {
  const { item, size, what, ours, unit, anchor = null, bound = null, note } = figures;
  const ratio = ours === null || anchor === null ? null : ours / anchor;
  const judged = anchor === null ? ours : ratio;
  const holds = bound === null || judged === null ? null : isWithin(judged, bound);
  return { item, size, what, ours, anchor, unit, ratio, bound, holds, ...(note !== undefined && { note }) };
}

function isWithin(figure: number, bound: Bound): boolean {
  return "atMost" in bound ? figure <= bound.atMost : figure >= bound.atLeast;
}

/** The one in the middle; of an even number, the upper of the two. NaN of none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
