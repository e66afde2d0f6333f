/** The addresses of all pages for search engines, after https://www.sitemaps.org/protocol.html. */
import { type Html, html } from "../../shared/html.ts";
import type { Page } from "../page.ts";
import { absolute } from "./addresses.ts";

/** The most addresses that the protocol allows in one file. */
export const SITEMAP_LIMIT = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

export interface ListedAddress extends Pick<Page, "changed"> {
  /** Relative to the site’s root. */
  readonly address: string;
}

/**
 * `sitemap.xml` with all addresses; above the limit an index of `sitemap-1.xml`, `sitemap-2.xml` … The days are those of
 * the history of the content, and never that of the build, which says nothing of a page.
 */
export function sitemaps(baseUrl: string, pages: readonly ListedAddress[], limit = SITEMAP_LIMIT): Page[] {
  if (pages.length <= limit) return [{ path: "sitemap.xml", render: () => sitemap(baseUrl, pages).markup }];
  const count = Math.ceil(pages.length / limit);
  const parts = Array.from({ length: count }, (_, i) => ({
    path: `sitemap-${i + 1}.xml`,
    render: () => sitemap(baseUrl, pages.slice(i * limit, (i + 1) * limit)).markup,
  }));
  const paths = parts.map(({ path }) => path);
  return [{ path: "sitemap.xml", render: () => sitemapIndex(baseUrl, paths).markup }, ...parts];
}

function sitemap(baseUrl: string, pages: readonly ListedAddress[]): Html {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${NAMESPACE}">
${pages.map(({ address, changed }) => html`<url><loc>${absolute(baseUrl, address)}</loc>${changed !== undefined && html`<lastmod>${changed}</lastmod>`}</url>\n`)}</urlset>
`;
}

function sitemapIndex(baseUrl: string, paths: readonly string[]): Html {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="${NAMESPACE}">
${paths.map((path) => html`<sitemap><loc>${absolute(baseUrl, path)}</loc></sitemap>\n`)}</sitemapindex>
`;
}
