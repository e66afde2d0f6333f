/** The interface’s words in one language: messages with places to be filled, plurals, numbers and lists. */
import { type Html, type HtmlValue, html, join } from "../html.ts";
import type { en } from "./en.ts";

/** A message by its number’s plural category (Unicode CLDR, by `Intl.PluralRules`); the number stands at `{n}`. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** The messages of a language: those of English, which is complete by definition. */
export type Messages = Translated<typeof en>;

/** The messages that are said everywhere. */
export type CommonMessages = Pick<Messages, "common">;
export type CommonWords = Words<CommonMessages>;

/** The messages of the network page and of stories that go to the browser. */
export type SharedMessages = Pick<Messages, "common" | "app">;
export type SharedWords = Words<SharedMessages>;

/** Those of the pages of all claims. */
export type ListMessages = Pick<Messages, "common" | "lists">;
export type ListWords = Words<ListMessages>;
/** Those of the search page. */
export type SearchMessages = Pick<Messages, "common" | "search">;

type Translated<T> = T extends string
  ? string
  : T extends { readonly other: string }
    ? Plural
    : { readonly [K in keyof T]: Translated<T[K]> };

/** What a place is filled with. `n` decides the plural. */
type Values<T> = Readonly<Record<string, T>> & { readonly n?: number };

export interface Words<M = Messages> {
  /** The locale in which dates, numbers and lists are written: `en-GB`, `zh`. */
  readonly locale: string;
  readonly messages: M;
  /** A message with its places `{name}` filled; numbers are grouped as the language does. */
  say(message: string | Plural, values?: Values<string | number>): string;
  /** The same in markup: what is put in is escaped unless it is markup, and so is the message. */
  mark(message: string | Plural, values: Values<HtmlValue>): Html;
  /** “A, B and C”. */
  list(items: readonly string[]): string;
  /** The same in markup. */
  listed(items: readonly HtmlValue[]): Html;
  number(value: number): string;
}

export function createWords<M = Messages>(messages: M, locale: string): Words<M> {
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const numbers = new Intl.NumberFormat(locale);
  const number = oncePerCount((value) => numbers.format(value));
  const category = oncePerCount((value) => plurals.select(value));
  const chosen = (message: string | Plural, n: number | undefined): string =>
    typeof message === "string" ? message : (message[category(n ?? 0)] ?? message.other);
  return {
    locale,
    messages,
    say(message, values = {}) {
      let said = "";
      for (const { text, place } of partsOf(chosen(message, values.n))) {
        const value = place === undefined ? text : (values[place] ?? text);
        said += typeof value === "number" ? number(value) : value;
      }
      return said;
    },
    mark: (message, values) =>
      html`${partsOf(chosen(message, values.n)).map(({ text, place }) => {
        const value = place === undefined || !(place in values) ? text : values[place];
        return typeof value === "number" ? number(value) : value;
      })}`,
    list: (items) => (items.length === 1 ? (items[0] ?? "") : lists.format(items)),
    listed: (items) =>
      items.length === 1
        ? join(items, "")
        : join(
            lists
              .formatToParts(items.map((_, i) => String(i)))
              .map(({ type, value }) => (type === "element" ? items[Number(value)] : value)),
            "",
          ),
    number,
  };
}

interface Part {
  readonly text: string;
  /** The name in the braces. */
  readonly place: string | undefined;
}

/** Messages are few, and are said many thousand times. */
const known = new Map<string, readonly Part[]>();

function partsOf(message: string): readonly Part[] {
  const found = known.get(message);
  if (found !== undefined) return found;
  const parts = message
    .split(/(\{\w+\})/)
    .filter((text) => text !== "")
    .map((text) =>
      /^\{\w+\}$/.test(text) ? { text, place: text.slice(1, -1) } : { text, place: undefined },
    );
  known.set(message, parts);
  return parts;
}

/** Counts below this are kept in words: ten thousand pages say the same few, and `Intl` takes a microsecond for each. */
const COUNTS_KEPT = 10_000;

function oncePerCount<T>(make: (count: number) => T): (count: number) => T {
  const made: T[] = [];
  return (count) => {
    if (!Number.isInteger(count) || count < 0 || count >= COUNTS_KEPT) return make(count);
    const found = made[count] ?? make(count);
    made[count] = found;
    return found;
  };
}
