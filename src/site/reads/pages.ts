/**
 * What a page read of its site, and whether the same is there again: an incremental build renders a page only if
 * something that it read says something else now.
 */
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { cellsIn, WHOLE_SITE } from "./cells.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { readingOf } from "./reader.ts";

export interface Rendered {
  readonly content: string | Uint8Array;
  /** The cells that the page read, in no order that means anything. */
  readonly reads: readonly string[];
}

/** Renders a page. One without `from` counts as having read the whole site. */
export async function render(page: Page): Promise<Rendered> {
  if (page.from === undefined) return { content: await page.render(), reads: [WHOLE_SITE] };
  const { value, reads } = readingOf(page.render);
  // What it reads later is not noted.
  if (value instanceof Promise) throw new Error(`${page.path} is made from records, and not at once`);
  return { content: value, reads: cellsIn(reads) };
}

/** The fingerprint of what a page is made from; the same for all pages without `from`. */
export const originOf = ({ from }: Page): string => fingerprintOf(from);

/**
 * The fingerprint of what every page of a site depends on, and what no read of it is noted of: where it is another, no
 * page is fresh.
 */
export function siteKeyOf({ content, analysis, manual, texts }: Site): string {
  const { settings, ontology, theme } = content;
  return fingerprintOf([
    settings,
    ontology,
    theme,
    analysis.betweennessIsExact,
    analysis.given,
    manual,
    texts !== undefined,
  ]);
}
