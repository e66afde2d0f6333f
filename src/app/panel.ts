/** The panel beside the map: what is chosen, its claims and their sources, each a link that leads on. */
import { type Html, html, join } from "../shared/html.ts";
import type { NetworkClaim, NetworkEdgeType, NetworkEntity, NetworkSource } from "../shared/network.ts";
import { editorAddress } from "../shared/network-files.ts";
import { pagePath, pairPath } from "../shared/paths.ts";
import { capitalised, headingFor } from "../shared/sentence.ts";
import { LENSES, type Lens } from "../shared/viewpoint.ts";
import type { SharedWords } from "../shared/words/words.ts";
import { isSeenThrough } from "./lens.ts";
import type { PageModel, Subject } from "./model.ts";
import type { Shown } from "./shown.ts";
import type { State } from "./state.ts";
import { oldestFirst, threadOf } from "./thread.ts";
import { headingOf } from "./words.ts";

/** So many at first, so that a hub’s panel is there at once; the rest at the press of a button. */
const CLAIMS_SHOWN = 60;

/** The claims of which the panel of a subject says anything. */
export function saidOf(subject: Subject, model: PageModel, shown: Shown, isWhole: boolean): NetworkClaim[] {
  const limit = isWhole ? Number.POSITIVE_INFINITY : CLAIMS_SHOWN;
  const listed = listedOf(subject, model, shown, limit);
  return listed.flatMap((claim) => [claim, ...claim.respondsTo, ...claim.aboutClaims]);
}

function listedOf(subject: Subject, model: PageModel, shown: Shown, limit: number): NetworkClaim[] {
  switch (subject.kind) {
    case "entity":
      return model
        .claimsOf(subject.entity)
        .filter((claim) => shown.claims.has(claim))
        .slice(0, limit);
    case "claim":
      return [subject.claim, ...threadOf(subject.claim, model)];
    case "source":
      return model.network.claims
        .filter((claim) => isSeenThrough(claim, new Set([subject.source]), "supports"))
        .sort(oldestFirst)
        .slice(0, limit);
    case "pair":
      return subject.pair.lines.map(({ claim }) => claim);
  }
}

/** The panel’s content for a subject; `isWhole` where the reader has asked for all of its claims. */
export function panelContent(
  subject: Subject,
  model: PageModel,
  state: State,
  shown: Shown,
  isWhole = false,
): Html {
  const { words } = model;
  const { common, app } = words.messages;
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
      return html`${head(app.pair.heading, headingOf(subject, model), words.say(common.claims, { n: claims.length }), words)}
<p class="panel-more">${words.listed([a, b].map(entityLink))}${a !== b && claims.length > 1 && html` <a href="${model.root}${pairPath(a.id, b.id)}">${app.panel.page}</a>`}</p>
${focusButtons(state, words)}
${claimList(claims, model)}`;
    }
  }
}

function head(
  kicker: Html | string,
  title: string,
  note: Html | string | undefined,
  { messages }: SharedWords,
): Html {
  return html`<div class="panel-head">
<div>
<p class="kicker">${kicker}</p>
<h2 tabindex="-1"><bdi>${title}</bdi></h2>
</div>
<button type="button" class="panel-close" data-action="close" aria-label="${messages.app.close}">×</button>
</div>
${note && html`<p class="standfirst">${note}</p>`}`;
}

