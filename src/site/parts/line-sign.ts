/** A piece of a line as the map draws it, for legends. */
import { type Html, html } from "../../shared/html.ts";
import type { Status } from "../../shared/records.ts";

/** What each status is drawn as. */
export const LINE_SIGNS: Record<Status, string> = {
  reported: "",
  confirmed: "",
  alleged: "6 4",
  disputed: "1.5 3.5",
  denied: "1.5 3.5",
  withdrawn: "1.5 3.5",
};

export function lineSign(dashes: string, width: number): Html {
  return html`<svg class="line-sign" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><path d="M0 4H28" stroke-width="${width}"${dashes !== "" && html` stroke-dasharray="${dashes}"`}/></svg>`;
}
