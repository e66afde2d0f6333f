/** Days, counted from 1970, in words as a locale has them; and the marks of an axis of time. */
import { dayNumber } from "./viewpoint.ts";

const DAY = 86_400_000;

/** How fine a day is said. */
export type Precision = "day" | "dayOfYear" | "month" | "shortMonth" | "year";

const OPTIONS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  dayOfYear: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  shortMonth: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** “17 June 2023”, “June 2023”, “44 BC”; years before the year 1 with their era. */
export function dayInWords(day: number, precision: Precision, locale: string): string {
  const date = new Date(day * DAY);
  return formatOf(precision, locale, date).format(date);
}

/** “June–August 2023”. */
export function daysInWords(first: number, last: number, precision: Precision, locale: string): string {
  const [from, to] = [new Date(first * DAY), new Date(last * DAY)];
  return formatOf(precision, locale, from).formatRange(from, to);
}

function formatOf(precision: Precision, locale: string, earliest: Date): Intl.DateTimeFormat {
  const era = earliest.getUTCFullYear() < 1 ? "short" : undefined;
  const key = `${precision} ${locale} ${era}`;
  const found = formats.get(key);
  if (found !== undefined) return found;
  const options = { timeZone: "UTC", calendar: "gregory", era, ...OPTIONS[precision] } as const;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

export interface Tick {
  readonly day: number;
  readonly words: string;
}

interface Step {
  readonly unit: "day" | "month" | "year";
  readonly size: number;
  readonly precision: Precision;
  /** What fits beside one another on a phone. */
  readonly most: number;
}

const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map((size): Step => ({ unit: "day", size, precision: "dayOfYear", most: 5 })),
  ...[1, 2, 3, 6].map((size): Step => ({ unit: "month", size, precision: "shortMonth", most: 4 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map(
    (size): Step => ({ unit: "year", size, precision: "year", most: 7 }),
  ),
];

const DAYS = { day: 1, month: 30.4, year: 365.2 };

/** The marks of an axis over these days: the first days of months or years, as many as a narrow screen has room for. */
export function ticksBetween(first: number, last: number, locale: string): readonly Tick[] {
  const key = `${first} ${last} ${locale}`;
  const known = axes.get(key);
  if (known !== undefined) return known;
  if (axes.size >= AXES_LIMIT) axes.clear();
  const ticks = newTicks(first, last, locale);
  axes.set(key, ticks);
  return ticks;
}

/** The drawings of thousands of entities begin and end with the same weeks or months. */
const axes = new Map<string, readonly Tick[]>();
const AXES_LIMIT = 5_000;

function newTicks(first: number, last: number, locale: string): Tick[] {
  const length = last + 1 - first;
  const step =
    STEPS.find(({ unit, size, most }) => length / (DAYS[unit] * size) <= most) ??
    ({ unit: "year", size: 100_000, precision: "year", most: 7 } as const);
  const ticks: Tick[] = [];
  for (let i = 0, day = tickDay(first, step, 0); day <= last; day = tickDay(first, step, ++i))
    if (day >= first) ticks.push({ day, words: dayInWords(day, step.precision, locale) });
  return ticks;
}

/** The `i`th mark from the one at or before a day. */
function tickDay(from: number, { unit, size }: Step, i: number): number {
  const date = new Date(from * DAY);
  const year = date.getUTCFullYear();
  if (unit === "day") return (Math.floor(from / size) + i) * size;
  if (unit === "year") return dayNumber((Math.floor(year / size) + i) * size, 1, 1);
  return dayNumber(year, (Math.floor(date.getUTCMonth() / size) + i) * size + 1, 1);
}
