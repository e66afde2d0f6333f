/** The drawing of claims in time with the tools that a script brings to life, and the key to its signs. */
import { daysInWords } from "../../shared/calendar.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import { daySign, timelinePicture, wholeWindow } from "../../shared/timeline-picture.ts";
import { drawingInWords } from "../../shared/timeline-words.ts";
import type { Site } from "../site.ts";
import { claimsFilter, networkAt } from "./claims-filter.ts";

const WORDS = {
  drawing: "Claims in time",
  tools: "What the drawing shows",
  earlier: "Earlier",
  later: "Later",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  all: "All time",
  day: "a day",
  alleged: "alleged",
  contested: "disputed, denied or withdrawn",
  span: "some time from its first to its last day, or all of it; dashed or dotted as above",
  bars: "bars: as many as happened then; the lighter part only may have",
};

/** Undefined where no claim has a date. */
export function timeDrawing(site: Site, network: Network, root: string): Html | undefined {
  const span = wholeWindow(network.claims);
  if (span === undefined) return undefined;
  const { locale } = site.words;
  const { edgeTypes: types, claims } = network;
  const picture = timelinePicture(claims, span, { types, frame: { root, words: site.words } });
  return html`<section class="time" aria-label="${WORDS.drawing}"${networkAt(root)}>
${claimsFilter(site, network)}<div class="time-tools" role="group" aria-label="${WORDS.tools}">
<button type="button" data-time="zoomIn">${WORDS.zoomIn}</button>
<button type="button" data-time="zoomOut" disabled>${WORDS.zoomOut}</button>
<button type="button" data-time="earlier" disabled>${WORDS.earlier}</button>
<button type="button" data-time="later" disabled>${WORDS.later}</button>
<button type="button" data-time="all" disabled>${WORDS.all}</button>
</div>
<p class="time-count" role="status">${daysInWords(span.first, span.last, "month", locale)}: ${drawingInWords(picture)}</p>
<div class="time-plot">
${picture.svg}</div>
${signs()}</section>
`;
}

function signs(): Html {
  const sign = (shape: Html) =>
    html`<svg class="time-sign" width="28" height="12" viewBox="-14 -6 28 12" aria-hidden="true">${shape}</svg>`;
  return html`<ul class="time-signs">
<li>${sign(daySign("reported"))}${WORDS.day}</li>
<li class="status-alleged">${sign(daySign("alleged"))}${sign(html`<line x1="-14" x2="14"/>`)}${WORDS.alleged}</li>
<li class="status-disputed">${sign(daySign("disputed"))}${sign(html`<line x1="-14" x2="14"/>`)}${WORDS.contested}</li>
<li>${sign(html`<line x1="-14" x2="14"/>`)}${WORDS.span}</li>
<li>${WORDS.bars}</li>
</ul>
`;
}
