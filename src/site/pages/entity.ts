/** The page of an entity: who or what it is, what is claimed of it, and what those claims rest on. */
import { type Html, html, join } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import type { Edge, EdgeType, Entity } from "../../shared/records.ts";
import { headingFor } from "../../shared/sentence.ts";
import { count } from "../../shared/text.ts";
import { compose } from "../compose.ts";
import { oncePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { claimItem, footnoteList, marks } from "../parts/claim.ts";
import { mentions } from "../parts/mentions.ts";
import { neighbourhood } from "../parts/neighbourhood.ts";
import { type Part, pager } from "../parts/pager.ts";
import { Footnotes, proseOf } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { dateWords, edgeTypeOf, entityTypeOf, type Site } from "../site.ts";

/** Prints one part of an entity’s claims; the first part carries everything else as well. */
export function entityPage(site: Site, entity: Entity, part: Part<Edge>, network: Network): string {
  const root = rootFrom(part.address);
  const footnotes = new Footnotes();
  const type = entityTypeOf(site, entity);
  const isFirst = part.number === 1;
  // In the order in which the page has them, which is that of the numbers of its sources.
  const opening = isFirst && proseAndSources(site, entity, root, footnotes);
  const claims = claimGroups(site, entity, part.items, root, footnotes);
  const { about, attributed } = site.relations;
  const pieces = {
    root,
    type: type.label,
    typeSign: html`<span class="swatch" data-entity-type="${type.id}"></span>`,
    name: entity.name,
    aliases: aliases(entity),
    description: entity.description,
    image: isFirst && portrait(entity, root),
    prose: opening,
    facts: isFirst && facts(site, entity),
    neighbourhood: isFirst && neighbourhood(site, entity, network, root),
    claims,
    pager: pager(site, part, root),
    claimsAbout: isFirst && others(site, "Claims about it", about.get(entity.id), root, footnotes),
    claimsBy: isFirst && others(site, "Claims it makes", attributed.get(entity.id), root, footnotes),
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
<h1><bdi>${p.name}</bdi></h1>
${p.aliases}${p.description && html`<p class="standfirst">${p.description}</p>\n`}</header>
${p.image}${p.prose}${p.facts}${p.neighbourhood}${p.claims}${p.pager}${p.claimsAbout}${p.claimsBy}${p.mentions}${p.sources}</article>
`,
  );
  return documentOf({
    site,
    root,
    address: part.address,
    title: part.number === 1 ? entity.name : `${entity.name}, part ${part.number}`,
    description: entity.description,
    section: "entities",
    main,
    record: entity,
  });
}

function aliases(entity: Entity): Html | false {
  return (
    entity.aliases.length > 0 &&
    html`<p class="aliases"><span class="visually-hidden">Also known as </span>${join(
      entity.aliases.map((alias) => html`<bdi>${alias}</bdi>`),
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
  const cited = marks(entity.sources, footnotes);
  return html`<div class="prose">
${proseOf(site, entity, root, footnotes)}${entity.sources.length > 0 && html`<p class="body-sources">Sources of this text: ${cited}</p>\n`}</div>
`;
}

function facts(site: Site, entity: Entity): Html {
  const rows: [string, Html][] = [];
  if (entity.date !== undefined) rows.push(["Date", html`${dateWords(site, entity.date)}`]);
  rows.push(["In the network", standing(site, entity)]);
  if (entity.tags.length > 0) rows.push(["Tags", html`${entity.tags.join(", ")}`]);
  if (entity.sameAs.length > 0) {
    const links = entity.sameAs.map(
      (url) =>
        html`<a href="${url}" rel="external nofollow noopener">${new URL(url).hostname.replace(/^www\./, "")}</a>`,
    );
    rows.push(["Elsewhere", join(links, ", ")]);
  }
  return html`<dl class="facts">
${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
`;
}

/** “12 claims with 7 others; 3rd of 38 by PageRank, 5th by betweenness”. */
function standing(site: Site, entity: Entity): Html {
  const { graph } = site.analysis;
  const lines = graph.degree(entity.id);
  const others = graph.neighbors(entity.id).filter((id) => id !== entity.id).length;
  if (lines === 0) return html`no claims that stand`;
  const { pagerank, betweenness, order } = ranksOf(site);
  const approximate = site.analysis.betweennessIsExact ? "" : " (estimated)";
  return html`${count(lines, "line")} to ${count(others, "other")}; ${ordinal(pagerank.get(entity.id))} of ${order} by PageRank, ${ordinal(betweenness.get(entity.id))} by betweenness${approximate}`;
}

interface Ranks {
  readonly pagerank: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
  readonly order: number;
}

const ranksOf = oncePerSite((site): Ranks => {
  const { graph, pagerank, betweenness } = site.analysis;
  return { pagerank: rankBy(pagerank), betweenness: rankBy(betweenness), order: graph.order };
});

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

function ordinal(n: number | undefined): string {
  if (n === undefined) return "–";
  const tail = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${tail}`;
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
  return html`<section class="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">Claims</h2>
${groups.size === 0 && html`<p class="empty">Nothing is claimed of it yet.</p>\n`}${sorted.map(
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
  return (
    edges !== undefined &&
    html`<section class="claims">
<h2>${heading}</h2>
<ul class="claim-list">
${edges.slice(0, OTHERS_LIMIT).map((edge) => claimItem(site, edge, root, footnotes))}</ul>
${edges.length > OTHERS_LIMIT && html`<p>And ${count(edges.length - OTHERS_LIMIT, "more", "more")}.</p>\n`}</section>
`
  );
}

const OTHERS_LIMIT = 200;
