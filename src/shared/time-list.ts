/** Claims by year and month under headings, as the build prints them and as the script does that narrows them. */
import { dayInWords } from "./calendar.ts";
import { type Html, html } from "./html.ts";
import type { Group, Period } from "./periods.ts";
import { addressOf, dayText, PLAIN_VIEWPOINT } from "./viewpoint.ts";
import type { ListWords } from "./words/words.ts";

export interface TimeListOptions<T> {
  readonly words: ListWords;
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
function yearHeading<T>(month: Period, { words, continues }: TimeListOptions<T>): Html {
  const { year = "" } = month;
  const isContinued = continues?.startsWith(`${year}-`) === true;
  const name = dayInWords(month.first, "year", words.locale);
  return html`<h2 id="${periodFragment(year)}">${isContinued ? continued(name, words) : name}</h2>
`;
}

const continued = (period: string, { messages, say }: ListWords): string =>
  say(messages.lists.periods.continued, { period });

function section<T>({ period, items }: Group<T>, options: TimeListOptions<T>): Html {
  const { words, root, print, sizeOf, continues } = options;
  const { kind, id, first, last } = period;
  const { common, lists } = words.messages;
  const said = lists.periods;
  const name =
    kind === "years" ? said.years : kind === "undated" ? said.undated : dayInWords(first, kind, words.locale);
  const heading = continues === id ? continued(name, words) : name;
  const link =
    (kind === "month" || kind === "year") &&
    html` · <a href="${root}${networkDuring(first, last, kind)}">${said.onNetwork}<span class="visually-hidden">${words.say(said.during, { period: name })}</span></a>`;
  const n = sizeOf?.(period) ?? items.length;
  return html`${kind === "month" ? html`<h3 id="${periodFragment(id)}">${heading}</h3>` : html`<h2 id="${periodFragment(id)}">${heading}</h2>`}
<p class="tally">${words.say(common.claims, { n })}${link}</p>
${kind === "year" && html`<p class="measure">${words.say(said.year, { year: name })}</p>\n`}${kind === "years" && html`<p class="measure">${said.yearsNote}</p>\n`}<ul class="claim-list">
${items.map(print)}</ul>
`;
}
