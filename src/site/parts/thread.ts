/** What a claim belongs to: what it answers, what answers it, the whole thread, and what else there is between the same. */
import { type Html, html } from "../../shared/html.ts";
import { pairPath } from "../../shared/paths.ts";
import type { Edge } from "../../shared/records.ts";
import { count } from "../../shared/text.ts";
import { type EntityPair, pairsOfClaim } from "../pairs.ts";
import { dateWords, edgeTypeOf, entityName, type Site, titleOf } from "../site.ts";
import { stepAddress, stepFragment, stepOf, type ThreadStep } from "../threads.ts";
import { claimItem, linkTo, statusBadge } from "./claim.ts";

export function thread(site: Site, edge: Edge, root: string): Html | false {
  const step = stepOf(site, edge);
  if (step === undefined) return false;
  const claimsIn = (ids: readonly string[]) =>
    ids.map((id) => site.content.byId.get(id)).filter((record) => record?.kind === "edge");
  const answered = claimsIn(edge.respondsTo);
  const matters = claimsIn(edge.about).filter((other) => !answered.includes(other));
  const answers = site.relations.answers.get(edge.id) ?? [];
  const about = (site.relations.about.get(edge.id) ?? []).filter((other) => !answers.includes(other));
  const near = answered.length + matters.length + answers.length + about.length;
  const list = (heading: string, edges: readonly Edge[]) =>
    edges.length > 0 &&
    html`<h3>${heading}</h3>
<ul class="claim-list">
${edges.map((other) => claimItem(site, other, root))}</ul>
`;
  return html`<section aria-labelledby="thread-heading">
<h2 id="thread-heading">What it belongs to</h2>
${list("It answers", answered)}${list("It is about", matters)}${list("It is answered by", answers)}${list("Claims about it", about)}${step.thread.claims.length > near + 1 && wholeThread(site, step, root)}</section>
`;
}

/** So many claims before one and after it. */
const REACH = 12;

function wholeThread(site: Site, { thread: { claims }, edge, index }: ThreadStep, root: string): Html {
  const [from, to] = [Math.max(0, index - REACH), Math.min(claims.length, index + REACH + 1)];
  const more = [from > 0 && `${from} before these`, to < claims.length && `${claims.length - to} after them`];
  const left = more.filter((part) => part !== false).join(" and ");
  return html`<h3>Before and after: the whole thread</h3>
<ol class="thread">
${claims.slice(from, to).map((each) => threadItem(site, each, root, each === edge))}</ol>
<p class="to-network"><a href="${root}${stepAddress(site, edge)}">See it among all threads</a>${left !== "" && html`, with ${left}`}</p>
`;
}

/** A claim in a thread: what it is and when, then its sentence. */
export function threadItem(site: Site, edge: Edge, root: string, isCurrent = false, isTarget = false): Html {
  const type = edgeTypeOf(site, edge);
  const isSuperseded = site.relations.superseded.has(edge.id);
  return html`<li${isCurrent && html` aria-current="true"`}${isTarget && html` id="${stepFragment(edge.id)}"`}><span class="thread-type"><span class="line-swatch" data-edge-type="${type.id}"></span>${type.label}, ${edge.date === undefined ? "undated" : dateWords(site, edge.date)}${edge.status !== "reported" && html` ${statusBadge(edge.status)}`}${isSuperseded && html` <span class="badge">superseded</span>`}</span>${isCurrent ? html`<strong><bdi>${titleOf(site, edge)}</bdi></strong>` : linkTo(site, edge, root)}</li>
`;
}

const OTHERS_LIMIT = 8;
const PAIRS_LIMIT = 5;

/** Other claims between the same two, of each two where it is a joint act. */
export function alsoBetween(site: Site, edge: Edge, root: string): Html | false {
  const pairs = pairsOfClaim(site, edge);
  if (pairs.length === 0) return false;
  return html`<section aria-labelledby="between-heading">
<h2 id="between-heading">Between the same two</h2>
${pairs.slice(0, PAIRS_LIMIT).map((pair) => others(site, edge, pair, root))}${pairs.length > PAIRS_LIMIT && html`<p>And between ${count(pairs.length - PAIRS_LIMIT, "more pair")} of those who take part.</p>\n`}</section>
`;
}

function others(site: Site, edge: Edge, { a, b, claims }: EntityPair, root: string): Html {
  const shown = claims
    .slice(0, OTHERS_LIMIT + 1)
    .filter((other) => other !== edge)
    .slice(0, OTHERS_LIMIT);
  return html`<ul class="claim-list">
${shown.map((other) => claimItem(site, other, root))}</ul>
<p class="to-network"><a href="${root}${pairPath(a, b)}">All ${count(claims.length, "claim")} between <bdi>${entityName(site, a)}</bdi> and <bdi>${entityName(site, b)}</bdi></a></p>
`;
}
