/** What a claim belongs to: what it answers, what answers it, the whole thread, and what else there is between the same. */
import { type Html, html } from "../../shared/html.ts";
import { pairPath } from "../../shared/paths.ts";
import type { Edge } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import { PAIR_FIRST, type PairInBrief, pairsOfClaim } from "../pairs.ts";
import { dateWords, edgeTypeOf, entityName, type Site, titleOf } from "../site.ts";
import { type PlaceInThread, placeInThread, stepFragment } from "../threads.ts";
import { claimItem, linkTo, statusBadge } from "./claim.ts";

export function thread(site: Site, edge: Edge, root: string): Html | false {
  const place = placeInThread(site, edge);
  if (place === undefined) return false;
  const claimsIn = (ids: readonly string[]) =>
    ids.map((id) => site.content.byId.get(id)).filter((record) => record?.kind === "edge");
  const answered = claimsIn(edge.respondsTo);
  const matters = claimsIn(edge.about).filter((other) => !answered.includes(other));
  const answers = site.relations.answers.get(edge.id) ?? [];
  const about = (site.relations.about.get(edge.id) ?? []).filter((other) => !answers.includes(other));
  const near = answered.length + matters.length + answers.length + about.length;
  const { thread: heads } = site.words.messages.parts;
  const list = (heading: string, edges: readonly Edge[]) =>
    edges.length > 0 &&
    html`<h3>${heading}</h3>
<ul class="claim-list">
${edges.map((other) => claimItem(site, other, root))}</ul>
`;
  const pieces = {
    root,
    answers: list(heads.answers, answered),
    isAbout: list(heads.isAbout, matters),
    answeredBy: list(heads.answeredBy, answers),
    about: list(heads.about, about),
    whole: place.of > near + 1 && wholeThread(site, edge, place, root),
  };
  return compose(
    site,
    "thread",
    pieces,
    (p) => html`<section aria-labelledby="thread-heading">
<h2 id="thread-heading">${heads.heading}</h2>
${p.answers}${p.isAbout}${p.answeredBy}${p.about}${p.whole}</section>
`,
  );
}

function wholeThread(site: Site, edge: Edge, place: PlaceInThread, root: string): Html {
  const { messages, say, mark, list } = site.words;
  const { thread: said } = messages.parts;
  const { around, before, address } = place;
  const after = place.of - before - around.length;
  const left = [
    before > 0 && say(said.before, { n: before }),
    after > 0 && say(said.after, { n: after }),
  ].filter((part) => part !== false);
  const link = html`<a href="${root}${address}">${said.amongAll}</a>`;
  return html`<h3>${said.whole}</h3>
<ol class="thread">
${around.map((each) => threadItem(site, each, root, each === edge))}</ol>
<p class="to-network">${left.length === 0 ? link : mark(said.withLeft, { link, left: list(left) })}</p>
`;
}

/** A claim in a thread: what it is and when, then its sentence. */
export function threadItem(site: Site, edge: Edge, root: string, isCurrent = false, isTarget = false): Html {
  const type = edgeTypeOf(site, edge);
  const isSuperseded = site.relations.superseded.has(edge.id);
  const { messages, say } = site.words;
  const date = edge.date === undefined ? messages.common.undated : dateWords(site, edge.date);
  return html`<li${isCurrent && html` aria-current="true"`}${isTarget && html` id="${stepFragment(edge.id)}"`}><span class="thread-type"><span class="line-swatch" data-edge-type="${type.id}"></span>${say(messages.parts.typeAndDate, { type: type.label, date })}${edge.status !== "reported" && html` ${statusBadge(site, edge.status)}`}${isSuperseded && html` <span class="badge">${messages.parts.superseded}</span>`}</span>${isCurrent ? html`<strong><bdi>${titleOf(site, edge)}</bdi></strong>` : linkTo(site, edge, root)}</li>
`;
}

const PAIRS_LIMIT = 5;

/** Other claims between the same two, of each two where it is a joint act. */
export function alsoBetween(site: Site, edge: Edge, root: string): Html | false {
  const pairs = pairsOfClaim(site, edge);
  if (pairs.length === 0) return false;
  const { messages, say } = site.words;
  const { between } = messages.parts;
  return html`<section aria-labelledby="between-heading">
<h2 id="between-heading">${between.heading}</h2>
${pairs.slice(0, PAIRS_LIMIT).map((pair) => others(site, edge, pair, root))}${pairs.length > PAIRS_LIMIT && html`<p>${say(between.morePairs, { n: pairs.length - PAIRS_LIMIT })}</p>\n`}</section>
`;
}

function others(site: Site, edge: Edge, { a, b, size, first }: PairInBrief, root: string): Html {
  const shown = first.filter((other) => other !== edge).slice(0, PAIR_FIRST - 1);
  const { messages, mark } = site.words;
  const name = (id: string) => html`<bdi>${entityName(site, id)}</bdi>`;
  const all = mark(messages.parts.between.all, { n: size, a: name(a), b: name(b) });
  return html`<ul class="claim-list">
${shown.map((other) => claimItem(site, other, root))}</ul>
<p class="to-network"><a href="${root}${pairPath(a, b)}">${all}</a></p>
`;
}
