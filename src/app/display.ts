/** What is to be seen, worked out from the state alone: which nodes and lines are shown, and which stand out. */
import type { Network, NetworkClaim } from "../shared/network.ts";
import type { State } from "./state.ts";

/** How a node or line appears. */
export type Emphasis = "hidden" | "faded" | "normal" | "strong";

export interface Display {
  /** By entity id. */
  readonly entities: ReadonlyMap<string, Emphasis>;
  /** By claim id. */
  readonly claims: ReadonlyMap<string, Emphasis>;
  readonly shownEntities: number;
  readonly shownClaims: number;
}

/**
 * A type that is off takes its nodes or lines away, and a line goes with either of its ends. While an entity is under
 * the pointer or pinned, all but it, its lines and its neighbours fade; a pinned claim leaves its own ends.
 */
export function displayOf(network: Network, state: State): Display {
  const entities = new Map<string, Emphasis>();
  for (const { id, type } of network.entities) {
    entities.set(id, state.hiddenEntityTypes.has(type.id) ? "hidden" : "normal");
  }
  const isShown = ({ id }: { id: string }) => entities.get(id) !== "hidden";
  const claims = new Map<string, Emphasis>();
  const shown: NetworkClaim[] = [];
  for (const claim of network.claims) {
    const visible =
      !state.hiddenEdgeTypes.has(claim.type.id) && claim.from.some(isShown) && claim.to.some(isShown);
    claims.set(claim.id, visible ? "normal" : "hidden");
    if (visible) shown.push(claim);
  }
  emphasise(entities, claims, shown, state);
  return { entities, claims, shownEntities: countShown(entities), shownClaims: shown.length };
}

function emphasise(
  entities: Map<string, Emphasis>,
  claims: Map<string, Emphasis>,
  shown: readonly NetworkClaim[],
  state: State,
): void {
  const focus = focusOf(state, claims, entities);
  if (focus === undefined) return;
  const near = new Set<string>(focus.kind === "entity" ? [focus.id] : []);
  const touching = shown.filter((claim) =>
    focus.kind === "claim"
      ? claim.id === focus.id
      : claim.from.some(({ id }) => id === focus.id) || claim.to.some(({ id }) => id === focus.id),
  );
  for (const claim of touching) for (const { id } of [...claim.from, ...claim.to]) near.add(id);
  const strong = new Set(touching.map(({ id }) => id));
  for (const [id, emphasis] of entities) {
    if (emphasis === "normal" && !near.has(id)) entities.set(id, "faded");
    else if (emphasis === "normal" && id === focus.id) entities.set(id, "strong");
  }
  for (const claim of shown) claims.set(claim.id, strong.has(claim.id) ? "strong" : "faded");
}

/** What the reader points at, else what is pinned; nothing where that is hidden. */
function focusOf(
  state: State,
  claims: ReadonlyMap<string, Emphasis>,
  entities: ReadonlyMap<string, Emphasis>,
) {
  const hovered = state.hovered === undefined ? undefined : ({ kind: "entity", id: state.hovered } as const);
  const focus = hovered ?? state.selection;
  if (focus === undefined) return undefined;
  const emphasis = (focus.kind === "entity" ? entities : claims).get(focus.id);
  return emphasis === undefined || emphasis === "hidden" ? undefined : focus;
}

function countShown(emphases: ReadonlyMap<string, Emphasis>): number {
  let shown = 0;
  for (const emphasis of emphases.values()) if (emphasis !== "hidden") shown++;
  return shown;
}
