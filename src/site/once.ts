/**
 * What many pages ask of the whole graph, worked out when the first of them asks, and once for a site. Who asks second
 * reads what the first read, and it is noted of both.
 */
import { oncePer } from "../shared/once.ts";
import { defineCells } from "./reads/cells.ts";
import { inShort, noteAll, readingOf, unread } from "./reads/reader.ts";
import { TrackedFinder, TrackedMap, TrackedValue } from "./reads/tracked.ts";
import type { Site } from "./site.ts";

/** Whoever asks for it reads all that it is made from: for what is about the graph as a whole. */
export function oncePerSite<T extends object>(make: (site: Site) => T): (site: Site) => T {
  const made = oncePer((site: Site) => {
    const { value, reads } = readingOf(() => make(site));
    return { value, reads: inShort(reads) };
  });
  return (site) => {
    const { value, reads } = made(site);
    noteAll(reads);
    return value;
  };
}

/** A map of which each page reads what it asks for by key, and not what the map is made from. */
export function mapPerSite<V>(
  name: string,
  make: (site: Site) => ReadonlyMap<string, V>,
): (site: Site) => ReadonlyMap<string, V> {
  const made = oncePer(
    (site: Site) =>
      new TrackedMap(
        name,
        unread(() => make(site)),
      ),
  );
  defineCells(name, (site) => made(site).cells);
  return made;
}

/**
 * What is found by a key when a page asks for it; the page reads what is found, and not what it is made from. There must
 * be an answer for every key: a page of an earlier build may have asked for what is gone.
 */
export function findPerSite<T>(
  name: string,
  find: (site: Site, key: string) => T,
): (site: Site, key: string) => T {
  const made = oncePer((site: Site) => new TrackedFinder(name, (key) => find(site, key)));
  defineCells(name, (site) => made(site).cells);
  return (site, key) => made(site).find(key);
}

/** A value that pages read as a whole, and not what it is made from: for what is small and seldom another. */
export function valuePerSite<T>(name: string, make: (site: Site) => T): (site: Site) => T {
  const made = oncePer(
    (site: Site) =>
      new TrackedValue(
        name,
        unread(() => make(site)),
      ),
  );
  defineCells(name, (site) => made(site).cells);
  return (site) => made(site).read();
}
