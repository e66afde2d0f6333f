/** Absolute addresses of pages: what programs elsewhere need, and what only a site with a `baseUrl` has. */
import type { Page } from "../page.ts";

/** Base addresses name a folder, with or without the last slash. */
export function baseOf(baseUrl: string): string {
  return baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`;
}

/** The absolute address of an address relative to the site’s root; undefined for a site that does not know its place. */
export function absolute(baseUrl: string | undefined, address: string): string | undefined {
  return baseUrl === undefined ? undefined : new URL(address, baseOf(baseUrl)).href;
}

/** The pages that search engines may list. */
export function listedPages(pages: readonly Page[]): Page[] {
  return pages.filter(({ path, isUnlisted }) => /(?:^|\/)index\.html$/.test(path) && isUnlisted !== true);
}

/** The address of a page, percent-encoded and relative to the site’s root. */
export function addressOfPage({ path }: Page): string {
  return path
    .replace(/index\.html$/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
