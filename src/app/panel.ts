/** The panel beside the map: what is chosen, its claims and their sources, each a link that leads on. */
import { type Html, html, join } from "../shared/html.ts";
import type { NetworkClaim, NetworkEdgeType, NetworkEntity, NetworkSource } from "../shared/network.ts";
import { pagePath, pairPath } from "../shared/paths.ts";
import { headingFor, sentenceOfClaim } from "../shared/sentence.ts";
import { count } from "../shared/text.ts";
import type { Lens } from "../shared/viewpoint.ts";
import { isSeenThrough } from "./lens.ts";
import type { Model, Subject } from "./model.ts";
import type { Shown } from "./shown.ts";
import type { State } from "./state.ts";
import { oldestFirst, threadOf } from "./thread.ts";
import { headingOf } from "./words.ts";

/** So many at first, so that a hub’s panel is there at once; the rest at the press of a button. */
const CLAIMS_SHOWN = 60;

/** The panel’s content for a subject; `isWhole` where the reader has asked for all of its claims. */
export function panelContent(
  subject: Subject,
  model: Model,
  state: State,
  shown: Shown,
  isWhole = false,
): Html {
  const limit = isWhole ? Number.POSITIVE_INFINITY : CLAIMS_SHOWN;
  switch (subject.kind) {
    case "entity":
      return entityContent(subject.entity, model, state, shown, limit);
    case "claim":
      return claimContent(subject.claim, model, state);
    case "source":
      return sourceContent(subject.source, model, state, limit);
    case "pair": {
      const { a, b, lines } = subject.pair;
      const claims = [...new Set(lines.map(({ claim }) => claim))];
      return html`${head(html`Between two`, headingOf(subject), count(claims.length, "claim"))}
<p class="panel-more">${entityLinks([a, b])}${a !== b && claims.length > 1 && html` <a href="${model.root}${pairPath(a.id, b.id)}">Open its page</a>`}</p>
${focusButtons(state)}
${claimList(claims, model)}`;
    }
  }
}

function head(kicker: Html, title: string, note: Html | string | undefined): Html {
  return html`<div class="panel-head">
<div>
<p class="kicker">${kicker}</p>
<h2 tabindex="-1"><bdi>${title}</bdi></h2>
</div>
<button type="button" class="panel-close" data-action="close" aria-label="Close">×</button>
</div>
${note && html`<p class="standfirst">${note}</p>`}`;
}

function entityContent(entity: NetworkEntity, model: Model, state: State, shown: Shown, limit: number): Html {
  const all = model.claimsOf(entity);
  const claims = all.filter((claim) => shown.claims.has(claim));
  const listed = new Set(claims.slice(0, limit));
  const kicker = html`<span class="swatch" data-entity-type="${entity.type.id}"></span>${entity.type.label}`;
  return html`${head(kicker, entity.name, entity.description)}
${
  entity.aliases.length > 0 &&
  html`<p class="aliases">${join(
    entity.aliases.map((alias) => html`<bdi>${alias}</bdi>`),
    " · ",
  )}</p>`
}
<p class="panel-more"><a href="${model.root}${pagePath("entity", entity.id)}">Open its page</a> <button type="button" data-action="connect" data-id="${entity.id}">How is it connected to …?</button></p>
${focusButtons(state)}
${all.length === 0 && html`<p class="empty">Nothing is claimed of it yet.</p>`}
${claims.length < all.length && html`<p class="empty">The filters hide ${all.length - claims.length} of its ${count(all.length, "claim")}.</p>`}
${groups(entity, claims, model).map(({ heading, type, claims: all }) => {
  const list = all.filter((claim) => listed.has(claim));
  return (
    list.length > 0 &&
    html`<h3><span class="line-swatch" data-edge-type="${type.id}"></span>${heading} <span class="legend-count">${list.length < all.length && html`${list.length} of `}${all.length}</span></h3>
${claimList(list, model)}`
  );
})}
${more(claims, limit)}
${neighbours(entity, model, shown)}`;
}

const NEIGHBOURS_SHOWN = 40;

function neighbours(entity: NetworkEntity, model: Model, shown: Shown): Html | false {
  const found = model
    .pairsWith(entity)
    .map(({ a, b, lines }) => ({
      other: a === entity ? b : a,
      claims: lines.filter(({ claim }) => shown.claims.has(claim)).length,
    }))
    .filter(({ other, claims }) => claims > 0 && other !== entity)
    .sort((a, b) => b.claims - a.claims || (a.other.name < b.other.name ? -1 : 1));
  if (found.length === 0) return false;
  return html`<h3>${count(found.length, "neighbour")}</h3>
<ul class="names">${found.slice(0, NEIGHBOURS_SHOWN).map(({ other, claims }) => html`<li>${entityLink(other)}${claims > 1 && html` <span class="legend-count">${claims}</span>`}</li>`)}</ul>
${found.length > NEIGHBOURS_SHOWN && html`<p class="empty">And ${found.length - NEIGHBOURS_SHOWN} more.</p>`}`;
}

