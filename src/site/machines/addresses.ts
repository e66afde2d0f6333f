/** Absolute addresses of pages: what programs elsewhere need, and what only a site with a `baseUrl` has. */
import type { Page } from "../page.ts";

export { absolute, baseOf } from "../../shared/paths.ts";

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
