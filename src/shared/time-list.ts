/** Claims by year and month under headings, as the build prints them and as the script does that narrows them. */
import { dayInWords } from "./calendar.ts";
import { type Html, html } from "./html.ts";
import type { Group, Period } from "./periods.ts";
import { count } from "./text.ts";
import { addressOf, dayText, PLAIN_VIEWPOINT } from "./viewpoint.ts";

const WORDS = {
  year: (year: string) => `In ${year}; the month is open, or there is more than one.`,
  years: "Over more than a year",
  yearsNote: "Dates that cover more than one year, or that are open, in the order in which they begin.",
  undated: "Undated",
  continued: "continued",
  network: "on the network",
};

export interface TimeListOptions<T> {
  readonly language: string;
  /** The way from the page to the site’s root. */
  readonly root: string;
  readonly print: (item: T) => Html;
  /** How many a period has, where the list holds a part of them only. */
  readonly sizeOf?: (period: Period) => number;
  /** Whether the list goes on in the middle of this period, by id. */
  readonly continues?: string;
}

/** The id of a period’s heading: `in-2023-06`. */
export const periodFragment = (id: string): string => `in-${id}`;

/** The viewpoint of the network page on these days, whose claims without a date it leaves out. */
export function networkDuring(first: number, last: number, precision: "day" | "month" | "year"): string {
  const write = (day: number) => cut(dayText(day), precision);
  return addressOf({ ...PLAIN_VIEWPOINT, from: write(first), to: write(last), undated: false });
}

const cut = (day: string, precision: "day" | "month" | "year"): string =>
  precision === "day" ? day : day.slice(0, precision === "month" ? -3 : -6);

/** The groups in their order, a year with its months. */
export function timeList<T>(groups: readonly Group<T>[], options: TimeListOptions<T>): Html {
  let year: string | undefined;
  const sections = groups.map((group) => {
    const { period } = group;
    const heading = period.kind === "month" && period.year !== year && yearHeading(period, options);
    year = period.year;
    return html`${heading}${section(group, options)}`;
  });
  return html`${sections}`;
}

/** A year that has no claims but those of its months. */
function yearHeading<T>(month: Period, options: TimeListOptions<T>): Html {
  const { year = "" } = month;
  const isContinued = options.continues?.startsWith(`${year}-`) === true;
  const words = dayInWords(month.first, "year", options.language);
  return html`<h2 id="${periodFragment(year)}">${words}${isContinued && ` (${WORDS.continued})`}</h2>
`;
}

function section<T>({ period, items }: Group<T>, options: TimeListOptions<T>): Html {
  const { language, root, print, sizeOf, continues } = options;
  const { kind, id, first, last } = period;
  const words =
    kind === "years" ? WORDS.years : kind === "undated" ? WORDS.undated : dayInWords(first, kind, language);
  const said = html`${words}${continues === id && ` (${WORDS.continued})`}`;
  const link =
    (kind === "month" || kind === "year") &&
    html` · <a href="${root}${networkDuring(first, last, kind)}">${WORDS.network}<span class="visually-hidden">: ${words}</span></a>`;
  const size = sizeOf?.(period) ?? items.length;
  return html`${kind === "month" ? html`<h3 id="${periodFragment(id)}">${said}</h3>` : html`<h2 id="${periodFragment(id)}">${said}</h2>`}
<p class="tally">${count(size, "claim")}${link}</p>
${kind === "year" && html`<p class="measure">${WORDS.year(words)}</p>\n`}${kind === "years" && html`<p class="measure">${WORDS.yearsNote}</p>\n`}<ul class="claim-list">
${items.map(print)}</ul>
`;
}
