/** The addresses of all pages for search engines, after https://www.sitemaps.org/protocol.html. */
import { type Html, html } from "../../shared/html.ts";
import type { Page } from "../page.ts";
import { absolute } from "./addresses.ts";

/** The most addresses that the protocol allows in one file. */
export const SITEMAP_LIMIT = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * `sitemap.xml` with all addresses, which are relative to the site’s root; above the limit an index of `sitemap-1.xml`,
 * `sitemap-2.xml` … It names no days: a build does not know when a page changed.
 */
export function sitemaps(baseUrl: string, addresses: readonly string[], limit = SITEMAP_LIMIT): Page[] {
  if (addresses.length <= limit)
    return [{ path: "sitemap.xml", render: () => sitemap(baseUrl, addresses).markup }];
  const count = Math.ceil(addresses.length / limit);
  const parts = Array.from({ length: count }, (_, i) => ({
    path: `sitemap-${i + 1}.xml`,
    render: () => sitemap(baseUrl, addresses.slice(i * limit, (i + 1) * limit)).markup,
  }));
  const paths = parts.map(({ path }) => path);
  return [{ path: "sitemap.xml", render: () => sitemapIndex(baseUrl, paths).markup }, ...parts];
}

function sitemap(baseUrl: string, addresses: readonly string[]): Html {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${NAMESPACE}">
${addresses.map((address) => html`<url><loc>${absolute(baseUrl, address)}</loc></url>\n`)}</urlset>
`;
}

function sitemapIndex(baseUrl: string, paths: readonly string[]): Html {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="${NAMESPACE}">
${paths.map((path) => html`<sitemap><loc>${absolute(baseUrl, path)}</loc></sitemap>\n`)}</sitemapindex>
`;
}
