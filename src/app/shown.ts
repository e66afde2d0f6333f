/** What the filters leave, worked out from the viewpoint alone. Filters hide; they never move anything. */
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import { daysIn, type Viewpoint } from "../shared/viewpoint.ts";
import { isSeenThrough, lookedThrough } from "./lens.ts";
import type { Model } from "./model.ts";

export interface Shown {
  readonly entities: ReadonlySet<NetworkEntity>;
  readonly claims: ReadonlySet<NetworkClaim>;
}

/**
 * A claim is shown where its type, status, tag, sources and date pass, and an entity is shown at each end. An entity is
 * shown where its type passes; one whose claims are all filtered out goes with them. In focus, only what is within so
 * many steps of the selection, over claims that are shown.
 */
export function shownFrom(model: Model, viewpoint: Viewpoint): Shown {
  const types = new Set(viewpoint.hide);
  let entities = new Set(model.network.entities.filter(({ type }) => !types.has(type.id)));
  const passes = claimFilter(model, viewpoint);
  const isBetween = ({ from, to }: NetworkClaim, among: ReadonlySet<NetworkEntity>) =>
    from.some((entity) => among.has(entity)) && to.some((entity) => among.has(entity));
  let claims = model.network.claims.filter((claim) => passes(claim) && isBetween(claim, entities));
  if (isNarrowed(viewpoint)) {
    const ends = new Set(claims.flatMap(({ from, to }) => [...from, ...to]));
    entities = new Set([...entities].filter((entity) => ends.has(entity)));
  }
  const centre = centreOf(model, viewpoint);
  if (viewpoint.within !== undefined && centre.length > 0) {
    const near = within(centre, viewpoint.within, new Set(claims), model);
    entities = new Set([...entities].filter((entity) => near.has(entity)));
    claims = claims.filter((claim) => isBetween(claim, entities));
  }
  return { entities, claims: new Set(claims) };
}

/** Whether anything but the types of entities narrows the claims. */
export function isNarrowed(viewpoint: Viewpoint): boolean {
  const { hideClaims, hideStatus, tag, source, publisher, minSources, from, to, asOf, undated } = viewpoint;
  const texts = [tag, source, publisher, from, to, asOf];
  return (
    hideClaims.length + hideStatus.length + minSources > 0 ||
    !undated ||
    texts.some((text) => text !== undefined)
  );
}

/** Whether any filter is on, focus among them. */
export const isFiltered = (viewpoint: Viewpoint): boolean =>
  isNarrowed(viewpoint) || viewpoint.hide.length > 0 || viewpoint.within !== undefined;

/** Whether a claim passes all filters but those of entity types and focus; `isTimeless` leaves time out as well. */
export function claimFilter(
  model: Model,
  viewpoint: Viewpoint,
  { isTimeless = false } = {},
): (claim: NetworkClaim) => boolean {
  const types = new Set(viewpoint.hideClaims);
  const statuses = new Set<string>(viewpoint.hideStatus);
  const sources = lookedThrough(model, viewpoint);
  const { tag, minSources, lens } = viewpoint;
  const isInTime = isTimeless ? () => true : timeFilter(viewpoint);
  return (claim) =>
    !types.has(claim.type.id) &&
    !statuses.has(claim.status) &&
    (tag === undefined || hasTag(claim, tag)) &&
    model.witnesses(claim) >= minSources &&
    (sources === undefined || isSeenThrough(claim, sources, lens)) &&
    isInTime(claim);
}

const hasTag = (claim: NetworkClaim, tag: string): boolean =>
  [claim, ...claim.from, ...claim.to].some(({ tags }) => tags.includes(tag));

/**
 * An imprecise date counts over its whole interval. As of a day: acts that may have happened by then, and relations
 * that may have held on it.
 */
function timeFilter({ from, to, asOf, undated }: Viewpoint): (claim: NetworkClaim) => boolean {
  const day = asOf === undefined ? undefined : daysIn(asOf)?.last;
  if (day !== undefined) {
    return ({ date, type }) => {
      if (date === undefined) return undated;
      return date.first <= day && (type.quad !== "relation" || date.last >= day);
    };
  }
  const first = (from === undefined ? undefined : daysIn(from)?.first) ?? Number.NEGATIVE_INFINITY;
  const last = (to === undefined ? undefined : daysIn(to)?.last) ?? Number.POSITIVE_INFINITY;
  return ({ date }) => (date === undefined ? undated : date.first <= last && date.last >= first);
}

/** The entities that focus is counted from. */
function centreOf(model: Model, { select }: Viewpoint): readonly NetworkEntity[] {
  const subject = model.subject(select);
  switch (subject?.kind) {
    case "entity":
      return [subject.entity];
    case "claim":
      return [...subject.claim.from, ...subject.claim.to];
    case "pair":
      return [subject.pair.a, subject.pair.b];
    default:
      return [];
  }
}

function within(
  centre: readonly NetworkEntity[],
  steps: number,
  claims: ReadonlySet<NetworkClaim>,
  model: Model,
): Set<NetworkEntity> {
  const near = new Set(centre);
  let rim = [...near];
  for (let step = 0; step < steps; step++) {
    const next: NetworkEntity[] = [];
    for (const entity of rim) {
      for (const { a, b, lines } of model.pairsWith(entity)) {
        const other = a === entity ? b : a;
        if (near.has(other) || !lines.some(({ claim }) => claims.has(claim))) continue;
        near.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return near;
}
