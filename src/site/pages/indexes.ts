/** The lists of all entities, all claims, all sources and all stories. */
import { type Html, html } from "../../shared/html.ts";
import { pagePath, storyPath } from "../../shared/paths.ts";
import type { Edge, Entity, EntityType, Source, Story } from "../../shared/records.ts";
import { compareText, fold } from "../../shared/text.ts";
import { compose } from "../compose.ts";
import { findPerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { claimItem, sourceLine } from "../parts/claim.ts";
import { type Contribution, contributeLinks } from "../parts/contribute.ts";
import { nameIn } from "../parts/name.ts";
import { type Part, pager, summaryOfPart, titleOfPart } from "../parts/pager.ts";
import { documentOf, type Section } from "../shell.ts";
import { entityTypeOf, type Site } from "../site.ts";

/** Entities in the order of the ontology’s types, then of their names. */
export function entitiesInOrder(site: Site): Entity[] {
  const order = new Map([...site.content.ontology.entityTypes.keys()].map((id, i) => [id, i]));
  const keyed = site.content.entities.map((entity) => ({ entity, name: fold(entity.name) }));
  keyed.sort(
    (a, b) =>
      (order.get(a.entity.type) ?? 0) - (order.get(b.entity.type) ?? 0) ||
      compareText(a.name, b.name) ||
      compareText(a.entity.id, b.entity.id),
  );
  return keyed.map(({ entity }) => entity);
}

export function entityIndex(site: Site, part: Part<Entity>): string {
  const root = rootFrom(part.address);
  const groups = new Map<EntityType, Entity[]>();
  for (const entity of part.items) {
    const type = entityTypeOf(site, entity);
    groups.set(type, [...(groups.get(type) ?? []), entity]);
  }
  const lists = [...groups].map(
    ([type, entities]) => html`<section aria-labelledby="type-${type.id}">
<h2 id="type-${type.id}"><span class="swatch" data-entity-type="${type.id}"></span>${type.plural}</h2>
<ul class="index">
${entities.map((entity) => html`<li><a href="${root}${pagePath("entity", entity.id)}">${nameIn(site, entity.name)}</a>${entity.description !== undefined && html` <span class="index-note">${entity.description}</span>`}</li>\n`)}</ul>
</section>
`,
  );
  return index(site, part, "entities", html`${lists}`);
}

export function edgeIndex(site: Site, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const list = html`<ul class="claim-list">\n${part.items.map((edge) => claimItem(site, edge, root))}</ul>\n`;
  return index(site, part, "edges", list);
}

const claimsCiting = findPerSite(
  "claimsciting",
  ({ relations }, id) => relations.citingClaims.get(id)?.length ?? 0,
);

export function sourceIndex(site: Site, part: Part<Source>): string {
  const root = rootFrom(part.address);
  const { messages, say } = site.words;
  const claims = ({ id }: Source) => say(messages.common.claims, { n: claimsCiting(site, id) });
  const list = html`<ul class="index">
${part.items.map((source) => html`<li>${sourceLine(site, source.id, root)} <span class="index-note">${claims(source)}</span></li>\n`)}</ul>
`;
  return index(site, part, "sources", list);
}

export function storyIndex(site: Site, part: Part<Story>): string {
  const root = rootFrom(part.address);
  const list = html`<ul class="index">
${part.items.map(({ id, title, description }) => html`<li><a href="${root}${storyPath(id)}"><bdi>${title}</bdi></a>${description !== undefined && html` <span class="index-note">${description}</span>`}</li>\n`)}</ul>
`;
  return index(site, part, "stories", list);
}

type List = Exclude<Section, "network" | "search">;

/** How many records there are in all parts of a list. */
const sizeOf = findPerSite("size", ({ content }, section) =>
  section === "entities" || section === "edges" || section === "sources" || section === "stories"
    ? content[section].length
    : 0,
);

function index(site: Site, part: Part<unknown>, section: List, lists: Html): string {
  const root = rootFrom(part.address);
  const { messages, say } = site.words;
  const { shell, indexes: said } = messages;
  const title = shell[section];
  const summary = say(said[section === "edges" ? "claims" : section], { n: sizeOf(site, section) });
  const pieces = {
    root,
    title,
    summary: summaryOfPart(site, summary, part),
    list: part.items.length === 0 ? html`<p class="empty">${said.none}</p>\n` : lists,
    contribute: contributeLinks(site, contributionTo(site, section)),
    pager: pager(site, part, root),
  };
  const main = compose(
    site,
    "index",
    pieces,
    (p) => html`<article class="record">
<header class="record-header">
<h1>${p.title}</h1>
<p class="standfirst">${p.summary}</p>
${p.contribute}</header>
${p.list}${p.pager}</article>
`,
  );
  return documentOf({
    site,
    root,
    address: part.address,
    title: titleOfPart(site, title, part.number),
    description: say(said.description, { title, summary }),
    section,
    main,
  });
}

function contributionTo({ words }: Site, section: List): Contribution {
  if (section === "edges") return { claim: { words: words.messages.contribute.addClaim } };
  return { entity: section === "entities", source: section === "sources" };
}
