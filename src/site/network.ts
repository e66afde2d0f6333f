/** The part of the site that the network page shows, as its data file holds it. */
import type { FuzzyDate } from "../shared/dates.ts";
import type { Network, NetworkClaim, NetworkDate, NetworkEntity, NetworkSource } from "../shared/network.ts";
import type { Edge } from "../shared/records.ts";
import { oncePerSite } from "./once.ts";
import { dateWords, edgeTypeOf, entityTypeOf, newestFirst, type Site } from "./site.ts";

/** Claims that stand, with the entities and sources; types that nothing uses are left out. */
export const networkOf = oncePerSite((site): Network => {
  const { content, analysis, relations } = site;
  const entities = new Map<string, NetworkEntity>();
  for (const entity of content.entities) {
    const { x, y } = analysis.positions.get(entity.id) ?? { x: 0, y: 0 };
    entities.set(entity.id, {
      id: entity.id,
      name: entity.name,
      aliases: entity.aliases,
      description: entity.description,
      type: entityTypeOf(site, entity),
      tags: entity.tags,
      x,
      y,
      community: analysis.communities.get(entity.id) ?? 0,
      pagerank: analysis.pagerank.get(entity.id) ?? 0,
    });
  }
  const sources = new Map<string, NetworkSource>();
  for (const { id, title, publisher, url, derivedFrom } of content.sources) {
    sources.set(id, {
      id,
      title,
      publisher,
      url,
      get derivedFrom() {
        return pick(derivedFrom, sources);
      },
    });
  }
  const edges = content.edges.filter(({ id }) => !relations.superseded.has(id)).sort(newestFirst);
  const claims = new Map<string, NetworkClaim>();
  for (const edge of edges) claims.set(edge.id, claimOf(site, edge, entities, claims, sources));
  const shown = [...claims.values()];
  const entityTypes = new Set(content.entities.map(({ type }) => type));
  const edgeTypes = new Set(edges.map(({ type }) => type));
  return {
    entityTypes: [...content.ontology.entityTypes.values()].filter(({ id }) => entityTypes.has(id)),
    edgeTypes: [...content.ontology.edgeTypes.values()].filter(({ id }) => edgeTypes.has(id)),
    entities: [...entities.values()],
    claims: shown,
    sources: [...sources.values()],
  };
});

function claimOf(
  site: Site,
  edge: Edge,
  entities: ReadonlyMap<string, NetworkEntity>,
  claims: ReadonlyMap<string, NetworkClaim>,
  sources: ReadonlyMap<string, NetworkSource>,
): NetworkClaim {
  const supporting = new Set<string>();
  const other = new Set<string>();
  for (const { source, stance } of edge.sources) (stance === "supports" ? supporting : other).add(source);
  return {
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
    get aboutClaims() {
      return pick(edge.about, claims);
    },
    get respondsTo() {
      return pick(edge.respondsTo, claims);
    },
    sources: pick([...supporting], sources),
    otherSources: pick([...other], sources),
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

/** The records with these ids, without those that are not shown. */
function pick<T>(ids: readonly string[], records: ReadonlyMap<string, T>): T[] {
  return ids.flatMap((id) => records.get(id) ?? []);
}
