/** What a page reads of its site, and what it is made from beside that. */
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { noteEverything, type Reads, readingOf } from "./reader.ts";

export interface Rendered {
  readonly content: string | Uint8Array;
  readonly reads: Reads;
}

/** What a page without `from` counts as having read. */
export const EVERYTHING: Reads = readingOf(noteEverything).reads;

/** Renders a page. */
export async function render(page: Page): Promise<Rendered> {
  if (page.from === undefined) return { content: await page.render(), reads: EVERYTHING };
  const { value, reads } = readingOf(page.render);
  // What it reads later is not noted.
  if (value instanceof Promise) throw new Error(`${page.path} is made from records, and not at once`);
  return { content: value, reads };
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
