/**
 * Cells by name: a cell is written as a text, stored, and asked of another site in another process. `claims:atlantis` is
 * the cell of a key, `claims#` how many keys there are, `claims*` all of them.
 */
import type { Site } from "../site.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { cellsHeldBy } from "./held.ts";
import type { Cells, Reads } from "./reader.ts";

/** The sets that are worked out of a site when somebody asks. */
const defined = new Map<string, (site: Site) => Cells>();
/** Throws where there is one of the name: one would be taken for the other. */
export function defineCells(name: string, of: (site: Site) => Cells): void {
  if (defined.has(name)) throw new Error(`two sets of cells are called “${name}”`);
  defined.set(name, of);
}

/** The cells that were read, as texts. */
export function cellsIn(reads: Reads): string[] {
  const texts: string[] = [];
  for (const [{ name }, { keys, hasSize, hasWhole }] of reads) {
    if (hasWhole) texts.push(`${name}*`);
    else {
      if (hasSize) texts.push(`${name}#`);
      for (const key of keys) texts.push(`${name}:${key}`);
    }
  }
  return texts;
}

/** All that pages can read of a site, each set as a whole. */
export const WHOLE_SITE = "*";

/**
 * The fingerprint of any cell in a site, also of one that no page of this site reads; the empty text for a cell that this
 * version of Skein does not know. Each is worked out once.
 */
export function fingerprintsOf(site: Site): (cell: string) => string {
  const found = new Map<string, string>();
  return (cell) => {
    const known = found.get(cell) ?? fingerprintIn(site, cell);
    found.set(cell, known);
    return known;
  };
}

function fingerprintIn(site: Site, cell: string): string {
  if (cell === WHOLE_SITE) return fingerprintOf(cellsHeldBy(site).first.map((cells) => cells.whole()));
  const found = valueIn(site, cell);
  return found === undefined ? "" : fingerprintOf(found.value);
}

const CELL = /^([a-z]+)([:#*])(.*)$/is;

/** What a cell says in a site; undefined for a cell that is not known. */
export function valueIn(site: Site, cell: string): { readonly value: unknown } | undefined {
  const [, name = "", sign, key = ""] = CELL.exec(cell) ?? [];
  const cells = cellsHeldBy(site).byName.get(name) ?? defined.get(name)?.(site);
  if (cells === undefined) return undefined;
  if (sign === "#") return { value: cells.size?.() };
  return { value: sign === "*" ? cells.whole() : cells.valueAt(key) };
}
