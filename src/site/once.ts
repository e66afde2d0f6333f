/** What many pages ask of the whole graph, worked out when the first of them asks, and once for a site. */
import type { Site } from "./site.ts";

export function oncePerSite<T extends object>(make: (site: Site) => T): (site: Site) => T {
  const made = new WeakMap<Site, T>();
  return (site) => {
    const found = made.get(site);
    if (found !== undefined) return found;
    const value = make(site);
    made.set(site, value);
    return value;
  };
}
