/** Web addresses of one page, written in different ways. */

/** Parameters that say where a reader came from, and nothing of what is shown. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ref_src|smid|share)$/i;

/** `https://web.archive.org/web/20230615120000/https://…`: the address of the page that is kept there. */
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d{1,14}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/i;

/** The address that an archive’s address keeps; undefined for any other. */
export function archivedIn(address: string): string | undefined {
  return ARCHIVED.exec(address)?.[1];
}

/**
 * What the address comes down to: equal where two most likely lead to the same page. Protocol, `www.`, fragment, last
 * slash, the order of parameters and those of trackers do not count, and a copy in the Internet Archive is what it is a
 * copy of. What is no address is itself.
 */
export function addressKey(address: string): string {
  const url = archivedIn(address) ?? address;
  if (!URL.canParse(url)) return url;
  const { hostname, port, pathname, searchParams } = new URL(url);
  const asked = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = asked
    .map((pair) => pair.join("="))
    .sort()
    .join("&");
  const host = hostname.replace(/^(?:www|m|amp)\./, "") + (port === "" ? "" : `:${port}`);
  return `${host}${pathname.replace(/(?:\/index\.html?)?\/*$/, "")}${query === "" ? "" : `?${query}`}`;
}
