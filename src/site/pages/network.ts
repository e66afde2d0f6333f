/** The front page: the map, what its signs mean, and the way in for readers without JavaScript. */
import { type Html, html } from "../../shared/html.ts";
import type { Network, NetworkEdgeType } from "../../shared/network.ts";
import { NETWORK_DATA, NETWORK_SCRIPT } from "../../shared/paths.ts";
import type { QuadClass } from "../../shared/records.ts";
import { count } from "../../shared/text.ts";
import { networkPicture } from "../drawings/network-picture.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function networkPage(site: Site, network: Network): string {
  const { settings } = site.content;
  const root = "./";
  const picture = networkPicture(network, root);
  const main = html`<div class="network" data-network="${root}${NETWORK_DATA}">
<div class="network-side">
<header class="network-intro">
<h1><bdi>${settings.title}</bdi></h1>
${settings.description && html`<p class="standfirst">${settings.description}</p>\n`}<p class="network-size">${count(network.entities.length, "entity", "entities")}, ${count(network.claims.length, "claim")}, ${count(network.sources.length, "source")}.${picture.shown < network.entities.length && html` <span class="picture-note">The drawing shows the ${picture.shown} entities with the highest PageRank.</span>`}</p>
</header>
<div class="finder" role="search" hidden></div>
<noscript><p class="notice">Without JavaScript this page shows the map as a drawing whose every node is a link. All of it is also in lists: <a href="${root}entities/">entities</a>, <a href="${root}edges/">claims</a>, <a href="${root}sources/">sources</a>.</p></noscript>
${legend(network)}</div>
<div class="stage" id="stage">
${network.entities.length === 0 ? html`<p class="empty">There is nothing to draw yet: add a file to <code>content/entities</code>.</p>\n` : picture.svg}</div>
<aside class="panel" id="panel" aria-label="Selection" hidden></aside>
</div>
`;
  return documentOf({
    site,
    root,
    address: "",
    section: "network",
    bodyClass: "network-page",
    head: html`<script type="module" src="${root}${NETWORK_SCRIPT}"></script>\n<link rel="preload" href="${root}${NETWORK_DATA}" as="fetch" crossorigin="anonymous">\n`,
    main,
  });
}

const QUADS: readonly { id: QuadClass; label: string }[] = [
  { id: "verbal-cooperation", label: "Cooperation in words" },
  { id: "material-cooperation", label: "Cooperation in deeds" },
  { id: "verbal-conflict", label: "Conflict in words" },
  { id: "material-conflict", label: "Conflict in deeds" },
  { id: "relation", label: "Relations" },
];

/** The key to the map; the script puts a checkbox into each row. */
function legend(network: Network): Html {
  const entityCounts = tally(network.entities.map(({ type }) => type.id));
  const claimCounts = tally(network.claims.map(({ type }) => type.id));
  return html`<details class="legend" id="legend" open>
<summary>What the signs mean</summary>
<section aria-labelledby="legend-entities">
<h2 id="legend-entities">Entities</h2>
<ul>
${network.entityTypes.map((type) => html`<li data-filter="entity:${type.id}"><span class="legend-name"><span class="swatch" data-entity-type="${type.id}"></span>${type.plural}</span> <span class="legend-count">${entityCounts.get(type.id) ?? 0}</span></li>\n`)}</ul>
</section>
<section aria-labelledby="legend-claims">
<h2 id="legend-claims">Claims</h2>
${QUADS.map(({ id, label }) =>
  quad(
    label,
    network.edgeTypes.filter((type) => type.quad === id),
    claimCounts,
  ),
)}</section>
<p class="legend-note">Larger nodes take part in more claims. An arrow points from who acts to who is acted on. A dashed line is alleged, a dotted one disputed, denied or withdrawn.</p>
</details>
`;
}

function quad(
  label: string,
  types: readonly NetworkEdgeType[],
  counts: ReadonlyMap<string, number>,
): Html | false {
  if (types.length === 0) return false;
  return html`<h3>${label}</h3>
<ul>
${types.map((type) => html`<li data-filter="edge:${type.id}"><span class="legend-name"><span class="line-swatch" data-edge-type="${type.id}"></span>${type.label}</span> <span class="legend-count">${counts.get(type.id) ?? 0}</span></li>\n`)}</ul>
`;
}

function tally(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
