/** The panel that answers how two entities are connected: the shortest way, the alternatives, and each step’s evidence. */
import { type Html, html } from "../shared/html.ts";
import { count } from "../shared/text.ts";
import type { Model } from "./model.ts";
import { claimItem } from "./panel.ts";
import type { Route, Step } from "./routes.ts";
import type { State } from "./state.ts";

/** The two ends of `a--b`; the second is missing while the reader still has to choose it. */
export function routeEnds(model: Model, route: string | undefined) {
  const [a = "", b = ""] = (route ?? "").split("--");
  return { from: model.entity(a), to: model.entity(b) };
}

/** The panel’s content; `routes` is undefined until both ends are chosen. */
export function routeContent(model: Model, state: State, routes: readonly Route[] | undefined): Html {
  const { viewpoint } = state;
  const { from, to } = routeEnds(model, viewpoint.route);
  const chosen = routes?.[viewpoint.alternative] ?? routes?.[0];
  const option = (key: "onlyConfirmed" | "forward", text: string) =>
    html`<label><input type="checkbox" data-action="route-option" data-key="${key}"${viewpoint[key] && html` checked`}> ${text}</label>`;
  return html`<div class="panel-head">
<div>
<p class="kicker">A connection</p>
<h2 tabindex="-1">${from === undefined ? "How are two connected?" : html`How is <bdi>${from.name}</bdi> connected to ${to === undefined ? "…" : html`<bdi>${to.name}</bdi>`}?`}</h2>
</div>
<button type="button" class="panel-close" data-action="close" aria-label="Close">×</button>
</div>
<div class="finder" data-end="from"></div>
<div class="finder" data-end="to"></div>
<p class="route-options">${option("onlyConfirmed", "Only over confirmed claims")}${option("forward", "Only forward in time")}</p>
${routes !== undefined && routes.length === 0 && html`<p class="empty">No way leads from one to the other over the claims that are shown.${viewpoint.onlyConfirmed || viewpoint.forward ? " Without the options above there may be one." : ""}</p>`}
${
  routes !== undefined &&
  routes.length > 1 &&
  html`<div class="choices column" role="group" aria-label="Ways">${routes.map((route, i) => html`<button type="button" data-action="alternative" data-index="${i}" aria-pressed="${String(route === chosen)}">${routeName(route)}</button>`)}</div>`
}
${chosen !== undefined && html`<ol class="route">${chosen.map((step) => stepItem(step, model))}</ol>`}`;
}

function routeName(route: Route): Html {
  const over = route.slice(0, -1).map(({ to }) => to.name);
  return html`<span><strong>${count(route.length, "step")}</strong>${over.length > 0 && html`: over <bdi>${over.join(", ")}</bdi>`}</span>`;
}

const CLAIMS_SHOWN = 5;

function stepItem({ from, to, claims }: Step, model: Model): Html {
  return html`<li>
<p class="route-step"><a href="#${encodeURIComponent(from.id)}"><bdi>${from.name}</bdi></a> <span aria-hidden="true">—</span><span class="visually-hidden">and</span> <a href="#${encodeURIComponent(to.id)}"><bdi>${to.name}</bdi></a></p>
<ul class="claim-list">${claims.slice(0, CLAIMS_SHOWN).map((claim) => claimItem(claim, model))}</ul>
${claims.length > CLAIMS_SHOWN && html`<p class="empty">And ${count(claims.length - CLAIMS_SHOWN, "more claim")} between the two.</p>`}
</li>`;
}
