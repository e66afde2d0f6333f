/** The page of a source: what it is, and everything that rests on it. */
import { type Html, html, join } from "../../shared/html.ts";
import type { Edge, Source } from "../../shared/records.ts";
import { reachedFrom } from "../../shared/threads.ts";
import { addressOf, PLAIN_VIEWPOINT } from "../../shared/viewpoint.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import { claimItem, firstLinks, footnoteList, linksTo, linkTo } from "../parts/claim.ts";
import { contributeLinks } from "../parts/contribute.ts";
import { type Fact, factList } from "../parts/facts.ts";
import { type Part, pager, titleOfPart } from "../parts/pager.ts";
import { Footnotes, proseOf } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { dateWords, type Site } from "../site.ts";

/** Prints one part of the claims that cite a source; the first part carries everything else as well. */
export function sourcePage(site: Site, source: Source, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const footnotes = new Footnotes();
  const isFirst = part.number === 1;
  const total = site.relations.citingClaims.get(source.id)?.length ?? 0;
  const { messages, say } = site.words;
  const { source: said } = messages;
  const size = part.of === 1 ? said.size : said.sizeOfPart;
  const prose = isFirst && html`<div class="prose">\n${proseOf(site, source, root, footnotes)}</div>\n`;
  const pieces = {
    root,
    type: said.types[source.type],
    title: source.title,
    language: source.language,
    byline: byline(site, source),
    contribute: contributeLinks(site, {
      correct: source,
      claim: { start: { source: source.id }, words: messages.contribute.claimFrom },
    }),
    prose,
    facts: isFirst && facts(site, source, root),
    claims: html`<section class="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">${said.claims}</h2>
<p>${total === 0 ? said.noClaims : say(size, { n: total, number: part.number, of: part.of })}</p>
${part.items.length > 0 && html`<ul class="claim-list">\n${part.items.map((edge) => claimItem(site, edge, root))}</ul>\n`}${pager(site, part, root)}</section>
`,
    entities: isFirst && entities(site, source, root),
    sources: footnoteList(site, footnotes, root),
  };
  const main = compose(
    site,
    "source",
    pieces,
    (p) => html`<article class="record">
<header class="record-header">
<p class="kicker">${p.type}</p>
<h1><bdi${p.language !== undefined && html` lang="${p.language}"`}>${p.title}</bdi></h1>
<p class="standfirst">${p.byline}</p>
${p.contribute}</header>
${p.prose}${p.facts}${p.claims}${p.entities}${p.sources}</article>
`,
  );
  return documentOf({
    site,
    root,
    address: part.address,
    title: titleOfPart(site, source.title, part.number),
    description: say(said.description, { title: source.title, n: total }),
    section: "sources",
    main,
    record: source,
  });
}

function byline(site: Site, source: Source): Html {
  const { comma } = site.words.messages.parts;
  const parts = [
    source.authors.length > 0 && html`${source.authors.join(comma)}`,
    source.publisher !== undefined && html`<cite>${source.publisher}</cite>`,
    source.published !== undefined && html`${dateWords(site, source.published)}`,
  ];
  return join(
    parts.filter((part) => part !== false),
    comma,
  );
}

function facts(site: Site, source: Source, root: string): Html | false {
  const derived = site.relations.derived.get(source.id) ?? [];
  const { messages, say } = site.words;
  const { source: said } = messages;
  const rows: Fact[] = [];
  if (source.url !== undefined) rows.push([said.original, external(source.url)]);
  if (source.archiveUrl !== undefined) rows.push([said.archived, external(source.archiveUrl)]);
  if (source.accessed !== undefined) rows.push([said.read, html`${dateWords(site, source.accessed)}`]);
  if (source.reliability !== undefined)
    rows.push([said.reliability, html`${say(said.grade, { grade: source.reliability })}`]);
  const citing = site.relations.citingClaims.get(source.id) ?? [];
  const alone = restingAlone(site, source.id);
  if (alone > 0) {
    const view = addressOf({ ...PLAIN_VIEWPOINT, source: source.id, lens: "alone" });
    const claims = say(messages.common.claims, { n: alone });
    rows.push([said.alone, html`<a href="${root}${view}">${claims}</a>`]);
  }
  const quoted = [...new Set(citing.flatMap(({ attributedTo }) => attributedTo))];
  if (quoted.length > 0) rows.push([said.quotes, firstLinks(site, quoted, root)]);
  if (source.derivedFrom.length > 0) rows.push([said.madeFrom, linksTo(site, source.derivedFrom, root)]);
  if (derived.length > 0)
    rows.push([
      said.derived,
      linksTo(
        site,
        derived.map(({ id }) => id),
        root,
      ),
    ]);
  if (rows.length === 0) return false;
  return factList(site, rows, root);
}

/**
 * How many claims that stand have no other source than this one and what was made from it, as the network page counts
 * them: a wire copy is no second witness.
 */
function restingAlone(site: Site, id: string): number {
  const { derived, citingClaims, superseded } = site.relations;
  const copies = reachedFrom(id, (each) => (derived.get(each) ?? []).map((copy) => copy.id));
  const citing = new Set([...copies].flatMap((each) => citingClaims.get(each) ?? []));
  const restsAlone = ({ sources }: Edge) => {
    const supporting = sources.filter(({ stance }) => stance === "supports");
    return supporting.length > 0 && supporting.every(({ source }) => copies.has(source));
  };
  return [...citing].filter((edge) => !superseded.has(edge.id) && restsAlone(edge)).length;
}

function external(url: string): Html {
  return html`<a href="${url}" rel="external nofollow noopener">${url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}</a>`;
}

const ENTITIES_LIMIT = 500;

function entities(site: Site, source: Source, root: string): Html | false {
  const citing = site.relations.citingEntities.get(source.id) ?? [];
  if (citing.length === 0) return false;
  const { messages, say } = site.words;
  return html`<section aria-labelledby="entities-heading">
<h2 id="entities-heading">${messages.source.entities}</h2>
<ul class="names">
${citing.slice(0, ENTITIES_LIMIT).map((entity) => html`<li>${linkTo(site, entity, root)}</li>\n`)}</ul>
${citing.length > ENTITIES_LIMIT && html`<p>${say(messages.parts.andMore, { n: citing.length - ENTITIES_LIMIT })}</p>\n`}</section>
`;
}
