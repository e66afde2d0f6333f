/** The document around every page: head, banner, navigation, footer. */
import { type Html, html } from "../shared/html.ts";
import { ICON, SEARCH, STORIES, STYLESHEET } from "../shared/paths.ts";
import type { AnyRecord, Story } from "../shared/records.ts";
import { assetPath } from "./assets.ts";
import { compose } from "./compose.ts";
import { editorOf } from "./editor.ts";
import { absolute } from "./machines/addresses.ts";
import { feedLinks } from "./machines/feeds.ts";
import { linkedData } from "./machines/linked-data.ts";
import { openGraph } from "./machines/open-graph.ts";
import { MANUAL } from "./manual.ts";
import { oncePerSite, valuePerSite } from "./once.ts";
import { lastChanged } from "./parts/last-changed.ts";
import { themeScript } from "./parts/theme-script.ts";
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

const SECTIONS: readonly { id: Section; address: string }[] = [
  { id: "network", address: "" },
  { id: "entities", address: "entities/" },
  { id: "edges", address: "edges/" },
  { id: "sources", address: "sources/" },
  { id: "stories", address: `${STORIES}/` },
  { id: "search", address: SEARCH },
];

/** A whole HTML document. */
export function documentOf(page: Document): string {
  const { settings } = page.site.content;
  const title = page.title === undefined ? settings.title : `${page.title} · ${settings.title}`;
  const description = page.description ?? settings.description;
  const canonical = page.address === undefined ? undefined : absolute(settings.baseUrl, page.address);
  const { site, root } = page;
  return html`${repeated(site, "beginning", beginning)}<title>${title}</title>
${description && html`<meta name="description" content="${description}">\n`}<meta name="color-scheme" content="light dark">
${canonical && html`<link rel="canonical" href="${canonical}">\n`}${repeated(site, `loaded ${root}`, () => loaded(page))}${page.head}${described(page)}</head>
<body${page.bodyClass && html` class="${page.bodyClass}"`}>
${body(page)}</body>
</html>
`.markup;
}

const beginning = ({ content }: Site): Html => html`<!doctype html>
<html lang="${content.settings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
`;

/** What every page loads. */
const loaded = ({
  site,
  root,
}: Document): Html => html`<link rel="icon" href="${root}${assetPath(site, ICON)}" type="image/svg+xml">
<link rel="stylesheet" href="${root}${assetPath(site, STYLESHEET)}">
${themeScript(site, root)}
`;

/**
 * Parts that are the same on all pages at one depth: of tens of thousands of pages, each is printed once. They read
 * nothing of the site but what every page depends on, or what is in their key.
 */
const printed = oncePerSite((_) => new Map<string, Html>());

function repeated(site: Site, key: string, print: (site: Site) => Html): Html {
  const known = printed(site).get(key);
  if (known !== undefined) return known;
  const part = print(site);
  printed(site).set(key, part);
  return part;
}

/** The head stays Skein’s, whatever the theme: it holds the policy. */
function body(page: Document): Html {
  const { site, root, main } = page;
  const pieces = {
    root,
    siteTitle: site.content.settings.title,
    skip: html`<a class="skip" href="#main">${site.words.messages.shell.skip}</a>\n`,
    banner: banner(page),
    main: html`<main id="main">\n${main}</main>\n`,
    footer: footer(page),
  };
  return compose(
    site,
    "shell",
    pieces,
    ({ skip, banner, main, footer }) => html`${skip}${banner}${main}${footer}`,
  );
}

const hasStories = valuePerSite("hasstories", ({ content }) => content.stories.length > 0);

function banner(page: Document): Html {
  const { site, root, section, address } = page;
  const isOfSection = SECTIONS.some((each) => each.address === address);
  // What it reads stands in the key, so that every page has read it.
  const key = `banner ${root} ${section} ${isOfSection && address} ${hasStories(site)}`;
  return repeated(site, key, () => printBanner(page));
}

