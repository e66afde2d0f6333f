/** The document around every page: head, banner, navigation, footer. */
import { type Html, html } from "../shared/html.ts";
import { ICON, SEARCH, STORIES, STYLESHEET, THEME_SCRIPT } from "../shared/paths.ts";
import type { AnyRecord, Story } from "../shared/records.ts";
import { absolute } from "./machines/addresses.ts";
import { feedLinks } from "./machines/feeds.ts";
import { linkedData } from "./machines/linked-data.ts";
import { openGraph } from "./machines/open-graph.ts";
import { CONTENT_SECURITY_POLICY } from "./policy.ts";
import type { Site } from "./site.ts";

export interface Document {
  readonly site: Site;
  /** The way from the page to the site’s root: `./`, `../../`. */
  readonly root: string;
  /** The page’s address relative to the site’s root, for its canonical link; left out where it has none. */
  readonly address?: string;
  /** Undefined on the front page, which bears the site’s own title. */
  readonly title?: string;
  readonly description?: string;
  /** The navigation entry that the page belongs to. */
  readonly section?: Section;
  /** Extra elements of the head. */
  readonly head?: Html;
  readonly main: Html;
  readonly bodyClass?: string;
  /** What the page is made from. */
  readonly record?: AnyRecord | Story;
  /** Whether it says nothing of its own to programs: its address belongs to another page. */
  readonly isUnlisted?: boolean;
}

export type Section = "network" | "entities" | "edges" | "sources" | "stories" | "search";

const SECTIONS: readonly { id: Section; label: string; address: string }[] = [
  { id: "network", label: "Network", address: "" },
  { id: "entities", label: "Entities", address: "entities/" },
  { id: "edges", label: "Claims", address: "edges/" },
  { id: "sources", label: "Sources", address: "sources/" },
  { id: "stories", label: "Stories", address: `${STORIES}/` },
  { id: "search", label: "Search", address: SEARCH },
];

/** A whole HTML document. */
export function documentOf(page: Document): string {
  const { settings } = page.site.content;
  const title = page.title === undefined ? settings.title : `${page.title} · ${settings.title}`;
  const description = page.description ?? settings.description;
  const sections = SECTIONS.filter(({ id }) => id !== "stories" || page.site.content.stories.length > 0);
  const canonical = page.address === undefined ? undefined : absolute(settings.baseUrl, page.address);
  return html`<!doctype html>
<html lang="${settings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${description && html`<meta name="description" content="${description}">\n`}<meta name="color-scheme" content="light dark">
${canonical && html`<link rel="canonical" href="${canonical}">\n`}<link rel="icon" href="${page.root}${ICON}" type="image/svg+xml">
<link rel="stylesheet" href="${page.root}${STYLESHEET}">
<script src="${page.root}${THEME_SCRIPT}"></script>
${page.head}${described(page)}</head>
<body${page.bodyClass && html` class="${page.bodyClass}"`}>
<a class="skip" href="#main">Skip to content</a>
<header class="banner">
<p class="site-title"><a href="${page.root}"><bdi>${settings.title}</bdi></a></p>
<nav aria-label="Main">
<ul>
${sections.map(({ id, label, address }) => html`<li><a href="${page.root}${address}"${page.section === id && html` aria-current="${page.address === address ? "page" : "true"}"`}>${label}</a></li>\n`)}${settings.menus.map(({ label, url }) => html`<li><a href="${menuAddress(url, page.root)}">${label}</a></li>\n`)}</ul>
</nav>
</header>
<main id="main">
${page.main}</main>
${footer(page)}</body>
</html>
`.markup;
}

/** What programs find in the head. */
function described(page: Document): Html | false {
  const { address } = page;
  if (address === undefined || page.isUnlisted === true) return false;
  const facts = { ...page, address, section: SECTIONS.find(({ id }) => id === page.section) };
  return html`${openGraph(facts)}${feedLinks(page.site, page.root, page.record)}${linkedData(facts)}`;
}

const menuAddress = (url: string, root: string): string =>
  /^https?:/i.test(url) ? url : root + url.replace(/^\/+/, "");

/** Pages that are about the whole graph. */
const MORE: readonly { label: string; address: string }[] = [
  { label: "Threads", address: "threads/" },
  { label: "Disputes", address: "disputes/" },
  { label: "Statistics", address: "statistics/" },
  { label: "Matrix", address: "matrix/" },
  { label: "Help wanted", address: "help/" },
];

function footer({ site, record, root, address }: Document): Html {
  const { license, repository } = site.content.settings;
  return html`<footer class="colophon">
<nav aria-label="More">
<ul>
${MORE.map((page) => html`<li><a href="${root}${page.address}"${page.address === address && html` aria-current="page"`}>${page.label}</a></li>\n`)}</ul>
</nav>
<p>Every line here is a claim that somebody makes, with the source it rests on: not a verdict.</p>
<p>${record && html`Made from <code>content/<bdi>${record.file}</bdi></code>. `}${repository !== undefined && html`<a href="${repository}" rel="external">Repository</a>. `}${license !== undefined && html`Licence: ${license}. `}Published with Skein.</p>
</footer>
`;
}
