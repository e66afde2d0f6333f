/** What a page about the claims that stand says of those that do not. */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS } from "../../shared/paths.ts";
import type { Site } from "../site.ts";

/** That corrected claims are left out, and where they are, as a paragraph; nothing where there are none. */
export function leftOut({ relations, words }: Site, root: string): Html | false {
  const n = relations.superseded.size;
  if (n === 0) return false;
  const { parts } = words.messages;
  const list = html`<a href="${root}${FOLDERS.edge}/">${parts.claimsList}</a>`;
  return html`<p class="measure">${words.mark(parts.leftOut, { n, list })}</p>\n`;
}
