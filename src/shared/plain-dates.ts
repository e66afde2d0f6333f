/** Dates as ISO 8601 has them, for formats that know no doubt: what EDTF says beyond that is left unsaid. */
import type { FuzzyDate } from "./dates.ts";

const PLAIN = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

const plainText = (text: string | undefined): string | undefined =>
  text !== undefined && PLAIN.test(text) ? text : undefined;

/** A year, month or day that is certain; undefined for every other date. */
export const plainDate = (date: FuzzyDate | undefined): string | undefined => plainText(date?.edtf);

/** The ends of an interval, each where it is plain; of a single date, that date as both. */
export function plainEnds(date: FuzzyDate | undefined): { from?: string; to?: string } {
  if (date === undefined) return {};
  const [from, to = from] = date.edtf.split("/");
  return { from: plainText(from), to: plainText(to) };
}

/** A plain date, or an interval between two that may be open: `2018/..`. */
export function plainSpan(date: FuzzyDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  const ends = date.edtf.split("/");
  const isPlain = ends.length <= 2 && ends.every((end) => end === ".." || plainText(end) !== undefined);
  return isPlain && ends.some((end) => end !== "..") ? date.edtf : undefined;
}
