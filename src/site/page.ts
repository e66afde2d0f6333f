/** The files of a site, and their addresses. */
/** One file of the published site. */
export interface Page {
  /** Where it is written, relative to the output folder: `entities/li-shangfu/index.html`. */
  readonly path: string;
  /** Whether search engines are asked to leave it out. */
  readonly isUnlisted?: boolean;
  /** Whether its name changes with its content, so that whoever has it may keep it for ever. */
  readonly isImmutable?: boolean;
  /** The day on which what is on it last changed, as `2026-11-03`; left out where nobody knows. */
  readonly changed?: string;
  /**
   * The records and the part of a list that it is made from, as plain data, where it asks a `Site` for everything else:
   * as long as these and what it asked for are the same, so is its text. Left out by a page about the graph as a whole.
   */
  readonly from?: readonly unknown[];
  /** Its text, or its bytes where it is a picture. */
  readonly render: () => string | Promise<string | Uint8Array>;
}

/**
 * Pages that are found and made together. `skein dev` looks for one page at a time, and must not list all the others for
 * it.
 */
export interface Shelf {
  /** Whether a page at the path would be here. */
  readonly holds: (path: string) => boolean;
  /** All pages; where a path is asked for, at least the one at it, if there is one. */
  readonly pages: (path?: string) => readonly Page[];
}

/** Pages at one path or below it. */
export function shelf(prefix: string, pages: Shelf["pages"]): Shelf {
  return { holds: (path) => path.startsWith(prefix), pages };
}

/** The file of the page at an address that ends in `/`: addresses are percent-encoded, file names are not. */
export function fileAt(address: string): string {
  return `${decodeURIComponent(address)}index.html`;
}

/** The way from an address back to the site’s root: `entities/x/` → `../../`, the root itself → `./`. */
export function rootFrom(address: string): string {
  const depth = address.split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}
