/**
 * Dates as people know them: exact, vague, doubtful, open. Text in Extended Date/Time Format (EDTF, ISO 8601-2:2019)
 * goes in; what the rest of Skein needs to sort, bound and print it comes out.
 */
import edtf, { type EdtfNode, parse } from "edtf";
import { oncePer } from "./once.ts";
import type { Words } from "./words/words.ts";

/** A valid EDTF date. */
export interface FuzzyDate {
  /** As the author wrote it. */
  readonly edtf: string;
  /** First millisecond it can mean, since 1970 UTC; `-Infinity` where it is open or unknown. */
  readonly min: number;
  /** Last millisecond it can mean; `Infinity` where it is open or unknown. */
  readonly max: number;
}

const known = new Map<string, FuzzyDate | undefined>();
const KNOWN_LIMIT = 50_000;

/**
 * Reads EDTF, levels 0 to 2.
 *
 * Returns undefined for anything that is not EDTF or has no place in a calendar (`2023-02-29`, `15/06/2023`,
 * `Y17E7`). Equal texts give the same object: the library takes 0.2 ms a text, and a graph repeats its dates.
 */
export function parseDate(text: string): FuzzyDate | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size >= KNOWN_LIMIT) known.clear();
  const date = readDay(text) ?? readDate(text);
  known.set(text, date);
  return date;
}

const DAY_LENGTH = 24 * 60 * 60 * 1000;

