/** What stands out from the rest, worked out from the state alone: around the pointer, the selection or a connection. */
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import { pairIn } from "../shared/viewpoint.ts";
import { isSeenThrough } from "./lens.ts";
import type { Model, Subject } from "./model.ts";
import { type Route, routesBetween } from "./routes.ts";
import type { Shown } from "./shown.ts";
import type { State } from "./state.ts";
import { threadOf } from "./thread.ts";

/** What is lit; everything else fades. The strong are the heart of it. */
export interface Lit {
  readonly entities: ReadonlySet<NetworkEntity>;
  readonly claims: ReadonlySet<NetworkClaim>;
  readonly strong: ReadonlySet<NetworkEntity | NetworkClaim>;
}

/** Undefined where nothing is pointed at or chosen, or where that is hidden: then nothing fades. */
export function litFrom(model: Model, state: State, shown: Shown): Lit | undefined {
  for (const id of [state.hovered, state.viewpoint.select]) {
    const found = around(model, model.subject(id), shown);
    if (found !== undefined) return found;
  }
  const routes = routesFrom(model, state, shown);
  const route = routes?.[state.viewpoint.alternative] ?? routes?.[0];
  if (route === undefined) return undefined;
  const entities = new Set(route.flatMap(({ from, to }) => [from, to]));
  const claims = new Set(route.flatMap((step) => step.claims));
  const ends = [route[0]?.from, route[route.length - 1]?.to].filter((end) => end !== undefined);
  return { entities, claims, strong: new Set([...ends, ...claims]) };
}

const ROUTES = 5;
/** The last answer over what is shown: the map, the camera and the panel all ask for it. */
const answers = new WeakMap<Shown, { readonly key: string; readonly routes: readonly Route[] }>();

/** The connections between the two that the reader asks about; undefined where he asks about none. */
export function routesFrom(model: Model, { viewpoint }: State, shown: Shown): readonly Route[] | undefined {
  const [a, b] = (pairIn(viewpoint.route) ?? []).map((id) => model.entity(id));
  if (a === undefined || b === undefined) return undefined;
  const { onlyConfirmed, forward } = viewpoint;
  const key = `${viewpoint.route} ${onlyConfirmed} ${forward}`;
  const last = answers.get(shown);
  if (last?.key === key) return last.routes;
  const allows = (claim: NetworkClaim) =>
    shown.claims.has(claim) && (!onlyConfirmed || claim.status === "confirmed");
  const routes = routesBetween(model, a, b, { allows, forward, count: ROUTES });
  answers.set(shown, { key, routes });
  return routes;
}

function around(model: Model, subject: Subject | undefined, shown: Shown): Lit | undefined {
  const among = (claims: readonly NetworkClaim[]) => claims.filter((claim) => shown.claims.has(claim));
  switch (subject?.kind) {
    case "entity":
      if (!shown.entities.has(subject.entity)) return undefined;
      return lit(among(model.claimsOf(subject.entity)), [subject.entity], [subject.entity], shown);
    case "claim":
      if (!shown.claims.has(subject.claim)) return undefined;
      return lit(among(threadOf(subject.claim, model)), [subject.claim], [], shown);
    case "pair": {
      const claims = among(subject.pair.lines.map(({ claim }) => claim));
      return lit(claims, [subject.pair.a, subject.pair.b], [], shown);
    }
    case "source": {
      const sources = new Set([subject.source]);
      const claims = [...shown.claims].filter((claim) => isSeenThrough(claim, sources, "supports"));
      return lit(claims, [], [], shown);
    }
    default:
      return undefined;
  }
}

/** These claims with their ends, and more entities; undefined where that is nobody. */
function lit(
  claims: readonly NetworkClaim[],
  strong: readonly (NetworkEntity | NetworkClaim)[],
  more: readonly NetworkEntity[],
  shown: Shown,
): Lit | undefined {
  const ends = claims.flatMap(({ from, to }) => [...from, ...to]);
  const entities = new Set([...ends, ...more].filter((entity) => shown.entities.has(entity)));
  return entities.size === 0 ? undefined : { entities, claims: new Set(claims), strong: new Set(strong) };
}
