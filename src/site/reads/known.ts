/**
 * What a build knows of its pages for the next one: what each was made from and what it read, with the fingerprints of
 * that. Plain data, to be stored and sent; cells are numbered, because pages share most of them.
 */
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { fingerprintIn } from "./cells.ts";
import { originOf, siteKeyOf } from "./pages.ts";
import { type Cells, eachCell, type Reads, textOfCell } from "./reader.ts";

export interface KnownPages {
  readonly siteKey: string;
  /** The cells that pages read, and in the same order what each said. */
  readonly cells: readonly string[];
  readonly fingerprints: readonly string[];
  readonly pages: ReadonlyMap<string, KnownPage>;
}

export interface KnownPage {
  /** The fingerprint of what it is made from. */
  readonly origin: string;
  /** The places of what it read in `cells`. */
  readonly reads: readonly number[];
}

/** Gathers what is known of the pages of a site. */
export class Knowledge {
  readonly #site: Site;
  readonly #cells: string[] = [];
  readonly #fingerprints: string[] = [];
  readonly #places = new Map<string, number>();
  /** The same by set and key, so that a text is made of each cell once. */
  readonly #placesIn = new Map<Cells, Map<string, number>>();
  readonly #pages = new Map<string, KnownPage>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** Adds a page that was rendered. */
  add(page: Page, reads: Reads): void {
    const places: number[] = [];
    eachCell(reads, (cells, key) => {
      places.push(this.#placeIn(cells, key));
    });
    this.#pages.set(page.path, { origin: originOf(page), reads: places });
  }

  /**
   * Adds pages of which something is known already and still holds: those that are fresh, or those that another process
   * rendered of the same site.
   */
  take({ cells, fingerprints, pages }: KnownPages, isTaken: (path: string) => boolean = () => true): void {
    const places: number[] = [];
    const placeOf = (at: number): number => {
      places[at] ??= this.#placeOf(cells[at] ?? "", fingerprints[at]);
      return places[at];
    };
    for (const [path, { origin, reads }] of pages)
      if (isTaken(path)) this.#pages.set(path, { origin, reads: reads.map(placeOf) });
  }

  get known(): KnownPages {
    return {
      siteKey: siteKeyOf(this.#site),
      cells: this.#cells,
      fingerprints: this.#fingerprints,
      pages: this.#pages,
    };
  }

  #placeIn(cells: Cells, key: string): number {
    let places = this.#placesIn.get(cells);
    if (places === undefined) {
      places = new Map();
      this.#placesIn.set(cells, places);
    }
    const found = places.get(key) ?? this.#placeOf(textOfCell(cells, key));
    places.set(key, found);
    return found;
  }

  #placeOf(cell: string, fingerprint?: string): number {
    const found = this.#places.get(cell);
    if (found !== undefined) return found;
    const place = this.#cells.length;
    this.#places.set(cell, place);
    this.#cells.push(cell);
    this.#fingerprints.push(fingerprint ?? fingerprintIn(this.#site, cell));
    return place;
  }
}

/** Whether a page of a site would be rendered as it was when this was known of it. */
export function freshIn(
  site: Site,
  { siteKey, cells, fingerprints, pages }: KnownPages,
): (page: Page) => boolean {
  if (siteKey !== siteKeyOf(site)) return () => false;
  const isSame = cells.map((cell, place) => cell !== "" && fingerprintIn(site, cell) === fingerprints[place]);
  return (page) => {
    const known = pages.get(page.path);
    if (known === undefined || known.origin !== originOf(page)) return false;
    return known.reads.every((place) => isSame[place] === true);
  };
}
