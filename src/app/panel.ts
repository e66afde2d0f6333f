/** The panel beside the map: what is pinned, its claims, and their sources, each a link to its page. */
import { type Html, html, join } from "../shared/html.ts";
import type { Network, NetworkClaim, NetworkEdgeType, NetworkEntity } from "../shared/network.ts";
import { pagePath } from "../shared/paths.ts";
import { headingFor, sentenceOf } from "../shared/sentence.ts";
import { count } from "../shared/text.ts";
import type { Selection } from "./state.ts";

/** What the panel looks up. */
export interface Lookup {
  readonly root: string;
  readonly entity: (id: string) => NetworkEntity | undefined;
  readonly claim: (id: string) => NetworkClaim | undefined;
  readonly claimsOf: (entityId: string) => readonly NetworkClaim[];
  /** The place of a type in the legend. */
  readonly orderOf: (type: NetworkEdgeType) => number;
}

export function createLookup(network: Network, root: string): Lookup {
  const entities = new Map(network.entities.map((entity) => [entity.id, entity]));
  const claims = new Map(network.claims.map((claim) => [claim.id, claim]));
  const byEntity = new Map<string, NetworkClaim[]>();
  for (const claim of network.claims) {
    for (const id of new Set([...claim.from, ...claim.to].map((entity) => entity.id))) {
      const list = byEntity.get(id);
      if (list === undefined) byEntity.set(id, [claim]);
      else list.push(claim);
    }
  }
  return {
    root,
    entity: (id) => entities.get(id),
    claim: (id) => claims.get(id),
    claimsOf: (id) => byEntity.get(id) ?? [],
    orderOf: (type) => network.edgeTypes.indexOf(type),
  };
}

const CLAIMS_SHOWN = 200;

/** The panel’s content for a selection; undefined where it names nothing. */
export function panelContent(selection: Selection, lookup: Lookup): Html | undefined {
  if (selection.kind === "entity") {
    const entity = lookup.entity(selection.id);
    return entity && entityContent(entity, lookup);
  }
  const claim = lookup.claim(selection.id);
  return claim && claimContent(claim, lookup);
}

export const headingOf = (selection: Selection, lookup: Lookup): string => {
  if (selection.kind === "entity") return lookup.entity(selection.id)?.name ?? "";
  const claim = lookup.claim(selection.id);
  return claim === undefined ? "" : sentence(claim);
};

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

function entityContent(entity: NetworkEntity, lookup: Lookup): Html {
  const claims = lookup.claimsOf(entity.id);
  const kicker = html`<span class="swatch" data-entity-type="${entity.type.id}"></span>${entity.type.label}`;
  return html`${head(kicker, entity.name, entity.description)}
${
  entity.aliases.length > 0 &&
  html`<p class="aliases">${join(
    entity.aliases.map((alias) => html`<bdi>${alias}</bdi>`),
    " · ",
  )}</p>`
}
<p class="panel-more"><a href="${lookup.root}${pagePath("entity", entity.id)}">Open its page</a></p>
${claims.length === 0 && html`<p class="empty">Nothing is claimed of it yet.</p>`}
${groups(entity, claims.slice(0, CLAIMS_SHOWN), lookup).map(
  ({
    heading,
    type,
    claims: list,
  }) => html`<h3><span class="line-swatch" data-edge-type="${type.id}"></span>${heading}</h3>
<ul class="claim-list">${list.map((claim) => claimItem(claim, lookup))}</ul>`,
)}
${claims.length > CLAIMS_SHOWN && html`<p>And ${count(claims.length - CLAIMS_SHOWN, "more claim")} on its page.</p>`}`;
}

interface Group {
  readonly heading: string;
  readonly type: NetworkEdgeType;
  readonly claims: NetworkClaim[];
}

/** By type in the order of the legend, what it does before what is done to it. */
function groups(entity: NetworkEntity, claims: readonly NetworkClaim[], lookup: Lookup): Group[] {
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
  return [...found.values()].sort((a, b) => lookup.orderOf(a.type) - lookup.orderOf(b.type));
}

function claimItem(claim: NetworkClaim, lookup: Lookup): Html {
  const facts = [
    html`${claim.date ?? "undated"}`,
    claim.status !== "reported" && html`<span class="badge status-${claim.status}">${claim.status}</span>`,
    claim.attributedTo.length > 0 &&
      html`says ${join(
        claim.attributedTo.map(({ name }) => html`<bdi>${name}</bdi>`),
        ", ",
      )}`,
    ...claim.sources.map(
      ({ id, title, publisher }) =>
        html`<a href="${lookup.root}${pagePath("source", id)}" title="${title}">${publisher ?? title}</a>`,
    ),
  ].filter((fact) => fact !== false);
  return html`<li class="claim">
<p class="claim-sentence"><a href="${lookup.root}${pagePath("edge", claim.id)}">${sentence(claim)}</a></p>
<p class="claim-facts">${join(facts, html` <span aria-hidden="true">·</span> `)}</p>
</li>`;
}

function sentence(claim: NetworkClaim): string {
  const names = {
    title: claim.title,
    from: claim.from.map(({ name }) => name),
    to: claim.to.map(({ name }) => name),
  };
  return sentenceOf(names, claim.type.verb, (name) => name);
}

function claimContent(claim: NetworkClaim, lookup: Lookup): Html {
  const kicker = html`<span class="line-swatch" data-edge-type="${claim.type.id}"></span>${claim.type.label}`;
  const entityLinks = (entities: readonly NetworkEntity[]) =>
    join(
      entities.map(({ id, name }) => html`<a href="#${encodeURIComponent(id)}"><bdi>${name}</bdi></a>`),
      ", ",
    );
  return html`${head(kicker, sentence(claim), claim.date ?? "Undated")}
<p class="panel-more"><a href="${lookup.root}${pagePath("edge", claim.id)}">Open its page</a></p>
<dl class="facts">
<div><dt>${claim.type.directed ? "Who" : "Between"}</dt><dd>${entityLinks(claim.from)}</dd></div>
<div><dt>${claim.type.directed ? "To whom" : "And"}</dt><dd>${entityLinks(claim.to)}</dd></div>
<div><dt>Status</dt><dd>${claim.status}</dd></div>
${claim.attributedTo.length > 0 && html`<div><dt>Who says so</dt><dd>${entityLinks(claim.attributedTo)}</dd></div>`}
${
  claim.respondsTo.length > 0 &&
  html`<div><dt>Answers</dt><dd>${join(
    claim.respondsTo.map((other) => html`<a href="#${encodeURIComponent(other.id)}">${sentence(other)}</a>`),
    ", ",
  )}</dd></div>`
}
<div><dt>Sources</dt><dd>${
    claim.sources.length === 0
      ? "none"
      : join(
          claim.sources.map(
            ({ id, title }) => html`<a href="${lookup.root}${pagePath("source", id)}">${title}</a>`,
          ),
          ", ",
        )
  }</dd></div>
</dl>`;
}
