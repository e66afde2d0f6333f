/** A piece of a line as the map draws it, for legends. */
import { type Html, html } from "../../shared/html.ts";
import type { Status } from "../../shared/records.ts";

/** Dashed as a status is, where one is named. */
export function lineSign(width: number, status?: Status): Html {
  return html`<svg class="line-sign${status !== undefined && ` status-${status}`}" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><path d="M0 4H28" stroke-width="${width}"/></svg>`;
}
