/** A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { pagePath } from "../../shared/paths.ts";
import type { Edge } from "../../shared/records.ts";
import { edgeTypeOf, entityName, type Site, titleOf } from "../site.ts";
import { absolute } from "./addresses.ts";
import { FEED_FORMATS, type Feed, momentOf, sourcesOf, summaryOf } from "./feed.ts";

export function jsonFeed(site: Site, baseUrl: string, feed: Feed): string {
  const { title, description, language } = site.content.settings;
  const whole = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: absolute(baseUrl, feed.home),
    feed_url: absolute(baseUrl, feed.address + FEED_FORMATS.json.ending),
    description,
    language,
    authors: [{ name: title, url: absolute(baseUrl, "") }],
    items: feed.claims.map((edge) => item(site, baseUrl, edge)),
  };
  return `${JSON.stringify(whole, undefined, 1)}\n`;
}

function item(site: Site, baseUrl: string, edge: Edge): Record<string, unknown> {
  const address = absolute(baseUrl, pagePath("edge", edge.id));
  const authors = edge.attributedTo.map((id) => ({
    name: entityName(site, id),
    url: absolute(baseUrl, pagePath("entity", id)),
  }));
  const original = sourcesOf(site, edge).find(({ url }) => url !== undefined)?.url;
  return {
    id: address,
    url: address,
    external_url: original && new URL(original).href,
    title: titleOf(site, edge),
    content_text: summaryOf(site, edge),
    date_published: momentOf(site, edge),
    authors: authors.length > 0 ? authors : undefined,
    tags: [edgeTypeOf(site, edge).label, ...edge.tags],
  };
}