function entityContent(
  entity: NetworkEntity,
  model: PageModel,
  state: State,
  shown: Shown,
  limit: number,
): Html {
  const { words } = model;
  const { panel, entity: messages } = words.messages.app;
  const all = model.claimsOf(entity);
  const claims = all.filter((claim) => shown.claims.has(claim));
  const listed = new Set(claims.slice(0, limit));
  const kicker = html`<span class="swatch" data-entity-type="${entity.type.id}"></span>${entity.type.label}`;
  return html`${head(kicker, entity.name, entity.description, words)}
${
  entity.aliases.length > 0 &&
  html`<p class="aliases">${join(
    entity.aliases.map((alias) => html`<bdi>${alias}</bdi>`),
    " · ",
  )}</p>`
}
<p class="panel-more"><a href="${model.root}${pagePath("entity", entity.id)}">${panel.page}</a>${correct(entity, model)} <button type="button" data-action="connect" data-id="${entity.id}">${messages.connect}</button></p>
${focusButtons(state, words)}
${all.length === 0 && html`<p class="empty">${messages.none}</p>`}
${claims.length < all.length && html`<p class="empty">${words.say(messages.hidden, { hidden: all.length - claims.length, n: all.length })}</p>`}
${groups(entity, claims, model).map(({ heading, type, claims: all }) => {
  const list = all.filter((claim) => listed.has(claim));
  return (
    list.length > 0 &&
    html`<h3><span class="line-swatch" data-edge-type="${type.id}"></span>${heading} <span class="legend-count">${list.length < all.length ? words.say(panel.some, { some: list.length, all: all.length }) : words.number(all.length)}</span></h3>
${claimList(list, model)}`
  );
})}
${more(claims, limit, words)}
${neighbours(entity, model, shown)}`;
}

const NEIGHBOURS_SHOWN = 40;

function neighbours(entity: NetworkEntity, model: PageModel, shown: Shown): Html | false {
  const found = model
    .pairsWith(entity)
    .map(({ a, b, lines }) => ({
      other: a === entity ? b : a,
      claims: lines.filter(({ claim }) => shown.claims.has(claim)).length,
    }))
    .filter(({ other, claims }) => claims > 0 && other !== entity)
    .sort((a, b) => b.claims - a.claims || (a.other.name < b.other.name ? -1 : 1));
  if (found.length === 0) return false;
  const { say, number, messages } = model.words;
  const { entity: words } = messages.app;
  return html`<h3>${say(words.neighbours, { n: found.length })}</h3>
<ul class="names">${found.slice(0, NEIGHBOURS_SHOWN).map(({ other, claims }) => html`<li>${entityLink(other)}${claims > 1 && html` <span class="legend-count">${number(claims)}</span>`}</li>`)}</ul>
${found.length > NEIGHBOURS_SHOWN && html`<p class="empty">${say(words.more, { n: found.length - NEIGHBOURS_SHOWN })}</p>`}`;
}

interface Group {
  readonly heading: string;
  readonly type: NetworkEdgeType;
  readonly claims: NetworkClaim[];
}

/** By type in the order of the legend, what it does before what is done to it. */
function groups(entity: NetworkEntity, claims: readonly NetworkClaim[], model: PageModel): Group[] {
  const found = new Map<string, Group>();
  const actsFirst = [...claims].sort(
    (a, b) => Number(b.from.includes(entity)) - Number(a.from.includes(entity)),
  );
  for (const claim of actsFirst) {
    const heading = headingFor(claim.type, claim.from.includes(entity), model.words);
    const group = found.get(heading) ?? { heading, type: claim.type, claims: [] };
    group.claims.push(claim);
    found.set(heading, group);
  }
  const orderOf = (type: NetworkEdgeType) => model.network.edgeTypes.indexOf(type);
  return [...found.values()].sort((a, b) => orderOf(a.type) - orderOf(b.type));
}

const claimList = (claims: readonly NetworkClaim[], model: PageModel): Html =>
  html`<ul class="claim-list">${claims.map((claim) => claimItem(claim, model))}</ul>`;

const more = (claims: readonly NetworkClaim[], limit: number, { say, messages }: SharedWords): Html | false =>
  claims.length > limit &&
  html`<p class="panel-more"><button type="button" data-action="whole">${say(messages.app.panel.more, { n: claims.length - limit })}</button></p>`;

/** A claim in a list: its sentence, which chooses it, and what it rests on. */
export function claimItem(claim: NetworkClaim, model: PageModel): Html {
  const { mark, listed, messages } = model.words;
  const { common } = messages;
  const facts = [
    html`${claim.date?.words ?? common.undated}`,
    claim.status !== "reported" &&
      html`<span class="badge status-${claim.status}">${common.status[claim.status]}</span>`,
    claim.attributedTo.length > 0 &&
      mark(common.says, { names: listed(claim.attributedTo.map(({ name }) => html`<bdi>${name}</bdi>`)) }),
    claim.respondsTo.length > 0 &&
      mark(common.answers, { claims: listed(claim.respondsTo.map((other) => claimLink(other, model))) }),
    ...claim.sources.map((source) => sourceLink(source, model)),
  ].filter((fact) => fact !== false);
  return html`<li class="claim" data-claim="${claim.id}">
<p class="claim-sentence"><a href="#${encodeURIComponent(claim.id)}">${model.sentence(claim)}</a></p>
<p class="claim-facts">${join(facts, html` <span aria-hidden="true">·</span> `)}</p>
</li>`;
}

