/** What a page about the claims that stand says of those that do not. */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS } from "../../shared/paths.ts";
import { count } from "../../shared/text.ts";
import type { Site } from "../site.ts";

/** That corrected claims are left out, and where they are; nothing where there are none. */
export function leftOut({ relations }: Site, root: string): Html | false {
  const corrected = relations.superseded.size;
  if (corrected === 0) return false;
  return html` ${count(corrected, "claim")} that a later one corrects ${corrected === 1 ? "is" : "are"} left out: all are in the <a href="${root}${FOLDERS.edge}/">list of claims</a>.`;
}