interface Group {
  readonly heading: string;
  readonly type: NetworkEdgeType;
  readonly claims: NetworkClaim[];
}

/** By type in the order of the legend, what it does before what is done to it. */
function groups(entity: NetworkEntity, claims: readonly NetworkClaim[], model: Model): Group[] {
  const found = new Map<string, Group>();
  const actsFirst = [...claims].sort(
    (a, b) => Number(b.from.includes(entity)) - Number(a.from.includes(entity)),
  );
  for (const claim of actsFirst) {
    const heading = headingFor(claim.type, claim.from.includes(entity));
    const group = found.get(heading) ?? { heading, type: claim.type, claims: [] };
    group.claims.push(claim);
    found.set(heading, group);
  }
  const orderOf = (type: NetworkEdgeType) => model.network.edgeTypes.indexOf(type);
  return [...found.values()].sort((a, b) => orderOf(a.type) - orderOf(b.type));
}

const claimList = (claims: readonly NetworkClaim[], model: Model): Html =>
  html`<ul class="claim-list">${claims.map((claim) => claimItem(claim, model))}</ul>`;

const more = (claims: readonly NetworkClaim[], limit: number): Html | false =>
  claims.length > limit &&
  html`<p class="panel-more"><button type="button" data-action="whole">Show ${count(claims.length - limit, "more claim")}</button></p>`;

/** A claim in a list: its sentence, which chooses it, and what it rests on. */
export function claimItem(claim: NetworkClaim, model: Model): Html {
  const facts = [
    html`${claim.date?.words ?? "undated"}`,
    claim.status !== "reported" && html`<span class="badge status-${claim.status}">${claim.status}</span>`,
    claim.attributedTo.length > 0 &&
      html`says ${join(
        claim.attributedTo.map(({ name }) => html`<bdi>${name}</bdi>`),
        ", ",
      )}`,
    claim.respondsTo.length > 0 &&
      html`answers ${join(
        claim.respondsTo.map(
          (other) => html`<a href="#${encodeURIComponent(other.id)}">${sentenceOfClaim(other)}</a>`,
        ),
        ", ",
      )}`,
    ...claim.sources.map((source) => sourceLink(source, model)),
  ].filter((fact) => fact !== false);
  return html`<li class="claim" data-claim="${claim.id}">
<p class="claim-sentence"><a href="#${encodeURIComponent(claim.id)}">${sentenceOfClaim(claim)}</a></p>
<p class="claim-facts">${join(facts, html` <span aria-hidden="true">·</span> `)}</p>
</li>`;
}

function sourceLink({ id, title, publisher }: NetworkSource, { root }: Model): Html {
  return html`<a href="${root}${pagePath("source", id)}" title="${title}">${publisher ?? title}</a>`;
}

const entityLink = ({ id, name }: NetworkEntity): Html =>
  html`<a href="#${encodeURIComponent(id)}"><bdi>${name}</bdi></a>`;

const entityLinks = (entities: readonly NetworkEntity[]): Html => join(entities.map(entityLink), ", ");

const claimLinks = (claims: readonly NetworkClaim[]): Html =>
  join(
    claims.map((claim) => html`<a href="#${encodeURIComponent(claim.id)}">${sentenceOfClaim(claim)}</a>`),
    html`<br>`,
  );

function focusButtons({ viewpoint }: State): Html {
  const button = (steps: 1 | 2 | 3 | undefined, text: string) =>
    html`<button type="button" data-action="focus" data-steps="${steps ?? ""}" aria-pressed="${String(viewpoint.within === steps)}">${text}</button>`;
  return html`<p class="choices" role="group" aria-label="Show only what is near"><span aria-hidden="true">Show</span> ${button(undefined, "all")}${button(1, "1 step")}${button(2, "2 steps")}${button(3, "3 steps")}</p>`;
}

