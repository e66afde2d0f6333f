/** The part of the site that the network page shows, as its data file holds it. */

import type { EntityInBrief, SourceInBrief } from "../shared/brief.ts";
import type { FuzzyDate } from "../shared/dates.ts";
import type { Network, NetworkClaim, NetworkDate, NetworkEntity, NetworkSource } from "../shared/network.ts";
import type { Edge, EdgeType, Entity } from "../shared/records.ts";
import { editorOf } from "./editor.ts";
import { findPerSite, oncePerSite, valuePerSite } from "./once.ts";
import { dateWords, edgeTypeOf, entityTypeOf, newestFirst, type Site } from "./site.ts";

/** Claims that stand, with the entities and sources; types that nothing uses are left out. */
export const networkOf = oncePerSite((site): Network => {
  const { content, relations } = site;
  const entities = new Map(content.entities.map((entity) => [entity.id, entityOf(site, entity)]));
  const sources = new Map<string, NetworkSource>();
  for (const source of content.sources) sources.set(source.id, sourceOf(source, sources));
  const edges = content.edges.filter(({ id }) => !relations.superseded.has(id)).sort(newestFirst);
  const claims = new Map<string, NetworkClaim>();
  for (const edge of edges) claims.set(edge.id, claimOf(site, edge, entities, claims, sources));
  const entityTypes = new Set(content.entities.map(({ type }) => type));
  const editor = editorOf(site);
  const records = [...content.entities, ...content.sources, ...edges];
  const paths = new Map(records.map(({ id, file }) => [id, file]));
  return {
    entityTypes: [...content.ontology.entityTypes.values()].filter(({ id }) => entityTypes.has(id)),
    edgeTypes: [...shownEdgeTypes(site)],
    entities: [...entities.values()],
    claims: [...claims.values()],
    sources: [...sources.values()],
    ...(editor !== undefined && { files: { editor: editor.base, paths } }),
  };
});

/** What of the network an entity’s page shows, made without the rest. */
export interface Surroundings {
  /** Those that the entity is an end of, newest first. Other claims that they name are left out. */
  readonly claims: readonly NetworkClaim[];
  readonly edgeTypes: readonly EdgeType[];
}

export function surroundingsOf(site: Site, { id }: Entity): Surroundings {
  const { entities, sources } = lookupsIn(site);
  const edges = site.relations.claims.get(id) ?? [];
  return {
    claims: edges
      .filter((edge) => !site.relations.superseded.has(edge.id))
      .map((edge) => claimOf(site, edge, entities, new Map(), sources)),
    edgeTypes: shownEdgeTypes(site),
  };
}

/** How many lines touch an entity on the map, and how many others they lead to. */
export const linesOf = findPerSite(
  "lines",
  (site, id): { readonly lines: number; readonly others: number } => {
    const { graph } = site.analysis;
    if (!graph.hasNode(id)) return { lines: 0, others: 0 };
    const others = graph.neighbors(id).filter((other) => other !== id);
    return { lines: graph.degree(id), others: others.length };
  },
);

type Lookup<T> = Pick<ReadonlyMap<string, T>, "get">;

/** Of one page’s own, so that it is noted what each page reads. */
function lookupsIn(site: Site) {
  const { byId } = site.content;
  const entities = lookup((id): NetworkEntity | undefined => {
    const record = byId.get(id);
    return record?.kind === "entity" ? { ...nodeOf(site, record), ...UNSHOWN } : undefined;
  });
  const sources: Lookup<NetworkSource> = lookup((id): NetworkSource | undefined => {
    const record = byId.get(id);
    return record?.kind === "source" ? sourceOf(record, sources) : undefined;
  });
  return { entities, sources };
}

/** No page shows these of the neighbours of an entity, and must not be made again for them. */
const UNSHOWN = { aliases: [], tags: [], community: 0, pagerank: 0 };

/** Made when it is asked for, and once. */
function lookup<T>(make: (id: string) => T | undefined): Lookup<T> {
  const made = new Map<string, T | undefined>();
  return {
    get(id) {
      const known = made.get(id);
      if (known !== undefined) return known;
      const value = make(id);
      made.set(id, value);
      return value;
    },
  };
}

const shownEdgeTypes = valuePerSite("edgetypes", (site): readonly EdgeType[] => {
  const { content, relations } = site;
  const used = new Set<string>();
  for (const { id, type } of content.edges) if (!relations.superseded.has(id)) used.add(type);
  return [...content.ontology.edgeTypes.values()].filter(({ id }) => used.has(id));
});

function entityOf(site: Site, entity: Entity): NetworkEntity {
  const { communities, pagerank } = site.analysis;
  const { id, aliases, description, tags } = entity;
  return {
    ...nodeOf(site, entity),
    aliases,
    description,
    tags,
    community: communities.get(id) ?? 0,
    pagerank: pagerank.get(id) ?? 0,
  };
}

function nodeOf(site: Site, entity: EntityInBrief) {
  const { id, name } = entity;
  const { x, y } = site.analysis.positions.get(id) ?? { x: 0, y: 0 };
  return { id, name, type: entityTypeOf(site, entity), x, y };
}

function sourceOf(
  { id, title, publisher, url, derivedFrom }: SourceInBrief,
  sources: Lookup<NetworkSource>,
): NetworkSource {
  return {
    id,
    title,
    publisher,
    url,
    get derivedFrom() {
      return pick(derivedFrom, sources);
    },
  };
}

function claimOf(
  site: Site,
  edge: Edge,
  entities: Lookup<NetworkEntity>,
  claims: Lookup<NetworkClaim>,
  sources: Lookup<NetworkSource>,
): NetworkClaim {
  const supporting: string[] = [];
  const other: string[] = [];
  for (const { source, stance } of edge.sources) {
    const list = stance === "supports" ? supporting : other;
    if (!list.includes(source)) list.push(source);
  }
  const claim: NetworkClaim = {
    id: edge.id,
    type: edgeTypeOf(site, edge),
    from: pick(edge.from, entities),
    to: pick(edge.to, entities),
    title: edge.title,
    date: edge.date === undefined ? undefined : dateOf(site, edge.date),
    status: edge.status,
    tags: edge.tags,
    attributedTo: pick(edge.attributedTo, entities),
    aboutEntities: pick(edge.about, entities),
    aboutClaims: NONE,
    respondsTo: NONE,
    sources: pick(supporting, sources),
    otherSources: pick(other, sources),
  };
  if (edge.about.length === 0 && edge.respondsTo.length === 0) return claim;
  // Those that it names may come behind it.
  return {
    ...claim,
    get aboutClaims() {
      return pick(edge.about, claims);
    },
    get respondsTo() {
      return pick(edge.respondsTo, claims);
    },
  };
}

const DAY = 86_400_000;

function dateOf(site: Site, date: FuzzyDate): NetworkDate {
  return {
    words: dateWords(site, date),
    first: Math.floor(date.min / DAY),
    last: Math.floor(date.max / DAY),
  };
}

/** Most claims name nobody in most of their lists. */
const NONE: readonly never[] = [];

/** The records with these ids, without those that are not shown. */
function pick<T>(ids: readonly string[], records: Lookup<T>): readonly T[] {
  if (ids.length === 0) return NONE;
  const found: T[] = [];
  for (const id of ids) {
    const record = records.get(id);
    if (record !== undefined) found.push(record);
  }
  return found;
}