function sourceLink({ id, title, publisher }: NetworkSource, { root }: PageModel): Html {
  return html`<a href="${root}${pagePath("source", id)}" title="${title}">${publisher ?? title}</a>`;
}

const entityLink = ({ id, name }: NetworkEntity): Html =>
  html`<a href="#${encodeURIComponent(id)}"><bdi>${name}</bdi></a>`;

const claimLink = (claim: NetworkClaim, model: PageModel): Html =>
  html`<a href="#${encodeURIComponent(claim.id)}">${model.sentence(claim)}</a>`;

function focusButtons({ viewpoint }: State, { say, messages }: SharedWords): Html {
  const { panel, steps: count } = messages.app;
  const button = (steps: 1 | 2 | 3 | undefined, text: string) =>
    html`<button type="button" data-action="focus" data-steps="${steps ?? ""}" aria-pressed="${String(viewpoint.within === steps)}">${text}</button>`;
  return html`<p class="choices" role="group" aria-label="${panel.near}"><span aria-hidden="true">${panel.show}</span> ${button(undefined, panel.all)}${([1, 2, 3] as const).map((n) => button(n, say(count, { n })))}</p>`;
}

function claimContent(claim: NetworkClaim, model: PageModel, state: State): Html {
  const { words } = model;
  const { common, app } = words.messages;
  const { claim: messages, panel } = app;
  const kicker = html`<span class="line-swatch" data-edge-type="${claim.type.id}"></span>${claim.type.label}`;
  const entityLinks = (entities: readonly NetworkEntity[]) => words.listed(entities.map(entityLink));
  const thread = threadOf(claim, model);
  const [a] = claim.from;
  const [b] = claim.to;
  const pair = a && b && model.pair(a.id, b.id);
  const between = new Set(pair?.lines.map((line) => line.claim)).size;
  const matters = [
    ...claim.aboutEntities.map(entityLink),
    ...claim.aboutClaims.map((other) => claimLink(other, model)),
  ];
  return html`${head(kicker, model.sentence(claim), claim.date?.words ?? capitalised(common.undated), words)}
<p class="panel-more"><a href="${model.root}${pagePath("edge", claim.id)}">${panel.page}</a>${correct(claim, model)} <button type="button" data-action="cite" data-id="${claim.id}">${common.citation.cite}</button></p>
${focusButtons(state, words)}
<dl class="facts">
<div><dt>${claim.type.directed ? messages.who : messages.between}</dt><dd>${entityLinks(claim.from)}</dd></div>
<div><dt>${claim.type.directed ? messages.whom : messages.and}</dt><dd>${entityLinks(claim.to)}</dd></div>
<div><dt>${messages.status}</dt><dd>${common.status[claim.status]}</dd></div>
${claim.attributedTo.length > 0 && html`<div><dt>${messages.saidBy}</dt><dd>${entityLinks(claim.attributedTo)}</dd></div>`}
${matters.length > 0 && html`<div><dt>${messages.about}</dt><dd>${inLines(matters)}</dd></div>`}
${claim.respondsTo.length > 0 && html`<div><dt>${messages.answers}</dt><dd>${inLines(claim.respondsTo.map((other) => claimLink(other, model)))}</dd></div>`}
<div><dt>${messages.sources}</dt><dd>${claim.sources.length === 0 ? messages.none : sourceList(claim.sources, model)}</dd></div>
${claim.otherSources.length > 0 && html`<div><dt>${messages.against}</dt><dd>${sourceList(claim.otherSources, model)}</dd></div>`}
</dl>
${pair !== undefined && between > 1 && html`<p><a href="#${pair.key}">${words.mark(messages.allBetween, { n: between, a: html`<bdi>${pair.a.name}</bdi>`, b: html`<bdi>${pair.b.name}</bdi>` })}</a></p>`}
${
  thread.length > 1 &&
  html`<h3 id="thread-heading">${messages.thread}</h3>
<ol class="thread" aria-labelledby="thread-heading">${thread.map((each) => threadItem(each, claim, model))}</ol>`
}`;
}