function claimContent(claim: NetworkClaim, model: Model, state: State): Html {
  const kicker = html`<span class="line-swatch" data-edge-type="${claim.type.id}"></span>${claim.type.label}`;
  const thread = threadOf(claim, model);
  const [a] = claim.from;
  const [b] = claim.to;
  const pair = a && b && model.pair(a.id, b.id);
  const between = new Set(pair?.lines.map((line) => line.claim)).size;
  const matters = [
    ...claim.aboutEntities.map(entityLink),
    ...claim.aboutClaims.map((other) => claimLinks([other])),
  ];
  return html`${head(kicker, sentenceOfClaim(claim), claim.date?.words ?? "Undated")}
<p class="panel-more"><a href="${model.root}${pagePath("edge", claim.id)}">Open its page</a> <button type="button" data-action="cite" data-id="${claim.id}">Cite this claim</button></p>
${focusButtons(state)}
<dl class="facts">
<div><dt>${claim.type.directed ? "Who" : "Between"}</dt><dd>${entityLinks(claim.from)}</dd></div>
<div><dt>${claim.type.directed ? "To whom" : "And"}</dt><dd>${entityLinks(claim.to)}</dd></div>
<div><dt>Status</dt><dd>${claim.status}</dd></div>
${claim.attributedTo.length > 0 && html`<div><dt>Who says so</dt><dd>${entityLinks(claim.attributedTo)}</dd></div>`}
${matters.length > 0 && html`<div><dt>About</dt><dd>${join(matters, html`<br>`)}</dd></div>`}
${claim.respondsTo.length > 0 && html`<div><dt>Answers</dt><dd>${claimLinks(claim.respondsTo)}</dd></div>`}
<div><dt>Sources</dt><dd>${sourceList(claim.sources, model) ?? "none"}</dd></div>
${claim.otherSources.length > 0 && html`<div><dt>Against it, or in passing</dt><dd>${sourceList(claim.otherSources, model)}</dd></div>`}
</dl>
${pair !== undefined && between > 1 && html`<p><a href="#${pair.key}">All ${between} claims between <bdi>${pair.a.name}</bdi> and <bdi>${pair.b.name}</bdi></a></p>`}
${
  thread.length > 1 &&
  html`<h3 id="thread-heading">Its thread: what it answers, and what answers it</h3>
<ol class="thread" aria-labelledby="thread-heading">${thread.map((each) => threadItem(each, claim))}</ol>`
}`;
}

function threadItem(each: NetworkClaim, chosen: NetworkClaim): Html {
  const what = each === chosen ? html`<strong>${sentenceOfClaim(each)}</strong>` : claimLinks([each]);
  return html`<li${each === chosen && html` aria-current="true"`}><span class="thread-type"><span class="line-swatch" data-edge-type="${each.type.id}"></span>${each.type.label}, ${each.date?.words ?? "undated"}</span>${what}</li>`;
}

function sourceList(sources: readonly NetworkSource[], model: Model): Html | undefined {
  if (sources.length === 0) return undefined;
  return join(
    sources.map(
      (source) =>
        html`<a href="${model.root}${pagePath("source", source.id)}">${source.title}</a>${source.publisher !== undefined && html`, ${source.publisher}`}${source.url !== undefined && html` (<a href="${source.url}" rel="external noreferrer">the original</a>)`} <a class="look-through" href="#${encodeURIComponent(source.id)}">Look through it</a>`,
    ),
    html`<br>`,
  );
}

const LENS_WORDS: Record<Lens, string> = {
  supports: "What it supports",
  alone: "What it alone supports",
  without: "What is left without it",
};

function sourceContent(source: NetworkSource, model: Model, { viewpoint }: State, limit: number): Html {
  const sources = new Set([source]);
  const isOn = viewpoint.source === source.id;
  const through = (lens: Lens) => model.network.claims.filter((claim) => isSeenThrough(claim, sources, lens));
  const supported = through("supports");
  const button = (lens: Lens | undefined, text: string, number: number) =>
    html`<button type="button" data-action="lens" data-source="${source.id}" data-lens="${lens ?? ""}" aria-pressed="${String(lens === undefined ? !isOn : isOn && viewpoint.lens === lens)}">${text} <span class="legend-count">${number}</span></button>`;
  const lenses = (Object.keys(LENS_WORDS) as Lens[]).map((lens) =>
    button(lens, LENS_WORDS[lens], through(lens).length),
  );
  return html`${head(html`<span class="source-sign" aria-hidden="true"></span>Source`, source.title, source.publisher)}
<p class="panel-more"><a href="${model.root}${pagePath("source", source.id)}">Open its page</a>${source.url !== undefined && html` <a href="${source.url}" rel="external noreferrer">The original</a>`}</p>
${
  source.derivedFrom.length > 0 &&
  html`<p class="empty">Made from ${join(
    source.derivedFrom.map(({ id, title }) => html`<a href="#${encodeURIComponent(id)}">${title}</a>`),
    ", ",
  )}: it counts as no witness of its own.</p>`
}
<div class="choices column" role="group" aria-label="Look through this source">${button(undefined, "Everything", model.network.claims.length)}${lenses}</div>
<h3>${count(supported.length, "claim")} it supports</h3>
${claimList([...supported].sort(oldestFirst).slice(0, limit), model)}
${more(supported, limit)}`;
}
