/** The sets of cells that a site is made with. */
import type { Cells } from "./reader.ts";

export interface HeldCells {
  readonly byName: ReadonlyMap<string, Cells>;
  /** Those of which all others are made. */
  readonly first: readonly Cells[];
}

const held = new WeakMap<object, HeldCells>();

/** Of a site from its beginning: those that it is made from, and others that are made from these. */
export function holdCells(site: object, first: readonly Cells[], others: readonly Cells[]): void {
  held.set(site, { byName: new Map([...first, ...others].map((cells) => [cells.name, cells])), first });
}

export const cellsHeldBy = (site: object): HeldCells => held.get(site) ?? { byName: new Map(), first: [] };
