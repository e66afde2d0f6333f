/** The files that are there for programs: for search engines, feed readers, social networks and language models. */
import type { Network } from "../../shared/network.ts";
import { type Page, type Shelf, shelf } from "../page.ts";
import type { Site } from "../site.ts";
import { addressOfPage, listedPages } from "./addresses.ts";
import { cardFiles } from "./cards.ts";
import { FEED_FORMATS } from "./feed.ts";
import { feedFiles } from "./feeds.ts";
import { llmsText } from "./llms.ts";
import { robots } from "./robots.ts";
import { type ListedAddress, sitemaps } from "./sitemap.ts";

/**
 * What goes with the pages of a site, which are asked for only by what lists them; what needs absolute addresses is there
 * only where the site has a `baseUrl`.
 */
export function machineShelves(site: Site, network: () => Network, pages: () => readonly Page[]): Shelf[] {
  const { baseUrl } = site.content.settings;
  return [
    shelf("robots.txt", () => [{ path: "robots.txt", render: () => robots(baseUrl) }]),
    shelf("llms.txt", () => [{ path: "llms.txt", render: () => llmsText(site) }]),
    { holds: (path) => path.endsWith("card.png"), pages: () => cardFiles(site, network()) },
    shelf("sitemap", () => (baseUrl === undefined ? [] : sitemaps(baseUrl, listed(pages())))),
  ];
}

export const feedShelf = (site: Site): Shelf => ({ holds: isFeed, pages: () => feedFiles(site) });

const isFeed = (path: string): boolean =>
  Object.values(FEED_FORMATS).some(({ ending }) => path.endsWith(ending));

const listed = (pages: readonly Page[]): ListedAddress[] =>
  listedPages(pages).map((page) => ({ address: addressOfPage(page), changed: page.changed }));
