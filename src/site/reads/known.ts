/**
 * What an earlier build knew of its pages: what each was made from and what it read, with the fingerprints of that. Plain
 * data, to be stored and sent; cells are numbered, because pages share most of them.
 */
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { fingerprintsOf } from "./cells.ts";
import { originOf, siteKeyOf } from "./pages.ts";

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
