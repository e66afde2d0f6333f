/**
 * Which feeds there are, and what is in them: the latest claims of the site, of an entity, of a type and of a tag.
 * Claims that were corrected are left out, as on the map. Feeds need absolute addresses: there are none without a
 * `baseUrl`.
 */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS, pagePath } from "../../shared/paths.ts";
import type { AnyRecord, Edge, EdgeType, Entity, Story } from "../../shared/records.ts";
import { compareText, toId } from "../../shared/text.ts";
import { oncePerSite } from "../once.ts";
import type { Page } from "../page.ts";
import { edgeTypeOf, newestFirst, type Site } from "../site.ts";
import { atomFeed } from "./atom.ts";
import { FEED_FORMATS, type Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";

const FEED_LENGTH = 50;
const FORMATS = Object.values(FEED_FORMATS);

/** Two files a feed; each gathers its entries when it is asked for. */
export const feedFiles = oncePerSite((site): readonly Page[] => {
  const { baseUrl } = site.content.settings;
  if (baseUrl === undefined) return [];
  const standing = [...site.content.edges].filter((edge) => isStanding(site, edge)).sort(newestFirst);
  const files = (feed: Named, claims: readonly Edge[]): Page[] => {
    const whole: Feed = { ...feed, claims: claims.slice(0, FEED_LENGTH) };
    const at = decodeURIComponent(feed.address);
    return [
      { path: at + FEED_FORMATS.atom.ending, from: [whole], render: () => atomFeed(site, baseUrl, whole) },
      { path: at + FEED_FORMATS.json.ending, from: [whole], render: () => jsonFeed(site, baseUrl, whole) },
    ];
  };
  return [
    ...files(wholeFeed(site), standing),
    ...site.content.entities
      .filter((entity) => hasFeed(site, entity))
      .flatMap((entity) =>
        files(
          entityFeed(site, entity),
          (site.relations.claims.get(entity.id) ?? []).filter((edge) => isStanding(site, edge)),
        ),
      ),
    ...[...byType(site, standing)].flatMap(([type, claims]) => files(typeFeed(site, type), claims)),
    ...byTag(standing).flatMap(({ tag, claims }) => files(tagFeed(site, tag), claims)),
  ];
});

/** Links to the feeds that belong to a page: to those of its record, else to that of the whole site. */
export function feedLinks(site: Site, root: string, record?: AnyRecord | Story): Html | false {
  if (site.content.settings.baseUrl === undefined) return false;
  return html`${feedsOf(site, record).map(({ address, title }) =>
    FORMATS.map(
      ({ type, ending }) =>
        html`<link rel="alternate" type="${type}" title="${title}" href="${root}${address}${ending}">\n`,
    ),
  )}`;
}

/** The feeds of the site, of its types and of its tags, for readers; those of entities are on their pages. */
export function listedFeeds(site: Site): {
  readonly whole: Named;
  readonly types: Named[];
  readonly tags: Named[];
} {
  const standing = site.content.edges.filter((edge) => isStanding(site, edge));
  return {
    whole: wholeFeed(site),
    types: [...byType(site, standing).keys()].map((type) => ({ ...typeFeed(site, type), title: type.label })),
    tags: byTag(standing).map(({ tag }) => ({ ...tagFeed(site, tag), title: tag })),
  };
}

function feedsOf(site: Site, record: AnyRecord | Story | undefined): Named[] {
  if (record === undefined || !("kind" in record) || record.kind === "source") return [wholeFeed(site)];
  if (record.kind === "entity") return [hasFeed(site, record) ? entityFeed(site, record) : wholeFeed(site)];
  if (!isStanding(site, record)) return [wholeFeed(site)];
  const tags = new Map(record.tags.map((tag) => [toId(tag), tag]));
  tags.delete("");
  return [typeFeed(site, edgeTypeOf(site, record)), ...[...tags.values()].map((tag) => tagFeed(site, tag))];
}

type Named = Omit<Feed, "claims">;

const wholeFeed = (site: Site): Named => ({ address: "feed", home: "", title: site.content.settings.title });

const entityFeed = (site: Site, entity: Entity): Named => ({
  address: `${pagePath("entity", entity.id)}feed`,
  home: pagePath("entity", entity.id),
  title: titled(site, entity.name),
});

const typeFeed = (site: Site, type: EdgeType): Named => ({
  address: `feeds/types/${encodeURIComponent(type.id)}`,
  home: `${FOLDERS.edge}/`,
  title: titled(site, type.label),
});

const tagFeed = (site: Site, tag: string): Named => ({
  address: `feeds/tags/${encodeURIComponent(toId(tag))}`,
  home: `${FOLDERS.edge}/`,
  title: titled(site, `#${tag}`),
});

const titled = (site: Site, what: string): string => `${what} · ${site.content.settings.title}`;

const isStanding = (site: Site, { id }: Edge): boolean => !site.relations.superseded.has(id);

const hasFeed = (site: Site, { id }: Entity): boolean =>
  site.relations.claims.get(id)?.some((edge) => isStanding(site, edge)) === true;

/** By type, in the order of the ontology. */
function byType(site: Site, edges: readonly Edge[]): Map<EdgeType, Edge[]> {
  const types = new Map([...site.content.ontology.edgeTypes.values()].map((type) => [type, [] as Edge[]]));
  for (const edge of edges) types.get(edgeTypeOf(site, edge))?.push(edge);
  for (const [type, claims] of types) if (claims.length === 0) types.delete(type);
  return types;
}

/** By tag, in order. Tags that differ in capitals and signs only share a feed; one of signs alone has none. */
function byTag(edges: readonly Edge[]): { tag: string; claims: Edge[] }[] {
  const tags = new Map<string, { tag: string; claims: Edge[] }>();
  for (const edge of edges) {
    for (const [id, tag] of new Map(edge.tags.map((tag) => [toId(tag), tag]))) {
      const found = tags.get(id);
      if (found === undefined) tags.set(id, { tag, claims: [edge] });
      else found.claims.push(edge);
    }
  }
  tags.delete("");
  return [...tags].sort(([a], [b]) => compareText(a, b)).map(([, feed]) => feed);
}
