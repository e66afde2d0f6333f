/** A list by time: which year and month a claim belongs to, as far as its date says. */
import { compareText } from "./text.ts";
import { dayNumber } from "./viewpoint.ts";

/** Something that may have a date: its first and last day, counted from 1970, infinite where it is open. */
export interface Dated {
  readonly id: string;
  readonly date?: { readonly first: number; readonly last: number };
}

/**
 * A part of the list. A month holds what falls into it; a year what falls into it, but not into one of its months;
 * `years` what covers more than a year.
 */
export interface Period {
  /** `2023-06`, `2023`, `years`, `undated`. */
  readonly id: string;
  readonly kind: "month" | "year" | "years" | "undated";
  /** The days that it covers, where it is a month or a year. */
  readonly first: number;
  readonly last: number;
  /** The id of the year that it is in, its own where it is one. */
  readonly year?: string;
}

export interface Group<T> {
  readonly period: Period;
  readonly items: readonly T[];
}

const DAY = 86_400_000;
const YEARS: Period = { id: "years", kind: "years", first: Number.NaN, last: Number.NaN };
const UNDATED: Period = { id: "undated", kind: "undated", first: Number.NaN, last: Number.NaN };

/** The period that a claim is listed under. */
export function periodOf({ date }: Dated): Period {
  if (date === undefined) return UNDATED;
  if (!Number.isFinite(date.first) || !Number.isFinite(date.last)) return YEARS;
  const [from, to] = [new Date(date.first * DAY), new Date(date.last * DAY)];
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + 1];
  if (year !== to.getUTCFullYear()) return YEARS;
  const id = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
  if (month !== to.getUTCMonth() + 1)
    return { id, kind: "year", first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 1, 1) - 1, year: id };
  return {
    id: `${id}-${String(month).padStart(2, "0")}`,
    kind: "month",
    first: dayNumber(year, month, 1),
    last: dayNumber(year, month + 1, 1) - 1,
    year: id,
  };
}

/**
 * By period, oldest first: in a year first what is in none of its months; at the end what covers more than a year, and
 * then the undated. Within a period by the first day, then the last, ties by id.
 */
export function inOrderOfTime<T extends Dated>(items: readonly T[]): Group<T>[] {
  const groups = new Map<string, { period: Period; items: T[] }>();
  for (const item of items) {
    const period = periodOf(item);
    const group = groups.get(period.id);
    if (group === undefined) groups.set(period.id, { period, items: [item] });
    else group.items.push(item);
  }
  const found = [...groups.values()].sort((a, b) => comparePeriods(a.period, b.period));
  for (const group of found) group.items.sort(compareItems);
  return found;
}

const KINDS = ["year", "month", "years", "undated"];

function comparePeriods(a: Period, b: Period): number {
  const [first, second] = [a, b].map(({ kind }) => KINDS.indexOf(kind));
  if (a.year === undefined || b.year === undefined) return (first ?? 0) - (second ?? 0);
  return a.first - b.first || (first ?? 0) - (second ?? 0);
}

function compareItems(a: Dated, b: Dated): number {
  if (a.date !== undefined && b.date !== undefined) {
    const [x, y] = [a.date, b.date];
    if (x.first !== y.first) return x.first < y.first ? -1 : 1;
    if (x.last !== y.last) return x.last < y.last ? -1 : 1;
  }
  return compareText(a.id, b.id);
}
