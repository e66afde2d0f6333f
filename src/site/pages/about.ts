/** What everything here means, how it is made, how to correct and to cite it, and what there is for programs. */
import { type Html, html } from "../../shared/html.ts";
import { KEYS } from "../../shared/keys.ts";
import { absolute } from "../machines/addresses.ts";
import { FEED_FORMATS } from "../machines/feed.ts";
import { listedFeeds } from "../machines/feeds.ts";
import { rootFrom } from "../page.ts";
import { WORDS } from "../parts/about-words.ts";
import { overviewPage } from "../parts/overview.ts";
import { signTables } from "../parts/sign-tables.ts";
import type { Site } from "../site.ts";

const ADDRESS = "about/";
const ROOT = rootFrom(ADDRESS);

interface Section {
  readonly id: keyof typeof WORDS.headings;
  readonly body: Html;
}

export function aboutPage(site: Site): string {
  const { description } = site.content.settings;
  const sections: Section[] = [
    { id: "reading", body: WORDS.reading(ROOT) },
    { id: "signs", body: signTables(site) },
    { id: "methods", body: WORDS.methods(site.analysis.betweennessIsExact, ROOT) },
    { id: "correct", body: correcting(site) },
    { id: "cite", body: citing(site) },
    { id: "keys", body: keys(site) },
    { id: "feeds", body: feeds(site) },
    { id: "data", body: WORDS.data(ROOT, site.content.settings.baseUrl !== undefined) },
    { id: "privacy", body: WORDS.privacy },
  ];
  return overviewPage(site, {
    address: ADDRESS,
    title: WORDS.title,
    summary: description ?? WORDS.summary,
    body: html`<nav aria-labelledby="contents-heading">
<h2 class="visually-hidden" id="contents-heading">${WORDS.contents}</h2>
<ul class="wants">
${sections.map(({ id }) => html`<li><a href="#${id}">${WORDS.headings[id]}</a></li>\n`)}</ul>
</nav>
${sections.map(
  ({ id, body }) => html`<section class="about" aria-labelledby="${id}">
<h2 id="${id}">${WORDS.headings[id]}</h2>
<div class="prose">
${body}</div>
</section>
`,
)}`,
  });
}

function correcting(site: Site): Html {
  const { repository } = site.content.settings;
  return html`${WORDS.correct(ROOT)}<p>${repository === undefined ? WORDS.noRepository : WORDS.repository(html`<a href="${repository}" rel="external">${repository.replace(/^https?:\/\//, "")}</a>`)}</p>
`;
}

function citing(site: Site): Html {
  const { title, baseUrl, license } = site.content.settings;
  const address = absolute(baseUrl, "");
  return html`${WORDS.cite}<blockquote><p><bdi>${title}</bdi>.${address !== undefined && html` <a href="${address}">${address}</a>.`}</p></blockquote>
<p>${license === undefined ? WORDS.noLicence : WORDS.licence(html`<bdi>${license}</bdi>`)}</p>
`;
}

function keys(site: Site): Html {
  return html`<p>${WORDS.keys}</p>
<table>
<thead><tr><th scope="col">${WORDS.key}</th><th scope="col">${WORDS.does}</th></tr></thead>
<tbody>
${KEYS.map(([key, what]) => html`<tr><th scope="row">${key.split(" ").map((each) => html`<kbd>${each}</kbd> `)}</th><td>${site.words.messages.app.keys[what]}</td></tr>\n`)}</tbody>
</table>
`;
}

const TAGS_LIMIT = 100;

function feeds(site: Site): Html {
  if (site.content.settings.baseUrl === undefined) return html`<p>${WORDS.noFeeds}</p>\n`;
  const { whole, types, tags } = listedFeeds(site);
  const row = (name: Html | string, address: string) =>
    html`<tr><th scope="row">${name}</th><td><a href="${ROOT}${address}${FEED_FORMATS.atom.ending}">Atom<span class="visually-hidden">: ${name}</span></a> <a href="${ROOT}${address}${FEED_FORMATS.json.ending}">JSON Feed<span class="visually-hidden">: ${name}</span></a></td></tr>\n`;
  return html`${WORDS.feeds}<table>
<thead><tr><th scope="col">${WORDS.feed}</th><th scope="col">${WORDS.formats}</th></tr></thead>
<tbody>
${row(WORDS.everything, whole.address)}${types.map(({ title, address }) => row(title, address))}${tags.slice(0, TAGS_LIMIT).map(({ title, address }) => row(html`#<bdi>${title}</bdi>`, address))}</tbody>
</table>
${tags.length > TAGS_LIMIT && html`<p class="and-more">${WORDS.moreTags(tags.length - TAGS_LIMIT)}</p>\n`}`;
}
