/**
 * How two entities are connected: the shortest way over claims, and the next shortest that are not the same. The
 * alternatives are those of J. Y. Yen, “Finding the K shortest loopless paths in a network” (1971). Forward in time,
 * each step can have happened no earlier than the one before: the earliest arrival over so many steps, as in
 * K. A. Berman, “Vulnerability of scheduled networks” (1996).
 */
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import type { Pair } from "../shared/pairs.ts";
import type { Model } from "./model.ts";

/** From one entity to the next, over any of these claims. */
export interface Step {
  readonly from: NetworkEntity;
  readonly to: NetworkEntity;
  readonly claims: readonly NetworkClaim[];
}

export type Route = readonly Step[];

export interface RouteOptions {
  /** Whether a claim may be used. */
  readonly allows: (claim: NetworkClaim) => boolean;
  readonly forward: boolean;
  /** At most so many routes. */
  readonly count: number;
}

/** An entity that a search has come to: how, and the earliest day. */
interface Arrival {
  readonly entity: NetworkEntity;
  readonly day: number;
  readonly before: Arrival | undefined;
  readonly step: Step | undefined;
}

/** The shortest routes, fewest steps first; none where the two are not connected. The direction of claims is no matter. */
export function routesBetween(
  model: Model,
  from: NetworkEntity,
  to: NetworkEntity,
  options: RouteOptions,
): Route[] {
  if (from === to) return [];
  const first = shortest(model, from, to, options, new Set(), new Set());
  const found: Route[] = first === undefined ? [] : [first];
  const candidates: Route[] = [];
  while (found.length > 0 && found.length < options.count) {
    const last = found[found.length - 1] ?? [];
    for (const i of last.keys())
      candidates.push(...deviation(model, last.slice(0, i), found, from, to, options));
    candidates.sort((a, b) => a.length - b.length || (nameOf(a) < nameOf(b) ? -1 : 1));
    const next = candidates.find((route) => !found.some((other) => nameOf(other) === nameOf(route)));
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}

const nameOf = (route: Route): string => route.map(({ to }) => to.id).join(" ");

/** The shortest route that begins as given, and then leaves every route found so far. */
function deviation(
  model: Model,
  beginning: Route,
  found: readonly Route[],
  from: NetworkEntity,
  to: NetworkEntity,
  options: RouteOptions,
): Route[] {
  const here = beginning[beginning.length - 1]?.to ?? from;
  const blocked = new Set<Pair>();
  for (const route of found) {
    if (nameOf(route.slice(0, beginning.length)) !== nameOf(beginning)) continue;
    const next = route[beginning.length];
    const pair = next && model.pair(next.from.id, next.to.id);
    if (pair !== undefined) blocked.add(pair);
  }
  const passed = new Set([from, ...beginning.map((step) => step.to)]);
  passed.delete(here);
  const rest = shortest(model, here, to, options, passed, blocked, dayAfter(beginning, options));
  return rest === undefined ? [] : [[...beginning, ...rest]];
}

const dayAfter = (route: Route, { forward }: RouteOptions): number =>
  forward ? route.reduce(arrivalDay, Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;

/** The earliest day on which a step can have happened after another that happened on `day`. */
function arrivalDay(day: number, { claims }: Step): number {
  return Math.min(...claims.map(({ date }) => Math.max(day, date?.first ?? Number.POSITIVE_INFINITY)));
}

/** Breadth first, one round a step; forward in time, an entity is come to again where that is earlier. */
function shortest(
  model: Model,
  from: NetworkEntity,
  to: NetworkEntity,
  { allows, forward }: RouteOptions,
  passed: ReadonlySet<NetworkEntity>,
  blocked: ReadonlySet<Pair>,
  start = Number.NEGATIVE_INFINITY,
): Route | undefined {
  const earliest = new Map([[from, start]]);
  let front: Arrival[] = [{ entity: from, day: start, before: undefined, step: undefined }];
  while (front.length > 0) {
    const next = new Map<NetworkEntity, Arrival>();
    for (const arrival of front) {
      for (const pair of model.pairsWith(arrival.entity)) {
        const other = pair.a === arrival.entity ? pair.b : pair.a;
        const known = next.get(other)?.day ?? earliest.get(other);
        if (passed.has(other) || blocked.has(pair) || (known !== undefined && known <= arrival.day)) continue;
        const claims = pair.lines
          .map(({ claim }) => claim)
          .filter((claim) => allows(claim) && (!forward || canFollow(claim, arrival.day)));
        if (claims.length === 0) continue;
        const step = { from: arrival.entity, to: other, claims };
        const day = forward ? arrivalDay(arrival.day, step) : start;
        if (known !== undefined && known <= day) continue;
        next.set(other, { entity: other, day, before: arrival, step });
      }
    }
    for (const [entity, { day }] of next) earliest.set(entity, day);
    const goal = next.get(to);
    if (goal !== undefined) return stepsTo(goal);
    front = [...next.values()];
  }
  return undefined;
}

/** Whether a claim can have happened on a day or later; of an undated one nobody can say. */
const canFollow = ({ date }: NetworkClaim, day: number): boolean => date !== undefined && date.last >= day;

function stepsTo(goal: Arrival): Route {
  const steps: Step[] = [];
  for (let at: Arrival | undefined = goal; at?.step !== undefined; at = at.before) steps.push(at.step);
  return steps.reverse();
}
