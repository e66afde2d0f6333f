/** What to write for a date that is not EDTF: the same date in EDTF where it can be told, else how EDTF looks. */
import { parseDate } from "../shared/dates.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `15/06/2023` → “write 2023-06-15”, `June 2023` → “write 2023-06”, `c. 1998` → “write 1998~”. */
export function dateHelp(written: string): string {
  const text = written.trim();
  const meant = dateReadings(text);
  if (meant.length > 0) return `write ${meant.join(" or ")}`;
  if (/^\d{4}-\d\d(-\d\d)?(\/|$)/.test(text))
    return "no calendar has that day or month; leave out what is not known: 2023-06, 2023";
  return "write 2023-06-15, 2023-06, 2023, 2018/.. for since, 1998~ for about, or 2023?-06 for a doubtful year";
}

/** Every date of the calendar that a text may mean, in EDTF: `03/04/2023` has two, `June 2023` one, `yesterday` none. */
export function dateReadings(written: string): string[] {
  return [...new Set(readings(written.trim()))].filter((date) => parseDate(date) !== undefined);
}

/** As `dateReadings`, but some of them may not exist. */
function readings(text: string): string[] {
  const about = /^(?:about|around|circa|ca?\.?)\s*(\d{4})$/i.exec(text);
  if (about !== null) return [`${about[1]}~`];
  const since = /^(?:since|from)\s+(\d{4}(?:-\d\d){0,2})$/i.exec(text);
  if (since !== null) return [`${since[1]}/..`];
  const yearFirst = /^(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?$/.exec(text);
  if (yearFirst !== null) return [dated(yearFirst[1], yearFirst[2], yearFirst[3])];
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (yearLast !== null) {
    const [, first, second, year] = yearLast;
    return [dated(year, second, first), dated(year, first, second)];
  }
  return inWords(text);
}

function inWords(text: string): string[] {
  const words =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/i.exec(
      text,
    );
  if (words === null) return [];
  const month = MONTHS.indexOf((words[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? [] : [dated(words[4], String(month), words[1] ?? words[3])];
}

const dated = (...parts: (string | undefined)[]): string =>
  parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");