/** A whole day of the calendar, as most dates are; undefined for everything else, which is left to the library. */
function readDay(text: string): FuzzyDate | undefined {
  // The library has a day too many in the year 0.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith("0000")) return undefined;
  const min = Date.parse(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(min) && new Date(min).toISOString().startsWith(text);
  return exists ? { edtf: text, min, max: min + DAY_LENGTH - 1 } : undefined;
}

function readDate(text: string): FuzzyDate | undefined {
  if (text.length > 60) return undefined;
  try {
    // From the parsed text: of a text of digits alone, the library makes a Unix time.
    const node = parse(text);
    if (!isInCalendar(node)) return undefined;
    // A set takes its own bounds from its first and last members as written, whatever their order.
    const bounds = [node, ...membersOf(node)].map((each) => edtf(unmasked(each)));
    const min = Math.min(...bounds.map((each) => each.min ?? Number.NEGATIVE_INFINITY));
    const max = Math.max(...bounds.map((each) => each.max ?? Number.POSITIVE_INFINITY));
    return min <= max ? { edtf: text, min, max } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether every day exists: the library makes 1 March of 29 February in a common year. */
function isInCalendar(node: EdtfNode): boolean {
  if (node.type === "Interval") return endsOf(node).filter(isNode).every(isInCalendar);
  if (node.type !== "Date") return membersOf(node).every(isInCalendar);
  const day = node.values[2];
  return day === undefined || Boolean(node.unspecified) || calendarDate(node).getUTCDate() === day;
}

/** The ends of an interval. The library leaves the type of a masked one out, and has Infinity or null for no date. */
function endsOf(node: EdtfNode): unknown[] {
  return node.values.map((end) => (isNode(end) ? { ...end, type: end.type ?? "Date" } : end));
}

/** Without a month or day that is masked whole: before the year 0 the library takes its bounds the wrong way round. */
function unmasked(node: EdtfNode): EdtfNode {
  if (node.type === "Interval")
    return { ...node, values: endsOf(node).map((end) => (isNode(end) ? unmasked(end) : end)) };
  const masked = node.unspecified;
  if (masked === DAY) return { type: "Date", values: node.values.slice(0, 2) };
  const isYear = masked === (MONTH | DAY) || (masked === MONTH && node.values.length === 2);
  return isYear ? { type: "Date", values: node.values.slice(0, 1) } : node;
}

/** The dates of a set or list, the ends of its ranges among them; none for every other kind. */
function membersOf(node: EdtfNode): EdtfNode[] {
  return node.type === "Set" || node.type === "List" ? node.values.flat().filter(isNode) : [];
}

/** Orders by first possible moment, then by last, then by text; the undated come last. */
export function compareDates(a: FuzzyDate | undefined, b: FuzzyDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return compare(a.min, b.min) || compare(a.max, b.max) || compare(a.edtf, b.edtf);
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The date for readers: `2023?-06` → “June 2023, year uncertain”, `2018/..` → “since 2018”, `1998~` → “about 1998”.
 * Sets and lists, which have no short wording, come back as “one of …” and “all of …”. Years are those of the
 * Gregorian calendar in every language, because a year or a month of another calendar begins on another day.
 */
export function dateInWords(date: FuzzyDate, words: Words): string {
  const wordings = wordingsIn(words);
  const found = wordings.get(date.edtf) ?? nodeInWords(parse(date.edtf), date.edtf, words);
  wordings.set(date.edtf, found);
  return found;
}

/** What has been said already, by text: dates that come from another thread or another build are objects of their own. */
const wordingsIn = oncePer((_: Words) => new Map<string, string>());

function nodeInWords(node: EdtfNode, text: string, words: Words): string {
  const { dates } = words.messages;
  switch (node.type) {
    case "Interval":
      return intervalInWords(node, text, words);
    case "Set":
      return membersInWords(dates.oneOf, text, words);
    case "List":
      return membersInWords(dates.allOf, text, words);
    default:
      return qualified(plainDate(node, text, words), [node], words);
  }
}

/** `[2021,2023..2025]` → “one of 2021, 2023 to 2025”; `[..2018]` → “up to 2018”. */
function membersInWords(many: string, text: string, { messages: { dates }, say }: Words): string {
  const members = text
    .slice(1, -1)
    .split(",")
    .map((member) => {
      const [first = "", last = first] = member.trim().split("..");
      if (first === "") return say(dates.orEarlier, { date: last });
      if (last === "") return say(dates.orLater, { date: first });
      return first === last ? first : say(dates.range, { first, last });
    });
  const all = members.join(", ");
  return members.length === 1 ? all : say(many, { dates: all });
}

function intervalInWords(node: EdtfNode, text: string, words: Words): string {
  const { say } = words;
  const { dates } = words.messages;
  const [from, to] = endsOf(node).map((end) => (isNode(end) ? end : null)) as [
    EdtfNode | null,
    EdtfNode | null,
  ];
  const [fromText = "", toText = ""] = text.split("/");
  if (from === null && to === null) return dates.unknown;
  if (to === null && from !== null)
    return say(toText === ".." ? dates.since : dates.from, { date: nodeInWords(from, fromText, words) });
  if (from === null && to !== null) return say(dates.until, { date: nodeInWords(to, toText, words) });
  if (from === null || to === null) return text;
  const range = calendarRange(from, to, words);
  if (range !== undefined) return qualified(range, [from, to], words);
  return say(dates.range, {
    first: nodeInWords(from, fromText, words),
    last: nodeInWords(to, toText, words),
  });
}

const isNode = (end: unknown): end is EdtfNode => typeof end === "object" && end !== null;

/** “21–31 May 2023”, when both ends are plain dates of one precision and are qualified alike. */
function calendarRange(from: EdtfNode, to: EdtfNode, { locale }: Words): string | undefined {
  const alike = from.uncertain === to.uncertain && from.approximate === to.approximate;
  const plain = from.type === "Date" && to.type === "Date" && !from.unspecified && !to.unspecified;
  if (!alike || !plain || from.values.length !== to.values.length || from.values.length > 3) return undefined;
  const [start, end] = [calendarDate(from), calendarDate(to)];
  return formatter(from.values.length, locale, start).formatRange(start, end);
}

function plainDate(node: EdtfNode, text: string, words: Words): string {
  const { say } = words;
  const { dates } = words.messages;
  const values = node.values as number[];
  if (node.type === "Season") return seasonInWords(values, text, words);
  if (node.type === "Decade") return say(dates.decade, { year: `${values[0]}0` });
  if (node.type === "Century") return say(dates.century, { first: `${values[0]}00`, last: `${values[0]}99` });
  if (node.type !== "Date") return text;
  const masked = maskedDate(node, text, words);
  if (masked !== undefined) return masked;
  if (values.length > 3) return text.replace("T", " ");
  const date = calendarDate(node);
  return formatter(values.length, words.locale, date).format(date);
}

/** `2023-06-XX` → “June 2023, day unknown”; `199X` → “the 1990s”; other masks as written. */
function maskedDate(node: EdtfNode, text: string, words: Words): string | undefined {
  const { say } = words;
  const { dates } = words.messages;
  if (!node.unspecified) return undefined;
  const [year, month, day] = text.replace(/[?~%]/g, "").split("-");
  if (year === undefined) return text;
  if (/^\d{3}X$/.test(year) && month === undefined)
    return say(dates.decade, { year: `${year.slice(0, 3)}0` });
  if (/^\d{2}XX$/.test(year) && month === undefined)
    return say(dates.century, { first: `${year.slice(0, 2)}00`, last: `${year.slice(0, 2)}99` });
  if (!/^\d{4}$/.test(year)) return text;
  if (day === "XX" && month !== undefined && /^\d\d$/.test(month)) {
    const known: EdtfNode = { type: "Date", values: (node.values as number[]).slice(0, 2) };
    const date = calendarDate(known);
    return say(dates.dayUnknown, { date: formatter(2, words.locale, date).format(date) });
  }
  return month === "XX" && (day === undefined || day === "XX")
    ? say(dates.monthUnknown, { date: year })
    : text;
}

const SEASONS = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" } as const;

function seasonInWords([year, season]: number[], text: string, { messages: { dates }, say }: Words): string {
  const name = SEASONS[season as keyof typeof SEASONS];
  return name === undefined ? text : say(dates[name], { year: String(year) });
}

const YEAR = 0b0000_1111;
const MONTH = 0b0011_0000;
const DAY = 0b1100_0000;

function qualified(date: string, nodes: EdtfNode[], { messages: { dates }, say, list }: Words): string {
  const about = nodes.some((node) => node.approximate) ? say(dates.about, { date }) : date;
  const doubt = nodes.map((node) => node.uncertain).find(Boolean);
  if (doubt === undefined || doubt === false || doubt === 0) return about;
  const parts =
    doubt === true
      ? []
      : [doubt & YEAR && dates.year, doubt & MONTH && dates.month, doubt & DAY && dates.day].filter(
          (part) => typeof part === "string",
        );
  return parts.length % 3 === 0
    ? say(dates.uncertain, { date: about })
    : say(dates.partUncertain, { date: about, parts: list(parts) });
}

function calendarDate(node: EdtfNode): Date {
  const [year = 0, month = 0, day = 1] = node.values as number[];
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year, month, day);
  return date;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Says years before the year 1 with their era, as in “44 BC”. */
function formatter(parts: number, locale: string, earliest: Date): Intl.DateTimeFormat {
  const era = earliest.getUTCFullYear() < 1 ? "short" : undefined;
  const key = `${parts} ${locale} ${era}`;
  const found = formatters.get(key);
  if (found !== undefined) return found;
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", calendar: "gregory", year: "numeric", era };
  if (parts > 1) options.month = "long";
  if (parts > 2) options.day = "numeric";
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}
