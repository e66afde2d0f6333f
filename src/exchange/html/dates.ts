/** Dates as pages write them → EDTF, no more exact than a day. */
import { dateReadings } from "../../content/date-help.ts";
import { parseDate } from "../../shared/dates.ts";

/**
 * `2023-06-15T23:30:00+02:00` and `Thu, 15 Jun 2023 23:30:00 GMT` → `2023-06-15`, the day as the page has it, in whatever
 * zone; `2023/06` → `2023-06`. Undefined where a day may be two (`03/04/2023`), and for the day zero of computers, which
 * pages show that know none.
 */
export function dateOnPage(written: string): string | undefined {
  const text = written.trim().slice(0, LONGEST);
  const day = plainDay(text);
  const meant = day === undefined ? dateReadings(withoutTime(text)) : [day];
  const [date] = meant;
  return meant.length === 1 && date !== undefined && parseDate(date) !== undefined && date !== ZERO
    ? date
    : undefined;
}

const LONGEST = 100;
const ZERO = "1970-01-01";

function plainDay(text: string): string | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T\d|$)/.exec(text);
  if (compact !== null) return compact.slice(1).join("-");
  const spelt = /^(\d{4}(?:-\d\d){0,2})(?:$|[T\s]+\d\d:)/.exec(text);
  return spelt?.[1];
}

/** `Thu, 15 Jun 2023 23:30:00 GMT` and `Thu Jun 15 2023 …` without the day of the week and the hour. */
function withoutTime(text: string): string {
  return text
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+/i, "")
    .replace(/,?\s+(?:at\s+)?\d{1,2}:\d\d.*$/, "")
    .trim();
}
