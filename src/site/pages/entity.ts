/** The page of an entity: who or what it is, what is claimed of it, and what those claims rest on. */
import type { Analysis } from "../../graph/analyse.ts";
import { type Html, html, join } from "../../shared/html.ts";
import { oncePer } from "../../shared/once.ts";
import type { Edge, EdgeType, Entity } from "../../shared/records.ts";
import { headingFor } from "../../shared/sentence.ts";
import { compose } from "../compose.ts";
import { linesOf, surroundingsOf } from "../network.ts";
import { findPerSite, valuePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { claimItem, footnoteList, marks } from "../parts/claim.ts";
import { contributeLinks } from "../parts/contribute.ts";
import { entityTime } from "../parts/entity-time.ts";
import { type Fact, factList } from "../parts/facts.ts";
import { mentions } from "../parts/mentions.ts";
import { nameIn } from "../parts/name.ts";
import { neighbourhood } from "../parts/neighbourhood.ts";
import { type Part, pager, titleOfPart } from "../parts/pager.ts";
import { Footnotes, proseOf } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { dateWords, edgeTypeOf, entityTypeOf, type Site } from "../site.ts";

/** Prints one part of an entity’s claims; the first part carries everything else as well. */
export function entityPage(site: Site, entity: Entity, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const footnotes = new Footnotes();
  const type = entityTypeOf(site, entity);
  const isFirst = part.number === 1;
  const surroundings = isFirst && surroundingsOf(site, entity);
  // In the order in which the page has them, which is that of the numbers of its sources.
  const opening = isFirst && proseAndSources(site, entity, root, footnotes);
  const claims = claimGroups(site, entity, part.items, root, footnotes);
  const { about, attributed } = site.relations;
  const { entity: said } = site.words.messages;
  const pieces = {
    root,
    type: type.label,
    typeSign: html`<span class="swatch" data-entity-type="${type.id}"></span>`,
    name: entity.name,
    aliases: aliases(site, entity),
    description: entity.description,
    contribute: contributeLinks(site, {
      correct: entity,
      claim: {
        start: { entity },
        words: site.words.mark(site.words.messages.contribute.claimAbout, {
          name: nameIn(site, entity.name),
        }),
      },
    }),
    image: isFirst && portrait(entity, root),
    prose: opening,
    facts: isFirst && facts(site, entity, root),
    neighbourhood: surroundings && neighbourhood(site, entity, surroundings, root),
    timeline: surroundings && entityTime(site, surroundings, root),
    claims,
    pager: pager(site, part, root),
    claimsAbout: isFirst && others(site, said.claimsAbout, about.get(entity.id), root, footnotes),
    claimsBy: isFirst && others(site, said.claimsBy, attributed.get(entity.id), root, footnotes),
    mentions: isFirst && mentions(site, entity, root),
    sources: footnoteList(site, footnotes, root),
  };
  const main = compose(
    site,
    "entity",
    pieces,
    (p) => html`<article class="record">
<header class="record-header">
<p class="kicker">${p.typeSign}${p.type}</p>
<h1>${nameIn(site, p.name)}</h1>
${p.aliases}${p.description && html`<p class="standfirst">${p.description}</p>\n`}${p.contribute}</header>
${p.image}${p.prose}${p.facts}${p.neighbourhood}${p.timeline}${p.claims}${p.pager}${p.claimsAbout}${p.claimsBy}${p.mentions}${p.sources}</article>
`,
  );
  return documentOf({
    site,
    root,
    address: part.address,
    title: titleOfPart(site, entity.name, part.number),
    description: entity.description,
    section: "entities",
    main,
    record: entity,
  });
}

function aliases(site: Site, entity: Entity): Html | false {
  return (
    entity.aliases.length > 0 &&
    html`<p class="aliases"><span class="visually-hidden">${site.words.messages.entity.alsoKnownAs} </span>${join(
      entity.aliases.map((alias) => nameIn(site, alias)),
      html`<span aria-hidden="true"> · </span>`,
    )}</p>\n`
  );
}

function portrait({ image }: Entity, root: string): Html | false {
  return (
    image !== undefined &&
    html`<figure class="portrait">
<img src="${root}assets/${image.src.split("/").map(encodeURIComponent).join("/")}" alt="${image.alt}">
${image.credit !== undefined && html`<figcaption>${image.url === undefined ? image.credit : html`<a href="${image.url}" rel="external nofollow noopener">${image.credit}</a>`}</figcaption>\n`}</figure>
`
  );
}

function proseAndSources(site: Site, entity: Entity, root: string, footnotes: Footnotes): Html {
  const sources = marks(site, entity.sources, footnotes);
  const { messages, mark } = site.words;
  return html`<div class="prose">
${proseOf(site, entity, root, footnotes)}${entity.sources.length > 0 && html`<p class="body-sources">${mark(messages.entity.textSources, { sources })}</p>\n`}</div>
`;
}

function facts(site: Site, entity: Entity, root: string): Html {
  const { entity: said, parts } = site.words.messages;
  const rows: Fact[] = [];
  if (entity.date !== undefined) rows.push([said.date, html`${dateWords(site, entity.date)}`]);
  rows.push([said.inNetwork, html`${standing(site, entity)}`]);
  if (entity.tags.length > 0) rows.push([parts.tags, html`${entity.tags.join(parts.comma)}`]);
  if (entity.sameAs.length > 0) {
    const links = entity.sameAs.map(
      (url) =>
        html`<a href="${url}" rel="external nofollow noopener">${new URL(url).hostname.replace(/^www\./, "")}</a>`,
    );
    rows.push([said.elsewhere, join(links, parts.comma)]);
  }
  return factList(site, rows, root);
}

/** “12 lines to 7 others; place 3 of 38 by PageRank, place 5 by betweenness”. */
function standing(site: Site, entity: Entity): string {
  const { lines, others } = linesOf(site, entity.id);
  const { messages, say } = site.words;
  const { entity: said } = messages;
  if (lines === 0) return said.noLines;
  const { pagerank, betweenness } = rankOf(site, entity.id);
  return say(placeWords(site), {
    lines: say(said.lines, { n: lines }),
    others: say(said.others, { n: others }),
    pagerank: pagerank ?? "–",
    order: orderOf(site),
    betweenness: betweenness ?? "–",
  });
}

function placeWords({ analysis: { given, betweennessIsExact }, words: { messages } }: Site) {
  const { entity: said } = messages;
  if (given.has("pagerank") || given.has("betweenness")) return said.placeGiven;
  return betweennessIsExact ? said.place : said.placeEstimated;
}

interface Ranks {
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
}

const ranksOf = oncePer(
  ({ pagerank, betweenness }: Analysis): Ranks => ({
    pagerank: rankBy(pagerank),
    betweenness: rankBy(betweenness),
  }),
);

const rankOf = findPerSite("rank", ({ analysis }, id) => {
  const { pagerank, betweenness } = ranksOf(analysis);
  return { pagerank: pagerank.get(id), betweenness: betweenness.get(id) };
});

const orderOf = valuePerSite("order", ({ analysis }) => analysis.graph.order);

/** The place of each id, from 1 for the greatest value; equal values share a place. */
function rankBy(values: ReadonlyMap<string, number>): Map<string, number> {
  const places = new Map<string, number>();
  let [place, last] = [0, Number.NaN];
  for (const [i, [id, value]] of [...values].sort((a, b) => b[1] - a[1]).entries()) {
    if (value !== last) [place, last] = [i + 1, value];
    places.set(id, place);
  }
  return places;
}

interface Group {
  readonly heading: string;
  readonly type: EdgeType;
  readonly edges: Edge[];
}

/** By type in the order of the ontology, what it does before what is done to it. */
function claimGroups(
  site: Site,
  entity: Entity,
  edges: readonly Edge[],
  root: string,
  footnotes: Footnotes,
): Html {
  const groups = new Map<string, Group>();
  const actsFirst = [...edges].sort(
    (a, b) => Number(b.from.includes(entity.id)) - Number(a.from.includes(entity.id)),
  );
  for (const edge of actsFirst) {
    const type = edgeTypeOf(site, edge);
    const heading = headingFor(type, edge.from.includes(entity.id), site.words);
    const group = groups.get(heading) ?? { heading, type, edges: [] };
    group.edges.push(edge);
    groups.set(heading, group);
  }
  const order = [...site.content.ontology.edgeTypes.values()];
  const sorted = [...groups.values()].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  const { entity: said } = site.words.messages;
  return html`<section class="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">${said.claims}</h2>
${groups.size === 0 && html`<p class="empty">${said.noClaims}</p>\n`}${sorted.map(
  (group) => html`<h3><span class="line-swatch" data-edge-type="${group.type.id}"></span>${group.heading}</h3>
<ul class="claim-list">
${group.edges.map((edge) => claimItem(site, edge, root, footnotes))}</ul>
`,
)}</section>
`;
}

function others(
  site: Site,
  heading: string,
  edges: readonly Edge[] | undefined,
  root: string,
  footnotes: Footnotes,
): Html | false {
  const { messages, say } = site.words;
  return (
    edges !== undefined &&
    html`<section class="claims">
<h2>${heading}</h2>
<ul class="claim-list">
${edges.slice(0, OTHERS_LIMIT).map((edge) => claimItem(site, edge, root, footnotes))}</ul>
${edges.length > OTHERS_LIMIT && html`<p>${say(messages.parts.andMore, { n: edges.length - OTHERS_LIMIT })}</p>\n`}</section>
`
  );
}

const OTHERS_LIMIT = 200;
