/**
 * What an earlier build knew of its pages: what each was made from and what it read, with the fingerprints of that. Plain
 * data, to be stored and sent; cells are numbered, because pages share most of them.
 */
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { fingerprintsOf } from "./cells.ts";
import { originOf, render, siteKeyOf } from "./pages.ts";

export interface KnownPages {
  readonly siteKey: string;
  /** Each cell that a page read, with its fingerprint. */
  readonly cells: readonly (readonly [cell: string, fingerprint: string])[];
  /** By path: the fingerprint of what the page is made from, and the places of its reads in `cells`. */
  readonly pages: ReadonlyMap<string, KnownPage>;
}

export interface KnownPage {
  readonly origin: string;
  readonly reads: readonly number[];
}

/** Gathers what is known of the pages of a site while they are rendered. */
export class Knowledge {
  readonly #site: Site;
  readonly #fingerprint: (cell: string) => string;
  readonly #places = new Map<string, number>();
  readonly #cells: [string, string][] = [];
  readonly #pages = new Map<string, KnownPage>();

  constructor(site: Site) {
    this.#site = site;
    this.#fingerprint = fingerprintsOf(site);
  }

  add(page: Page, reads: readonly string[]): void {
    this.#pages.set(page.path, { origin: originOf(page), reads: reads.map((cell) => this.#placeOf(cell)) });
  }

  #placeOf(cell: string): number {
    const found = this.#places.get(cell);
    if (found !== undefined) return found;
    const place = this.#cells.length;
    this.#places.set(cell, place);
    this.#cells.push([cell, this.#fingerprint(cell)]);
    return place;
  }

  get known(): KnownPages {
    return { siteKey: siteKeyOf(this.#site), cells: this.#cells, pages: this.#pages };
  }
}

/** Renders pages, and adds what they read to what is known, where that is wanted. */
export function renderingWith(
  knowledge: Knowledge | undefined,
): (page: Page) => Promise<string | Uint8Array> {
  if (knowledge === undefined) return async (page) => page.render();
  return async (page) => {
    const { content, reads } = await render(page);
    knowledge.add(page, reads);
    return content;
  };
}

/** What several know of pages of one site, as one. */
export function knownTogether(parts: readonly KnownPages[], siteKey: string): KnownPages {
  const places = new Map<string, number>();
  const cells: (readonly [string, string])[] = [];
  const pages = new Map<string, KnownPage>();
  for (const part of parts) {
    // Only what a page has read: of a part, pages may have been left out.
    const moved = new Map<number, number>();
    const move = (place: number): number => {
      const [cell = "", fingerprint = ""] = part.cells[place] ?? [];
      const to = places.get(cell) ?? cells.push([cell, fingerprint]) - 1;
      places.set(cell, to);
      moved.set(place, to);
      return to;
    };
    for (const [path, { origin, reads }] of part.pages)
      pages.set(path, { origin, reads: reads.map((place) => moved.get(place) ?? move(place)) });
  }
  return { siteKey, cells, pages };
}

/** Of some of the pages. */
export function knownOf(paths: Iterable<string>, { siteKey, cells, pages }: KnownPages): KnownPages {
  const kept = new Map<string, KnownPage>();
  for (const path of paths) {
    const page = pages.get(path);
    if (page !== undefined) kept.set(path, page);
  }
  return { siteKey, cells, pages: kept };
}

/** Whether a page of a site would be rendered as it was when this was known of it. */
export function freshIn(site: Site, { siteKey, cells, pages }: KnownPages): (page: Page) => boolean {
  if (siteKey !== siteKeyOf(site)) return () => false;
  const fingerprint = fingerprintsOf(site);
  const isSame = cells.map(([cell, before]) => fingerprint(cell) === before && before !== "");
  return (page) => {
    const known = pages.get(page.path);
    if (known === undefined || known.origin !== originOf(page)) return false;
    return known.reads.every((place) => isSame[place] === true);
  };
}
