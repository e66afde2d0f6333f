/** The front page: the map, what its signs mean, and the way in for readers without JavaScript. */
import { lineThickness } from "../../shared/curves.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network, NetworkEdgeType } from "../../shared/network.ts";
import { NETWORK_DATA } from "../../shared/paths.ts";
import type { QuadClass } from "../../shared/records.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { count } from "../../shared/text.ts";
import { networkPicture } from "../drawings/network-picture.ts";
import { LINE_SIGNS, lineSign } from "../parts/line-sign.ts";
import { networkHead } from "../parts/network-head.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function networkPage(site: Site, network: Network): string {
  const { settings } = site.content;
  const root = "./";
  const picture = networkPicture(network, root);
  const main = html`<div class="network" data-network="${root}${NETWORK_DATA}" data-root="${root}">
<div class="network-side">
<header class="network-intro">
<h1><bdi>${settings.title}</bdi></h1>
${settings.description && html`<p class="standfirst">${settings.description}</p>\n`}<p class="network-size">${count(network.entities.length, "entity", "entities")}, ${count(network.claims.length, "claim")}, ${count(network.sources.length, "source")}.${picture.shown < network.entities.length && html` <span class="picture-note">The drawing shows the ${picture.shown} entities with the highest PageRank.</span>`}</p>
</header>
<div class="finder" role="search"></div>
<noscript><p class="notice">Without JavaScript this page shows the map as a drawing whose every node is a link. All of it is also in lists: <a href="${root}entities/">entities</a>, <a href="${root}edges/">claims</a>, <a href="${root}sources/">sources</a>.</p></noscript>
${legend(network)}</div>
<div class="network-main">
<div class="bar" role="group" aria-label="Tools"></div>
<div class="stage" id="stage">
${network.entities.length === 0 ? html`<p class="empty">There is nothing to draw yet: add a file to <code>content/entities</code>.</p>\n` : picture.svg}</div>
<aside class="panel" id="panel" aria-label="Details" tabindex="-1" hidden></aside>
<section class="table" aria-label="Table" tabindex="-1" hidden></section>
${network.claims.some(({ date }) => date !== undefined) && html`<section class="timeline" aria-label="Time"></section>\n`}</div>
</div>
`;
  return documentOf({
    site,
    root,
    address: "",
    section: "network",
    bodyClass: "network-page",
    head: networkHead(root),
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
  const statusCounts = tally(network.claims.map(({ status }) => status));
  const statuses = STATUSES.filter((status) => statusCounts.has(status));
  return html`<details class="legend" id="legend" open>
<summary>Signs and filters</summary>
<section aria-labelledby="legend-entities">
<h2 id="legend-entities">Entities</h2>
<ul>
${network.entityTypes.map(({ id, plural }) => row("hide", id, html`<span class="swatch" data-entity-type="${id}"></span>`, plural, entityCounts))}</ul>
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
<section aria-labelledby="legend-status">
<h2 id="legend-status">How sure</h2>
<ul>
${statuses.map((status) => row("hideStatus", status, lineSign(LINE_SIGNS[status], 2), capitalised(status), statusCounts))}</ul>
</section>
<section class="legend-signs" aria-labelledby="legend-signs">
<h2 id="legend-signs">Lines and nodes</h2>
<ul>
${[1, 2, 4].map((sources) => html`<li><span class="legend-name">${lineSign("", lineThickness(sources))}${sources === 1 ? "One source" : `${sources} independent sources`}</span></li>\n`)}</ul>
<p class="legend-note">An arrow points from who acts to who is acted on. Larger nodes take part in more claims. Where there are too many lines to tell apart, there is one thin line for all claims between two: zoom in, or choose it.</p>
</section>
</details>
`;
}

function row(
  key: "hide" | "hideClaims" | "hideStatus",
  id: string,
  sign: Html,
  label: string,
  counts: ReadonlyMap<string, number>,
): Html {
  return html`<li data-filter="${key}:${id}"><span class="legend-name">${sign}${label}</span> <span class="legend-count">${counts.get(id) ?? 0}</span></li>\n`;
}

function quad(
  label: string,
  types: readonly NetworkEdgeType[],
  counts: ReadonlyMap<string, number>,
): Html | false {
  if (types.length === 0) return false;
  const sign = (id: string) => html`<span class="line-swatch" data-edge-type="${id}"></span>`;
  return html`<h3>${label}</h3>
<ul>
${types.map((type) => row("hideClaims", type.id, sign(type.id), type.label, counts))}</ul>
`;
}

function tally(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
