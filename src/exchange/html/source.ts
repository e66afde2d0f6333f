/** A saved page → the keys of a source: what the page says of itself, and where it says so. Nothing of it runs. */
import { Parser } from "htmlparser2";
import { readFields } from "../../content/fields.ts";
import { fold } from "../../shared/text.ts";
import { type Candidate, candidatesIn, type PageKey } from "./candidates.ts";
import { dateOnPage } from "./dates.ts";
import { decodePage } from "./decode.ts";
import { readJsonLd } from "./json-ld.ts";
import { pageInArchive } from "./mhtml.ts";
import { readPage } from "./page.ts";

export interface Found {
  readonly key: PageKey;
  readonly value: string | readonly string[];
  /** Where in the page: `og:title`, `JSON-LD headline`. */
  readonly where: string;
}

export interface PageSource {
  /** One a key, in the order of the content model; the schema allows each of them. */
  readonly found: readonly Found[];
  /** What a person should know of the page. */
  readonly notes: readonly string[];
}

/** What a page says, or why it is none, said of the file: “is empty”. */
export function sourceOfPage(bytes: Uint8Array): PageSource | { readonly reason: string } {
  if (bytes.length === 0) return { reason: "is empty; save the page again" };
  const archived = pageInArchive(bytes);
  const text = decodePage(archived?.page ?? bytes);
  const written = readPage(text);
  if (!written.isPage || text.slice(0, BEGINNING).includes("\0"))
    return { reason: "is no HTML page; save the page in the browser, as HTML" };
  const page = {
    ...written,
    savedFrom: archived?.address ?? written.savedFrom,
    savedAt: archived?.date ?? written.savedAt,
  };
  const data = readJsonLd(page.jsonLd);
  const candidates = candidatesIn(page, data);
  const found = findValues(candidates);
  const notes: string[] = [];
  if (page.isCutOff) notes.push("the page has no end: it may be cut off");
  if (data.broken > 0) notes.push("its JSON-LD cannot be read, and is left out");
  const [date] = candidates.published;
  if (date !== undefined && !found.some(({ key }) => key === "published"))
    notes.push(`published is left out: “${clean(date.text).slice(0, QUOTED)}” is no date with one meaning`);
  return { found, notes };
}

const BEGINNING = 4000;
const QUOTED = 40;

const KEYS = [
  "title",
  "type",
  "publisher",
  "authors",
  "url",
  "archiveUrl",
  "published",
  "accessed",
  "language",
] as const satisfies readonly PageKey[];

function findValues(candidates: Readonly<Record<PageKey, readonly Candidate[]>>): Found[] {
  const site = first("publisher", candidates.publisher);
  return KEYS.flatMap((key): Found[] => {
    if (key === "authors") return authorsIn(candidates.authors);
    const texts = candidates[key].map(({ text, where }) => ({ text: readAs(key, text, site?.text), where }));
    const best = first(key, texts);
    return best === undefined ? [] : [{ key, value: best.text, where: best.where }];
  });
}

/** The first that the schema allows. */
function first(key: PageKey, candidates: readonly Candidate[]): Candidate | undefined {
  const clear = candidates.map(({ text, where }) => ({ text: clean(text), where }));
  return clear.find(({ text }) => isAllowed(key, text));
}

/** Empty where it says nothing that can be used. */
function readAs(key: PageKey, text: string, site: string | undefined): string {
  if (key === "title") return withoutSite(clean(text), site);
  if (key === "published" || key === "accessed") return dateOnPage(text) ?? "";
  return key === "language" ? languageIn(text) : text;
}

/** All authors of the first place that names any. */
function authorsIn(candidates: readonly Candidate[]): Found[] {
  const named = candidates
    .map(({ text, where }) => ({ text: clean(text), where }))
    .filter(({ text }) => !/^https?:/i.test(text) && isAllowed("authors", [text]));
  const where = named[0]?.where;
  const value = [...new Set(named.flatMap((each) => (each.where === where ? [each.text] : [])))];
  return where === undefined ? [] : [{ key: "authors", value, where }];
}

const isAllowed = (key: PageKey, value: unknown): boolean =>
  !readFields("source", { [key]: value }).problems.some(({ path }) => path[0] === key);

/** “A title | The Times” is “A title”, where the site is The Times. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = /^(.+\S)\s+(?:[|\u2013\u2014\u00b7»-]|::)\s+(\S.*)$/u.exec(title);
  const [, whole, last] = parts ?? [];
  return whole !== undefined && site !== undefined && fold(last ?? "") === fold(site) ? whole : title;
}

/** `en_US` of Open Graph → `en-US`; the first of several. A name such as “English” is none. */
function languageIn(text: string): string {
  const tag = text.split(/[,;\s]/)[0]?.replaceAll("_", "-") ?? "";
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? "") : "";
  } catch {
    return "";
  }
}

/** On one line, without tags, and without what hides in a text or turns it round. */
function clean(text: string): string {
  return plainText(text)
    .replace(/(?!\s)\p{Cc}|[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Some escape for HTML what is in JSON, or escape twice: `&amp;#8217;`. */
function plainText(text: string): string {
  if (!/&[#\w]{1,20};|<\/?[a-z]/i.test(text)) return text;
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) });
  parser.end(text.slice(0, TEXT_LENGTH));
  return parts.join("");
}

/** What is longer is refused by the schema in any case. */
const TEXT_LENGTH = 5000;
