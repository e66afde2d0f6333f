/** What many pages ask of the whole graph, worked out when the first of them asks, and once for a site. */
import { oncePer } from "../shared/once.ts";
import type { Site } from "./site.ts";

export function oncePerSite<T extends object>(make: (site: Site) => T): (site: Site) => T {
  return oncePer(make);
}
