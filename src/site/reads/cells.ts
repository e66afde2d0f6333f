/**
 * Cells by name: a cell is written as a text, stored, and asked of another site in another process. `claims:atlantis` is
 * the cell of a key, `claims#` how many keys there are, `claims*` all of them, and `*` all that a site is made from.
 */
import type { Site } from "../site.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { cellsHeldBy } from "./held.ts";
import type { Cells } from "./reader.ts";

/** The sets that are worked out of a site when somebody asks. */
const defined = new Map<string, (site: Site) => Cells>();

/** Throws where there is one of the name: one would be taken for the other. */
export function defineCells(name: string, of: (site: Site) => Cells): void {
  if (defined.has(name)) throw new Error(`two sets of cells are called “${name}”`);
  defined.set(name, of);
}

/**
 * The fingerprint of any cell in a site, also of one that no page of this site reads; the empty text for a cell that this
 * version of Skein does not know.
 */
export function fingerprintIn(site: Site, cell: string): string {
  const found = valueIn(site, cell);
  return found === undefined ? "" : fingerprintOf(found.value);
}

/** What a cell says in a site; undefined for a cell that is not known. */
export function valueIn(site: Site, cell: string): { readonly value: unknown } | undefined {
  const held = cellsHeldBy(site);
  if (cell === "*") return { value: held.first.map((cells) => cells.whole()) };
  const end = cell.search(/[:#*]/);
  const name = cell.slice(0, end);
  const cells = held.byName.get(name) ?? defined.get(name)?.(site);
  if (cells === undefined) return undefined;
  const sign = cell[end];
  if (sign === ":") return { value: cells.valueAt(cell.slice(end + 1)) };
  return { value: sign === "#" ? cells.size?.() : cells.whole() };
}
