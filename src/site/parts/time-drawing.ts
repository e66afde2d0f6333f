/** The drawing of claims in time with the tools that a script brings to life, and the key to its signs. */
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import { daySign, timelinePicture, wholeWindow } from "../../shared/timeline-picture.ts";
import { drawingInWords } from "../../shared/timeline-words.ts";
import type { Site } from "../site.ts";
import { claimsFilter, networkAt } from "./claims-filter.ts";

/** Undefined where no claim has a date. */
export function timeDrawing(site: Site, network: Network, root: string): Html | undefined {
  const span = wholeWindow(network.claims);
  if (span === undefined) return undefined;
  const said = site.words.messages.timeline;
  const { edgeTypes: types, claims } = network;
  const picture = timelinePicture(claims, span, { types, frame: { root, words: site.words } });
  return html`<section class="time" aria-label="${said.drawing}"${networkAt(root)}>
${claimsFilter(site, network)}<div class="time-tools" role="group" aria-label="${said.tools}">
<button type="button" data-time="zoomIn">${said.zoomIn}</button>
<button type="button" data-time="zoomOut" disabled>${said.zoomOut}</button>
<button type="button" data-time="earlier" disabled>${said.earlier}</button>
<button type="button" data-time="later" disabled>${said.later}</button>
<button type="button" data-time="all" disabled>${said.all}</button>
</div>
<p class="time-count" role="status">${drawingInWords(picture, span, "month", site.words)}</p>
<div class="time-plot">
${picture.svg}</div>
${signs(site)}</section>
`;
}

function signs({ words }: Site): Html {
  const { signs: said } = words.messages.timeline;
  const sign = (shape: Html) =>
    html`<svg class="time-sign" width="28" height="12" viewBox="-14 -6 28 12" aria-hidden="true">${shape}</svg>`;
  return html`<ul class="time-signs">
<li>${sign(daySign("reported"))}${said.day}</li>
<li class="status-alleged">${sign(daySign("alleged"))}${sign(html`<line x1="-14" x2="14"/>`)}${words.messages.common.status.alleged}</li>
<li class="status-disputed">${sign(daySign("disputed"))}${sign(html`<line x1="-14" x2="14"/>`)}${said.contested}</li>
<li>${sign(html`<line x1="-14" x2="14"/>`)}${said.span}</li>
<li>${said.bars}</li>
</ul>
`;
}
