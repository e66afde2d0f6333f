/** Time cut into equal parts of the calendar, and how many claims fall into each. Days are counted from 1970. */
import type { NetworkClaim } from "./network.ts";
import { dayNumber, dayText } from "./viewpoint.ts";

export type Unit = "day" | "week" | "month" | "year" | "decade" | "century" | "millennium";

export interface Bin {
  readonly first: number;
  readonly last: number;
  /** Claims that fall into this part and no other. */
  readonly sure: number;
  /** Claims that may, because their date covers more. */
  readonly possible: number;
}

export interface Histogram {
  readonly unit: Unit;
  readonly bins: readonly Bin[];
  readonly undated: number;
}

const MOST = 120;
const UNITS: readonly Unit[] = ["day", "week", "month", "year", "decade", "century", "millennium"];
/** The most days that each can have. */
const LONGEST: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 31,
  year: 366,
  decade: 3_653,
  century: 36_525,
  millennium: Number.POSITIVE_INFINITY,
};
const DAY = 86_400_000;

/** The first day of the part that a day is in. */
function startOf(day: number, unit: Unit): number {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  switch (unit) {
    case "day":
      return day;
    case "week":
      // Day 4 of 1970 was a Monday.
      return day - ((((day - 4) % 7) + 7) % 7);
    case "month":
      return dayNumber(year, date.getUTCMonth() + 1, 1);
    default:
      return dayNumber(Math.floor(year / YEARS[unit]) * YEARS[unit], 1, 1);
  }
}

const YEARS = { year: 1, decade: 10, century: 100, millennium: 1000 } as const;

function nextStart(start: number, unit: Unit): number {
  const date = new Date(start * DAY);
  switch (unit) {
    case "day":
      return start + 1;
    case "week":
      return start + 7;
    case "month":
      return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 2, 1);
    default:
      return dayNumber(date.getUTCFullYear() + YEARS[unit], 1, 1);
  }
}

/** Parts of time: the first day of each, and the day after the last. */
export interface Parts {
  readonly unit: Unit;
  readonly edges: readonly number[];
}

/** The parts from the first to the last day that any claim names: as fine as a hundred or so parts allow. */
export function emptyBins(claims: readonly NetworkClaim[]): Parts | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { date } of claims) {
    for (const day of [date?.first, date?.last]) {
      if (day === undefined || !Number.isFinite(day)) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return first > last ? undefined : partsBetween(first, last);
}

/** The parts that hold these days and all between them. */
export function partsBetween(first: number, last: number): Parts {
  for (const unit of UNITS) {
    // Too fine whatever day it begins on.
    if ((last - first + 1) / LONGEST[unit] > MOST) continue;
    const edges = [startOf(first, unit)];
    const isCoarsest = unit === "millennium";
    for (let edge = edges[0] ?? 0; edge <= last && (isCoarsest || edges.length <= MOST + 1); ) {
      edge = nextStart(edge, unit);
      edges.push(edge);
    }
    if (isCoarsest || edges.length <= MOST + 1) return { unit, edges };
  }
  throw new Error("the coarsest unit holds any time");
}

/** Counts claims over the parts between these edges; an imprecise date counts in every part that it touches. */
export function histogramOf(claims: Iterable<NetworkClaim>, { unit, edges }: Parts): Histogram {
  const count = edges.length - 1;
  const sure = new Array<number>(count).fill(0);
  const possible = new Array<number>(count).fill(0);
  let undated = 0;
  for (const { date } of claims) {
    if (date === undefined) {
      undated++;
      continue;
    }
    const from = Math.max(0, partOf(edges, date.first));
    const to = Math.min(count - 1, partOf(edges, date.last));
    if (from === to) sure[from] = (sure[from] ?? 0) + 1;
    else for (let i = from; i <= to; i++) possible[i] = (possible[i] ?? 0) + 1;
  }
  const bins = sure.map((number, i) => ({
    first: edges[i] ?? 0,
    last: (edges[i + 1] ?? 0) - 1,
    sure: number,
    possible: possible[i] ?? 0,
  }));
  return { unit, bins, undated };
}

/** Which part a day is in: -1 before the first, their number after the last. */
export function partOf(edges: readonly number[], day: number): number {
  if (day < (edges[0] ?? 0)) return -1;
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A part’s first or last day as the address has it: no finer than the part. */
export function edgeText(day: number, unit: Unit): string {
  const text = dayText(day);
  if (unit === "day" || unit === "week") return text;
  return unit === "month" ? text.slice(0, -3) : text.slice(0, -6);
}