/** The editor of the file that a record is written in. */
function correct({ id }: { readonly id: string }, { network, words }: PageModel): Html | false {
  const address = editorAddress(network.files, id);
  return (
    address !== undefined &&
    html` <a class="correct" href="${address}" rel="external nofollow noopener">${words.messages.common.correct}</a>`
  );
}

const inLines = (values: readonly Html[]): Html => join(values, html`<br>`);

function threadItem(each: NetworkClaim, chosen: NetworkClaim, model: PageModel): Html {
  const { say, messages } = model.words;
  const { dated, undated } = messages.common;
  const what = each === chosen ? html`<strong>${model.sentence(each)}</strong>` : claimLink(each, model);
  return html`<li${each === chosen && html` aria-current="true"`}><span class="thread-type"><span class="line-swatch" data-edge-type="${each.type.id}"></span>${say(dated, { what: each.type.label, date: each.date?.words ?? undated })}</span>${what}</li>`;
}

function sourceList(sources: readonly NetworkSource[], model: PageModel): Html {
  const { lookThrough } = model.words.messages.app.claim;
  return inLines(
    sources.map(
      (source) =>
        html`${namedSource(source, model)} <a class="look-through" href="#${encodeURIComponent(source.id)}">${lookThrough}</a>`,
    ),
  );
}

function namedSource({ id, title, publisher, url }: NetworkSource, { root, words }: PageModel): Html {
  const { claim, panel } = words.messages.app;
  const link = html`<a href="${root}${pagePath("source", id)}">${title}</a>`;
  const source = publisher === undefined ? link : words.mark(claim.source, { title: link, publisher });
  if (url === undefined) return source;
  const original = html`<a href="${url}" rel="external noreferrer">${panel.original}</a>`;
  return words.mark(claim.withOriginal, { source, original });
}

function sourceContent(source: NetworkSource, model: PageModel, { viewpoint }: State, limit: number): Html {
  const { words } = model;
  const { lens: lensWords, panel, source: messages } = words.messages.app;
  const sources = new Set([source]);
  const isOn = viewpoint.source === source.id;
  const through = (lens: Lens) => model.network.claims.filter((claim) => isSeenThrough(claim, sources, lens));
  const supported = through("supports");
  const button = (lens: Lens | undefined, text: string, number: number) =>
    html`<button type="button" data-action="lens" data-source="${source.id}" data-lens="${lens ?? ""}" aria-pressed="${String(lens === undefined ? !isOn : isOn && viewpoint.lens === lens)}">${text} <span class="legend-count">${words.number(number)}</span></button>`;
  const lenses = LENSES.map((lens) => button(lens, capitalised(lensWords[lens]), through(lens).length));
  return html`${head(html`<span class="source-sign" aria-hidden="true"></span>${messages.heading}`, source.title, source.publisher, words)}
<p class="panel-more"><a href="${model.root}${pagePath("source", source.id)}">${panel.page}</a>${source.url !== undefined && html` <a href="${source.url}" rel="external noreferrer">${capitalised(panel.original)}</a>`}${correct(source, model)}</p>
${
  source.derivedFrom.length > 0 &&
  html`<p class="empty">${words.mark(messages.derived, { sources: words.listed(source.derivedFrom.map(({ id, title }) => html`<a href="#${encodeURIComponent(id)}">${title}</a>`)) })}</p>`
}
<div class="choices column" role="group" aria-label="${messages.look}">${button(undefined, messages.everything, model.network.claims.length)}${lenses}</div>
<h3>${words.say(messages.supported, { n: supported.length })}</h3>
${claimList([...supported].sort(oldestFirst).slice(0, limit), model)}
${more(supported, limit, words)}`;
}
