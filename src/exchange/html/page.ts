/** Text of a saved page → what it says of itself in its tags. Nothing of the page runs, and nothing is fetched. */
import { Parser } from "htmlparser2";

export interface Page {
  /** Values of `<meta>` by name or property, in small letters, in the order of the page. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** The blocks of JSON-LD, as text. */
  readonly jsonLd: readonly string[];
  readonly title: string | undefined;
  /** As written: it may be relative. */
  readonly canonical: string | undefined;
  readonly language: string | undefined;
  /** The address that the browser saved the page from, and when, where it wrote so. */
  readonly savedFrom: string | undefined;
  readonly savedAt: string | undefined;
  /** Of `<time datetime>`: the one marked as the day of publication, and the first of the article. */
  readonly publishedTime: string | undefined;
  readonly articleTime: string | undefined;
  /** Whether it is HTML at all. */
  readonly isPage: boolean;
  /** Whether it ends in the middle of something. */
  readonly isCutOff: boolean;
}

/** More open tags than any page has: what is deeper is left, because closing tags are looked for among all open ones. */
const DEPTH = 1000;

type Mutable = { -readonly [K in Exclude<keyof Page, "metas" | "jsonLd">]: Page[K] } & {
  readonly metas: Map<string, string[]>;
  readonly jsonLd: string[];
};

/** Reads tags as tolerantly as browsers do. What is cut off is left out: half a title is no title. */
export function readPage(text: string): Page {
  const page: Mutable = {
    metas: new Map(),
    jsonLd: [],
    title: undefined,
    canonical: undefined,
    language: undefined,
    savedFrom: undefined,
    savedAt: undefined,
    publishedTime: undefined,
    articleTime: undefined,
    isPage: false,
    isCutOff: true,
  };
  /** Tags that are open, by name. */
  const open = new Map<string, number>();
  let depth = 0;
  let kept: string[] | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      open.set(name, (open.get(name) ?? 0) + 1);
      if (depth > DEPTH) parser.pause();
      readTag(page, name, attributes, (other) => (open.get(other) ?? 0) > 0);
      if (isKept(name, attributes) && !open.get("svg")) kept = [];
    },
    ontext(part) {
      kept?.push(part);
    },
    onclosetag(name, isImplied) {
      depth--;
      open.set(name, (open.get(name) ?? 0) - 1);
      if ((name === "html" || name === "body") && !isImplied) page.isCutOff = false;
      if (kept === undefined || (name !== "title" && name !== "script")) return;
      if (!isImplied) keep(page, name, kept.join(""));
      kept = undefined;
    },
    oncomment: (comment) => readComment(page, comment),
  });
  parser.write(text);
  if (depth <= DEPTH) parser.end();
  return page;
}

/** Whether the text in the tag says something of the page. */
const isKept = (name: string, { type = "" }: Attributes): boolean =>
  name === "title" || (name === "script" && /^\s*application\/ld\+json\b/i.test(type));

function keep(page: Mutable, name: string, text: string): void {
  if (name === "title") page.title ??= text;
  else page.jsonLd.push(text);
}

type Attributes = Readonly<Record<string, string>>;

/** The tags that make a text a page. */
const OF_A_PAGE = new Set(["html", "head", "title", "meta", "body", "article", "p", "div"]);

function readTag(page: Mutable, name: string, attributes: Attributes, isOpen: (name: string) => boolean) {
  page.isPage ||= OF_A_PAGE.has(name);
  if (name === "html") page.language ??= attributes.lang ?? attributes["xml:lang"];
  else if (name === "meta") readMeta(page, attributes);
  else if (name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ""))
    page.canonical ??= attributes.href;
  else if (name === "time" && attributes.datetime !== undefined) {
    if (attributes.itemprop === "datePublished" || "pubdate" in attributes)
      page.publishedTime ??= attributes.datetime;
    if (isOpen("article")) page.articleTime ??= attributes.datetime;
  }
}

/** More authors than a source can name. */
const VALUES = 200;

function readMeta(page: Mutable, attributes: Attributes): void {
  const { content } = attributes;
  if (content === undefined) return;
  for (const key of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attributes[key]?.trim().toLowerCase();
    if (name === undefined || name === "") continue;
    const values = page.metas.get(name);
    if (values === undefined) page.metas.set(name, [content]);
    else if (values.length < VALUES) values.push(content);
  }
}

/** Comments of browsers, and of SingleFile, are at the beginning of what they say. */
const COMMENT = 5000;

function readComment(page: Mutable, whole: string): void {
  const comment = whole.slice(0, COMMENT);
  const saved = /^\s*saved from url=\(\d+\)(\S+)/.exec(comment)?.[1];
  const isSingleFile = /^\s*Page saved with SingleFile\b/.test(comment);
  page.savedFrom ??= saved ?? (isSingleFile ? /^ *url: *(\S+)/m.exec(comment)?.[1] : undefined);
  if (isSingleFile) page.savedAt ??= /^ *saved date: *(.+)$/m.exec(comment)?.[1];
}
