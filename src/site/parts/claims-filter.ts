/** The fields by which a script narrows a list of claims; without one they are not seen. */
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import { NETWORK_DATA } from "../../shared/paths.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { oncePerSite } from "../once.ts";
import type { Site } from "../site.ts";

const WORDS = {
  filter: "Narrow down",
  text: "Names and words",
  type: "Type of claim",
  anyType: "any type",
  status: "Status",
  anyStatus: "any status",
  clear: "Clear",
};

const statusesOf = oncePerSite(
  ({ content, relations }) =>
    new Set(content.edges.filter(({ id }) => !relations.superseded.has(id)).map(({ status }) => status)),
);

/** Text, type and status, of which each type and status is one that a claim has. */
export function claimsFilter(site: Site, { edgeTypes }: Network): Html {
  const found = statusesOf(site);
  return html`<div class="claims-filter" role="search" aria-label="${WORDS.filter}">
<p class="field"><label for="filter-text">${WORDS.text}</label><input id="filter-text" type="search" autocomplete="off"></p>
<p class="field"><label for="filter-type">${WORDS.type}</label><select id="filter-type"><option value="">${WORDS.anyType}</option>${edgeTypes.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}</select></p>
<p class="field"><label for="filter-status">${WORDS.status}</label><select id="filter-status"><option value="">${WORDS.anyStatus}</option>${STATUSES.filter((status) => found.has(status)).map((status) => html`<option value="${status}">${capitalised(status)}</option>`)}</select></p>
<p class="field"><button type="button" id="filter-clear" disabled>${WORDS.clear}</button></p>
</div>
`;
}

/** Where a script finds the claims, as attributes of the element that holds what it changes. */
export const networkAt = (root: string): Html =>
  html` data-network="${root}${NETWORK_DATA}" data-root="${root}"`;
