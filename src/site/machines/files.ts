/** The files that are there for programs: for search engines, feed readers, social networks and language models. */
import type { Network } from "../../shared/network.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { addressOfPage, listedPages } from "./addresses.ts";
import { cardFiles } from "./cards.ts";
import { feedFiles } from "./feeds.ts";
import { llmsText } from "./llms.ts";
import { robots } from "./robots.ts";
import { sitemaps } from "./sitemap.ts";

/** What goes with these pages; what needs absolute addresses is there only where the site has a `baseUrl`. */
export function machineFiles(site: Site, network: Network, pages: readonly Page[]): Page[] {
  const { baseUrl } = site.content.settings;
  const listed = listedPages(pages).map((page) => ({
    address: addressOfPage(page),
    changed: page.changed,
  }));
  return [
    { path: "robots.txt", render: () => robots(baseUrl) },
    { path: "llms.txt", render: () => llmsText(site) },
    ...feedFiles(site),
    ...cardFiles(site, network),
    ...(baseUrl === undefined ? [] : sitemaps(baseUrl, listed)),
  ];
}
