/** The front page: the map, what its signs mean, and the way in for readers without JavaScript. */
import { lineThickness } from "../../shared/curves.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network, NetworkEdgeType } from "../../shared/network.ts";
import { NETWORK_DATA } from "../../shared/paths.ts";
import type { QuadClass } from "../../shared/records.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { compose } from "../compose.ts";
import { networkPicture } from "../drawings/network-picture.ts";
import { lineSign } from "../parts/line-sign.ts";
import { networkHead } from "../parts/network-head.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function networkPage(site: Site, network: Network): string {
  const { settings } = site.content;
  const root = "./";
  const { messages, say, mark } = site.words;
  const { networkPage: said, parts, common } = messages;
  const picture = networkPicture(network, { root, words: site.words });
  const size = say(said.size, {
    entities: say(common.entities, { n: network.entities.length }),
    claims: say(common.claims, { n: network.claims.length }),
    sources: say(common.sources, { n: network.sources.length }),
  });
  const lists = {
    entities: html`<a href="${root}entities/">${parts.links.entities}</a>`,
    claims: html`<a href="${root}edges/">${parts.links.claims}</a>`,
    sources: html`<a href="${root}sources/">${parts.links.sources}</a>`,
  };
  /** What its scripts look for, with what stands above the search. */
  const map = (
    intro?: Html,
  ) => html`<div class="network" data-network="${root}${NETWORK_DATA}" data-root="${root}">
<div class="network-side">
${intro}<div class="finder" role="search"></div>
<noscript><p class="notice">${mark(said.noScript, lists)}</p></noscript>
${legend(site, network)}</div>
<div class="network-main">
<div class="bar" role="group" aria-label="${said.tools}"></div>
<div class="stage" id="stage">
${network.entities.length === 0 ? html`<p class="empty">${mark(said.nothing, { folder: html`<code>content/entities</code>` })}</p>\n` : picture.svg}</div>
<aside class="panel" id="panel" aria-label="${said.details}" tabindex="-1" hidden></aside>
<section class="table" aria-label="${said.table}" tabindex="-1" hidden></section>
${network.claims.some(({ date }) => date !== undefined) && html`<section class="timeline" aria-label="${said.time}"></section>\n`}</div>
</div>
`;
  const pieces = {
    root,
    title: settings.title,
    description: settings.description,
    size,
    drawn: picture.shown < network.entities.length && say(said.drawn, { n: picture.shown }),
    map: map(),
  };
  const main = compose(site, "network", pieces, (p) =>
    map(html`<header class="network-intro">
<h1><bdi>${p.title}</bdi></h1>
${p.description && html`<p class="standfirst">${p.description}</p>\n`}<p class="network-size">${p.size}${p.drawn && html` <span class="picture-note">${p.drawn}</span>`}</p>
</header>
`),
  );
  return documentOf({
    site,
    root,
    address: "",
    section: "network",
    bodyClass: "network-page",
    head: networkHead(site, root),
    main,
  });
}

const QUADS: readonly QuadClass[] = [
  "verbal-cooperation",
  "material-cooperation",
  "verbal-conflict",
  "material-conflict",
  "relation",
];

/** The key to the map; the script puts a checkbox into each row. */
function legend({ words }: Site, network: Network): Html {
  const { networkPage: said, common } = words.messages;
  const counted = (ids: readonly string[]) => {
    const counts = tally(ids);
    return (id: string) => words.number(counts.get(id) ?? 0);
  };
  const entities = counted(network.entities.map(({ type }) => type.id));
  const claims = counted(network.claims.map(({ type }) => type.id));
  const sure = counted(network.claims.map(({ status }) => status));
  const statuses = STATUSES.filter((status) => network.claims.some((claim) => claim.status === status));
  return html`<details class="legend" id="legend" open>
<summary>${said.legend}</summary>
<section aria-labelledby="legend-entities">
<h2 id="legend-entities">${said.entities}</h2>
<ul>
${network.entityTypes.map(({ id, plural }) => row("hide", id, html`<span class="swatch" data-entity-type="${id}"></span>`, plural, entities(id)))}</ul>
</section>
<section aria-labelledby="legend-claims">
<h2 id="legend-claims">${said.claims}</h2>
${QUADS.map((id) =>
  quad(
    said.quads[id],
    network.edgeTypes.filter((type) => type.quad === id),
    claims,
  ),
)}</section>
<section aria-labelledby="legend-status">
<h2 id="legend-status">${said.status}</h2>
<ul>
${statuses.map((status) => row("hideStatus", status, lineSign(2, status), capitalised(common.status[status]), sure(status)))}</ul>
</section>
<section class="legend-signs" aria-labelledby="legend-signs">
<h2 id="legend-signs">${said.signs}</h2>
<ul>
${[1, 2, 4].map((sources) => html`<li><span class="legend-name">${lineSign(lineThickness(sources))}${words.say(said.sources, { n: sources })}</span></li>\n`)}</ul>
<p class="legend-note">${said.signsNote}</p>
</section>
</details>
`;
}

function row(
  key: "hide" | "hideClaims" | "hideStatus",
  id: string,
  sign: Html,
  label: string,
  count: string,
): Html {
  return html`<li data-filter="${key}:${id}"><span class="legend-name">${sign}${label}</span> <span class="legend-count">${count}</span></li>\n`;
}

function quad(
  label: string,
  types: readonly NetworkEdgeType[],
  countOf: (id: string) => string,
): Html | false {
  if (types.length === 0) return false;
  const sign = (id: string) => html`<span class="line-swatch" data-edge-type="${id}"></span>`;
  return html`<h3>${label}</h3>
<ul>
${types.map((type) => row("hideClaims", type.id, sign(type.id), type.label, countOf(type.id)))}</ul>
`;
}

function tally(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
