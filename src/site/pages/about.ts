/** What everything here means, how it is made, how to correct and to cite it, and what there is for programs. */
import type { Given } from "../../shared/given.ts";
import { type Html, html } from "../../shared/html.ts";
import { KEYS } from "../../shared/keys.ts";
import { DATA, FOLDERS, NETWORK_DATA, SCHEMA } from "../../shared/paths.ts";
import type { Messages } from "../../shared/words/words.ts";
import { editorOf } from "../editor.ts";
import { absolute } from "../machines/addresses.ts";
import { FEED_FORMATS } from "../machines/feed.ts";
import { listedFeeds } from "../machines/feeds.ts";
import { rootFrom } from "../page.ts";
import { licenceNote } from "../parts/licence-note.ts";
import { overviewPage } from "../parts/overview.ts";
import { signTables } from "../parts/sign-tables.ts";
import type { Site } from "../site.ts";
import { CONTRIBUTE } from "./contribute.ts";

const ADDRESS = "about/";
const ROOT = rootFrom(ADDRESS);

interface Section {
  readonly id: keyof Messages["about"]["headings"];
  readonly body: Html;
}

export function aboutPage(site: Site): string {
  const { description } = site.content.settings;
  const { shell, about: said } = site.words.messages;
  const sections: Section[] = [
    { id: "reading", body: reading(site) },
    { id: "signs", body: signTables(site) },
    { id: "methods", body: methods(site) },
    { id: "correct", body: correcting(site) },
    { id: "cite", body: citing(site) },
    { id: "keys", body: keys(site) },
    { id: "feeds", body: feeds(site) },
    { id: "data", body: data(site) },
    { id: "privacy", body: html`<p>${said.privacy}</p>\n` },
  ];
  return overviewPage(site, {
    name: "about",
    address: ADDRESS,
    title: shell.about,
    summary: description ?? said.summary,
    body: html`<nav aria-labelledby="contents-heading">
<h2 class="visually-hidden" id="contents-heading">${said.contents}</h2>
<ul class="wants">
${sections.map(({ id }) => html`<li><a href="#${id}">${said.headings[id]}</a></li>\n`)}</ul>
</nav>
${sections.map(
  ({ id, body }) => html`<section class="about" aria-labelledby="${id}">
<h2 id="${id}">${said.headings[id]}</h2>
<div class="prose">
${body}</div>
</section>
`,
)}`,
  });
}

const linkTo = (address: string, words: string): Html => html`<a href="${ROOT}${address}">${words}</a>`;

function reading({ words: { messages, mark } }: Site): Html {
  const { reading: said } = messages.about;
  return html`<ul>
<li>${mark(said.entity, { link: linkTo(`${FOLDERS.entity}/`, said.entityLink) })}</li>
<li>${mark(said.claim, { link: linkTo(`${FOLDERS.edge}/`, said.claimLink) })}</li>
<li>${mark(said.source, { link: linkTo(`${FOLDERS.source}/`, said.sourceLink) })}</li>
</ul>
<p>${said.verdict}</p>
<p>${mark(said.threads, { thread: linkTo("threads/", said.threadLink), sides: linkTo("disputes/", said.sidesLink) })}</p>
<p>${said.dates}</p>
`;
}

function methods({ analysis, words: { messages, mark } }: Site): Html {
  const { shell, about } = messages;
  const { methods: said } = about;
  const between = analysis.betweennessIsExact ? said.betweenness : said.betweennessEstimated;
  const item = (method: string, name: string) =>
    html`<li>${mark(method, { name: html`<strong>${name}</strong>` })}</li>\n`;
  const orGiven = (measure: Given, here: string, elsewhere: string) =>
    analysis.given.has(measure) ? elsewhere : here;
  return html`<ul>
${item(orGiven("positions", said.map, said.mapGiven), said.mapName)}${item(orGiven("communities", said.communities, said.communitiesGiven), said.communitiesName)}${item(orGiven("pagerank", said.pagerank, said.pagerankGiven), said.pagerankName)}${item(orGiven("betweenness", between, said.betweennessGiven), said.betweennessName)}${item(said.independent, said.independentName)}</ul>
<p>${mark(said.caution, { statistics: linkTo("statistics/", shell.statistics) })}</p>
`;
}

