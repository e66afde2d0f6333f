/**
 * What a build knows of its pages for the next one: what each was made from and what it read, with the fingerprints of
 * that. Plain data, to be stored and sent; cells are numbered, because pages share most of them.
 */
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { fingerprintIn } from "./cells.ts";
import { originOf, render, siteKeyOf } from "./pages.ts";
import { type Cell, eachCell, type Reads, textOfCell } from "./reader.ts";

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
  /** Of each cell in `#cells`. */
  readonly #places = new Map<Cell, number>();
  /** At the place of each cell, the number of the page that was the last to read it. */
  readonly #lastPages: number[] = [];
  readonly #pages = new Map<string, KnownPage>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** Adds a page that was rendered. */
  add(page: Page, reads: Reads): void {
    const places: number[] = [];
    const number = this.#pages.size;
    eachCell(reads, (cell) => {
      const place = this.#placeOf(cell);
      if (this.#lastPages[place] === number) return;
      this.#lastPages[place] = number;
      places.push(place);
    });
    this.#pages.set(page.path, { origin: originOf(page), reads: places });
  }

  get known(): KnownPages {
    return {
      siteKey: siteKeyOf(this.#site),
      cells: this.#cells,
      fingerprints: this.#fingerprints,
      pages: this.#pages,
    };
  }

  #placeOf(cell: Cell): number {
    const known = this.#places.get(cell);
    if (known !== undefined) return known;
    const place = this.#addCell(textOfCell(cell));
    this.#places.set(cell, place);
    return place;
  }

  #addCell(cell: string): number {
    this.#fingerprints.push(fingerprintIn(this.#site, cell));
    return this.#cells.push(cell) - 1;
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
  const cells: string[] = [];
  const fingerprints: string[] = [];
  const pages = new Map<string, KnownPage>();
  for (const part of parts) {
    // Only what a page has read: of a part, pages may have been left out.
    const moved: number[] = [];
    const move = (place: number): number => {
      const cell = part.cells[place] ?? "";
      const to = places.get(cell) ?? cells.push(cell) - 1;
      places.set(cell, to);
      fingerprints[to] ??= part.fingerprints[place] ?? "";
      moved[place] = to;
      return to;
    };
    for (const [path, { origin, reads }] of part.pages)
      pages.set(path, { origin, reads: reads.map((place) => moved[place] ?? move(place)) });
  }
  return { siteKey, cells, fingerprints, pages };
}

/** Of some of the pages. */
export function knownOf(paths: Iterable<string>, known: KnownPages): KnownPages {
  const pages = new Map<string, KnownPage>();
  for (const path of paths) {
    const page = known.pages.get(path);
    if (page !== undefined) pages.set(path, page);
  }
  return { ...known, pages };
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