function printBanner(page: Document): Html {
  const { site, root, section, address: current } = page;
  const { settings } = site.content;
  const { shell } = site.words.messages;
  const sections = SECTIONS.filter(({ id }) => id !== "stories" || hasStories(site));
  const pieces = {
    root,
    siteTitle: settings.title,
    navigation: html`<nav aria-label="${shell.main}">
<ul>
${sections.map(({ id, address }) => html`<li><a href="${root}${address}"${section === id && html` aria-current="${current === address ? "page" : "true"}"`}>${shell[id]}</a></li>\n`)}${settings.menus.map(({ label, url }) => html`<li><a href="${menuAddress(url, root)}">${label}</a></li>\n`)}</ul>
</nav>
`,
  };
  return compose(
    site,
    "banner",
    pieces,
    ({ siteTitle, navigation }) => html`<header class="banner">
<p class="site-title"><a href="${root}"><bdi>${siteTitle}</bdi></a></p>
${navigation}</header>
`,
  );
}

/** What programs find in the head. */
function described(page: Document): Html | false {
  const { address, site } = page;
  if (address === undefined || page.isUnlisted === true) return false;
  const found = SECTIONS.find(({ id }) => id === page.section);
  const section = found && { label: site.words.messages.shell[found.id], address: found.address };
  const facts = { ...page, address, section };
  return html`${openGraph(facts)}${feedLinks(page.site, page.root, page.record)}${linkedData(facts)}`;
}

const menuAddress = (url: string, root: string): string =>
  /^https?:/i.test(url) ? url : root + url.replace(/^\/+/, "");

/** Pages that are about the whole graph. */
const MORE = [
  "timeline",
  "table",
  "threads",
  "disputes",
  "statistics",
  "matrix",
  "help",
  "changes",
  "data",
  "contribute",
  "about",
] as const;

/** Nobody is invited to where there is no editor, and led to what is not there. */
const morePages = oncePerSite((site): { address: string; name: string }[] => {
  const { shell } = site.words.messages;
  const pages = MORE.filter((page) => page !== "contribute" || editorOf(site) !== undefined).map((page) => ({
    address: `${page}/`,
    name: shell[page],
  }));
  return site.manual === undefined ? pages : [...pages, { address: MANUAL, name: shell.manual }];
});

function moreNavigation(site: Site, root: string, address: string | undefined): Html {
  const isOwn = address !== undefined && morePages(site).some((page) => page.address === address);
  return repeated(
    site,
    `more ${root} ${isOwn && address}`,
    () => html`<nav aria-label="${site.words.messages.shell.more}">
<ul>
${morePages(site).map(({ address: own, name }) => html`<li><a href="${root}${own}"${own === address && html` aria-current="page"`}>${name}</a></li>\n`)}</ul>
</nav>
`,
  );
}

function footer({ site, record, root, address }: Document): Html {
  const { license, repository, title } = site.content.settings;
  const { mark, say, messages } = site.words;
  const { shell } = messages;
  const pieces = {
    root,
    siteTitle: title,
    navigation: moreNavigation(site, root, address),
    notice: shell.notVerdict,
    file: record?.file,
    lastChanged: record && lastChanged(site, record.file, root),
    address: address === undefined ? undefined : absolute(site.content.settings.baseUrl, address),
    repository,
    license,
  };
  return compose(
    site,
    "footer",
    pieces,
    ({ navigation, notice, file, lastChanged, address: own }) => html`<footer class="colophon">
${navigation}<p>${notice}</p>
<p>${file && html`${mark(shell.madeFrom, { file: html`<code>content/<bdi>${file}</bdi></code>` })} `}${lastChanged}${repository !== undefined && html`<a href="${repository}" rel="external">${shell.repository}</a>. `}${license !== undefined && `${say(shell.license, { license })} `}${shell.published}</p>
${own && html`<p class="printed">${own}</p>\n`}</footer>
`,
  );
}
