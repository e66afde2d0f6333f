/** What a new record may be called: ids that a person would choose, and that nothing has or once had. */
import { isId, toId } from "../../shared/text.ts";

/** `li-shangfu`; of a second one `li-shangfu-person`, of an event with a date `summit-2023`. */
export function entityIds(entity: { name: string; type: string; date?: string }): string[] {
  const { name, type, date } = entity;
  return composed([[name], [name, yearIn(date)], [name, type]]);
}

/** `united-states-sanctions-li-shangfu`; of a second one `united-states-sanctions-li-shangfu-2018`. */
export function edgeIds(edge: {
  from: readonly string[];
  /** What `from` does to `to`: “sanctions”. */
  verb: string;
  to: readonly string[];
  date?: string;
}): string[] {
  const words = [...few(edge.from), edge.verb, ...few(edge.to)];
  return composed([words, [...words, yearIn(edge.date)], [...words, dayIn(edge.date)]]);
}

/** `press-tv-2023`, of a second one `press-tv-2023-06-15`, then with the first words of the title. */
export function sourceIds(source: {
  title: string;
  publisher?: string;
  url?: string;
  published?: string;
}): string[] {
  const { title, published } = source;
  const words = title.split(/\s+/).slice(0, TITLE_WORDS).join(" ");
  const from = [source.publisher, siteIn(source.url)].find(isSpoken);
  if (from === undefined) return composed([[words, yearIn(published)]]);
  const year = yearIn(published);
  return composed([
    year === undefined ? [from, words] : [from, year],
    [from, dayIn(published)],
    [from, year, words],
  ]);
}

/** The first that is not taken; else the last with a number behind it; undefined where there is none to begin with. */
export function freeId(wishes: readonly string[], isTaken: (id: string) => boolean): string | undefined {
  const free = wishes.find((id) => !isTaken(id));
  const last = wishes.at(-1);
  if (free !== undefined || last === undefined) return free;
  for (let n = 2; ; n++) {
    const id = numbered(last, n);
    if (!isTaken(id)) return id;
  }
}

const TITLE_WORDS = 5;

/** Cut until the number has room: an id has a greatest length. */
function numbered(id: string, n: number): string {
  const characters = [...id];
  while (!isId(`${characters.join("")}-${n}`)) characters.pop();
  return `${characters.join("")}-${n}`;
}

/** The ids of what is made of these parts, without those that lack one; none where the first says nothing. */
function composed(all: readonly (readonly (string | undefined)[])[]): string[] {
  const [first = []] = all;
  const whole = all.filter((parts) => !parts.includes(undefined));
  const ids = (whole.length === 0 ? [first] : whole).map((parts) => toId(parts.join(" ")));
  return isSpoken(first[0]) ? [...new Set(ids)].filter(isId) : [];
}

/** Whether there is a letter or a digit in it. */
const isSpoken = (text: string | undefined): boolean => text !== undefined && toId(text) !== "";

/** A joint act of many is named after the first two. */
const few = (ids: readonly string[]): readonly string[] => ids.slice(0, 2);

/** The first year of a date, in digits: `2023` of `2023?-06`. */
const yearIn = (date: string | undefined): string | undefined => /-?\d{4}/.exec(date ?? "")?.[0];

/** The first day of a date, as far as it is known. */
const dayIn = (date: string | undefined): string | undefined =>
  /^-?\d{4}-\d\d(-\d\d)?/.exec(date?.replaceAll(/[?~%]/g, "") ?? "")?.[0];

/** `presstv.ir` of `https://www.presstv.ir/Detail/…`. */
function siteIn(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : undefined;
}
