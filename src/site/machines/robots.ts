/** `robots.txt`: everything may be read, and where the sitemap is. Crawlers look for it at the root of a host only. */
import { absolute } from "./addresses.ts";

export function robots(baseUrl: string | undefined): string {
  const sitemap = absolute(baseUrl, "sitemap.xml");
  return `User-agent: *\nAllow: /\n${sitemap === undefined ? "" : `\nSitemap: ${sitemap}\n`}`;
}
