/** What many pages ask of the whole graph, worked out when the first of them asks, and once for a site. */
import type { Site } from "./site.ts";

export function oncePer<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

export function oncePerSite<T extends object>(make: (site: Site) => T): (site: Site) => T {
  return oncePer(make);
}
