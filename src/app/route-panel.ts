/** The panel that answers how two entities are connected: the shortest way, the alternatives, and each step’s evidence. */
import { type Html, html } from "../shared/html.ts";
import type { SharedWords } from "../shared/words/words.ts";
import type { Model, PageModel } from "./model.ts";
import { claimItem } from "./panel.ts";
import type { Route, Step } from "./routes.ts";
import type { State } from "./state.ts";

/** The two ends of `a--b`; the second is missing while the reader still has to choose it. */
export function routeEnds(model: Model, route: string | undefined) {
  const [a = "", b = ""] = (route ?? "").split("--");
  return { from: model.entity(a), to: model.entity(b) };
}

/** The panel’s content; `routes` is undefined until both ends are chosen. */
export function routeContent(model: PageModel, state: State, routes: readonly Route[] | undefined): Html {
  const { viewpoint } = state;
  const { mark, messages } = model.words;
  const { close, route: words } = messages.app;
  const { from, to } = routeEnds(model, viewpoint.route);
  const chosen = routes?.[viewpoint.alternative] ?? routes?.[0];
  const option = (key: "onlyConfirmed" | "forward") =>
    html`<label><input type="checkbox" data-action="route-option" data-key="${key}"${viewpoint[key] && html` checked`}> ${words[key]}</label>`;
  return html`<div class="panel-head">
<div>
<p class="kicker">${words.heading}</p>
<h2 tabindex="-1">${from === undefined ? words.ask : mark(words.between, { from: html`<bdi>${from.name}</bdi>`, to: to === undefined ? "…" : html`<bdi>${to.name}</bdi>` })}</h2>
</div>
<button type="button" class="panel-close" data-action="close" aria-label="${close}">×</button>
</div>
<div class="finder" data-end="from"></div>
<div class="finder" data-end="to"></div>
<p class="route-options">${option("onlyConfirmed")}${option("forward")}</p>
${routes !== undefined && routes.length === 0 && html`<p class="empty">${viewpoint.onlyConfirmed || viewpoint.forward ? words.noneNarrowed : words.none}</p>`}
${
  routes !== undefined &&
  routes.length > 1 &&
  html`<div class="choices column" role="group" aria-label="${words.ways}">${routes.map((route, i) => html`<button type="button" data-action="alternative" data-index="${i}" aria-pressed="${String(route === chosen)}">${routeName(route, model.words)}</button>`)}</div>`
}
${chosen !== undefined && html`<ol class="route">${chosen.map((step) => stepItem(step, model))}</ol>`}`;
}

function routeName(route: Route, { say, mark, list, messages }: SharedWords): Html {
  const { steps: count, route: words } = messages.app;
  const over = route.slice(0, -1).map(({ to }) => to.name);
  const steps = html`<strong>${say(count, { n: route.length })}</strong>`;
  return html`<span>${over.length === 0 ? steps : mark(words.over, { steps, names: html`<bdi>${list(over)}</bdi>` })}</span>`;
}

const CLAIMS_SHOWN = 5;

function stepItem({ from, to, claims }: Step, model: PageModel): Html {
  const { say, messages } = model.words;
  const { route: words } = messages.app;
  return html`<li>
<p class="route-step"><a href="#${encodeURIComponent(from.id)}"><bdi>${from.name}</bdi></a> <span aria-hidden="true">—</span><span class="visually-hidden">${words.and}</span> <a href="#${encodeURIComponent(to.id)}"><bdi>${to.name}</bdi></a></p>
<ul class="claim-list">${claims.slice(0, CLAIMS_SHOWN).map((claim) => claimItem(claim, model))}</ul>
${claims.length > CLAIMS_SHOWN && html`<p class="empty">${say(words.more, { n: claims.length - CLAIMS_SHOWN })}</p>`}
</li>`;
}
