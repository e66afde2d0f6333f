/** Where pages say what, for each key of a source, the most careful place first. */
import { archivedIn } from "../../content/propose/addresses.ts";
import { type JsonLd, type Node, namesOf, textsOf, typesOf } from "./json-ld.ts";
import type { Page } from "./page.ts";

/** What a page gives for a key, as it is written there. */
export interface Candidate {
  readonly text: string;
  /** `og:title`, `JSON-LD headline`. */
  readonly where: string;
}

/** The keys of a source that a page may tell. */
export type PageKey =
  | "title"
  | "type"
  | "publisher"
  | "authors"
  | "url"
  | "archiveUrl"
  | "published"
  | "accessed"
  | "language";

export function candidatesIn(page: Page, { nodes }: JsonLd): Record<PageKey, Candidate[]> {
  const article = articleIn(nodes);
  const meta = (...names: string[]): Candidate[] =>
    names.flatMap((name) =>
      (page.metas.get(name.toLowerCase()) ?? []).map((text) => ({ text, where: name })),
    );
  const data = (...keys: string[]): Candidate[] =>
    keys.flatMap((key) => textsOf(article?.[key]).map((text) => ({ text, where: `JSON-LD ${key}` })));
  const names = (key: string): Candidate[] =>
    namesOf(article?.[key], nodes).map((text) => ({ text, where: `JSON-LD ${key}` }));
  const addresses = addressesIn(page, article, meta, data);
  return {
    title: [
      ...meta("citation_title"),
      ...data("headline", "name"),
      ...meta("og:title", "dc.title", "dcterms.title", "twitter:title"),
      ...said("<title>", page.title),
    ],
    type: article === undefined ? [] : said(`JSON-LD ${typesOf(article)[0]}`, typeOf(article)),
    publisher: [
      ...meta("citation_publisher"),
      ...names("publisher"),
      ...meta(
        "og:site_name",
        "dc.publisher",
        "dcterms.publisher",
        "citation_journal_title",
        "application-name",
      ),
    ],
    authors: [
      ...meta("citation_author"),
      ...names("author"),
      ...meta("article:author", "dc.creator", "dcterms.creator", "author"),
    ],
    url: addresses.map(({ text, where }) => ({ text: archivedIn(text) ?? text, where })),
    archiveUrl: addresses.filter(({ text }) => archivedIn(text) !== undefined),
    published: publishedIn(page, meta, data),
    accessed: said("the day it was saved", page.savedAt),
    language: [
      ...data("inLanguage"),
      ...said("<html lang>", page.language),
      ...meta("citation_language", "dc.language", "dcterms.language", "og:locale", "content-language"),
    ],
  };
}

const said = (where: string, text: string | undefined): Candidate[] =>
  text === undefined ? [] : [{ text, where }];

type Look = (...names: string[]) => Candidate[];

function publishedIn(page: Page, meta: Look, data: Look): Candidate[] {
  return [
    ...data("datePublished"),
    ...meta("citation_publication_date", "citation_online_date", "citation_date"),
    ...meta("article:published_time", "datePublished", "dc.date.issued", "dcterms.issued"),
    ...meta("dc.date", "dcterms.date", "dcterms.created", "pubdate", "date"),
    ...data("uploadDate", "dateCreated"),
    ...said("<time>", page.publishedTime),
    ...said("the first <time> in <article>", page.articleTime),
  ];
}

/** Absolute addresses: a page may give a part of its own, and a browser may have kept the whole. */
function addressesIn(page: Page, article: Node | undefined, meta: Look, data: Look): Candidate[] {
  const main = article?.mainEntityOfPage;
  const all = [
    ...said("<link rel=canonical>", page.canonical),
    ...meta("og:url"),
    ...data("url"),
    ...said("JSON-LD mainEntityOfPage", textsOf(main)[0] ?? textsOf(Object(main)["@id"])[0]),
    ...meta("citation_public_url", "citation_abstract_html_url", "dc.identifier"),
    ...said("saved from url", page.savedFrom),
  ];
  const base = [page.savedFrom, ...all.map(({ text }) => text)].find((text) => text && isWhole(text));
  return all.flatMap(({ text, where }) =>
    URL.canParse(text.trim(), base) ? [{ text: new URL(text.trim(), base).href, where }] : [],
  );
}

const isWhole = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** What kind of source an object of a type of schema.org is; of two objects on a page, the type that stands first here. */
const TYPES: Readonly<Record<string, string>> = {
  NewsArticle: "article",
  ReportageNewsArticle: "article",
  AnalysisNewsArticle: "article",
  BackgroundNewsArticle: "article",
  OpinionNewsArticle: "article",
  ScholarlyArticle: "article",
  Report: "report",
  Article: "article",
  TechArticle: "article",
  LiveBlogPosting: "post",
  BlogPosting: "post",
  SocialMediaPosting: "post",
  DiscussionForumPosting: "post",
  Dataset: "dataset",
  Book: "book",
  Legislation: "document",
  DigitalDocument: "document",
  PodcastEpisode: "broadcast",
  RadioEpisode: "broadcast",
  TVEpisode: "broadcast",
  VideoObject: "broadcast",
};

const RANKS = Object.keys(TYPES);

/** The object that is about the page’s own text. */
function articleIn(nodes: readonly Node[]): Node | undefined {
  const ranked = nodes
    .map((node) => ({ node, rank: rankOf(node) }))
    .filter(({ rank }) => rank < RANKS.length);
  const best = Math.min(...ranked.map(({ rank }) => rank));
  // Of articles, one that says something: some pages list others, by reference.
  const first = ranked.find(({ node, rank }) => rank === best && (node.headline ?? node.name) !== undefined);
  return first?.node ?? nodes.find(({ headline }) => headline !== undefined);
}

function rankOf(node: Node): number {
  const ranks = typesOf(node).map((type) => RANKS.indexOf(type));
  return Math.min(RANKS.length, ...ranks.filter((rank) => rank >= 0));
}

function typeOf(article: Node): string | undefined {
  return TYPES[RANKS[rankOf(article)] ?? ""];
}