function correcting(site: Site): Html {
  const { content, words } = site;
  const { messages, mark } = words;
  const { repository } = content.settings;
  const { shell, about: said } = messages;
  const links = { help: linkTo("help/", shell.help), changes: linkTo("changes/", shell.changes) };
  return html`<p>${mark(said.correct, links)}</p>
${editorOf(site) !== undefined && html`<p>${mark(said.contribute, { contribute: linkTo(CONTRIBUTE, shell.contribute) })}</p>\n`}<p>${repository === undefined ? said.noRepository : mark(said.repository, { repository: html`<a href="${repository}" rel="external">${repository.replace(/^https?:\/\//, "")}</a>` })}</p>
`;
}

function citing(site: Site): Html {
  const { content, words } = site;
  const { messages, mark } = words;
  const { title, baseUrl } = content.settings;
  const { about: said } = messages;
  const address = absolute(baseUrl, "");
  const cited = {
    title: html`<bdi>${title}</bdi>`,
    address: address !== undefined && html`<a href="${address}">${address}</a>`,
  };
  return html`<p>${said.cite}</p>
<blockquote><p>${mark(address === undefined ? said.citation : said.citationWithAddress, cited)}</p></blockquote>
${licenceNote(site)}`;
}

function keys({ words: { messages } }: Site): Html {
  const { about: said, app } = messages;
  return html`<p>${said.keys}</p>
<table>
<thead><tr><th scope="col">${said.key}</th><th scope="col">${said.does}</th></tr></thead>
<tbody>
${KEYS.map(([key, what]) => html`<tr><th scope="row">${key.split(" ").map((each) => html`<kbd>${each}</kbd> `)}</th><td>${app.keys[what]}</td></tr>\n`)}</tbody>
</table>
`;
}

const TAGS_LIMIT = 100;

function feeds(site: Site): Html {
  const { messages, say, mark } = site.words;
  const { about: said } = messages;
  if (site.content.settings.baseUrl === undefined) return html`<p>${said.noFeeds}</p>\n`;
  const { whole, types, tags } = listedFeeds(site);
  const row = (name: Html | string, address: string) => {
    const link = (format: string, ending: string) =>
      html`<a href="${ROOT}${address}${ending}">${format}<span class="visually-hidden">${mark(said.feedOf, { name })}</span></a>`;
    return html`<tr><th scope="row">${name}</th><td>${link("Atom", FEED_FORMATS.atom.ending)} ${link("JSON Feed", FEED_FORMATS.json.ending)}</td></tr>\n`;
  };
  return html`<p>${mark(said.feeds, { atom: html`<code>feed.atom</code>`, json: html`<code>feed.json</code>` })}</p>
<table>
<thead><tr><th scope="col">${said.feed}</th><th scope="col">${said.formats}</th></tr></thead>
<tbody>
${row(said.everything, whole.address)}${types.map(({ title, address }) => row(title, address))}${tags.slice(0, TAGS_LIMIT).map(({ title, address }) => row(html`#<bdi>${title}</bdi>`, address))}</tbody>
</table>
${tags.length > TAGS_LIMIT && html`<p class="and-more">${say(said.moreTags, { n: tags.length - TAGS_LIMIT })}</p>\n`}`;
}

function data({ content, words: { messages, mark } }: Site): Html {
  const { shell, about } = messages;
  const { data: said } = about;
  const file = (path: string) => ({ file: linkTo(path, path) });
  return html`<ul>
<li>${mark(said.files, { page: linkTo(DATA, shell.data) })}</li>
<li>${mark(said.graph, file(NETWORK_DATA))}</li>
<li>${said.pages}</li>
<li>${mark(said.llms, file("llms.txt"))}</li>
<li>${mark(said.schema, { file: linkTo(SCHEMA, messages.schema.title) })}</li>
${content.settings.baseUrl !== undefined && html`<li>${mark(said.sitemap, file("sitemap.xml"))}</li>\n`}</ul>
`;
}
