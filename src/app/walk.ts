/** Walking the map with the arrow keys: from an entity to the neighbour that lies most nearly in a direction. */
import type { NetworkEntity } from "../shared/network.ts";
import type { Model, PageModel } from "./model.ts";
import type { Shown } from "./shown.ts";
import { type Store, select } from "./state.ts";

export const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;

export type Direction = keyof typeof DIRECTIONS;

/** The neighbour within 75 degrees of the direction whose angle and distance are least; undefined where there is none. */
export function neighbourTowards(
  model: Model,
  shown: Shown,
  from: NetworkEntity,
  direction: Direction,
): NetworkEntity | undefined {
  const { x, y } = DIRECTIONS[direction];
  let best: NetworkEntity | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { a, b, lines } of model.pairsWith(from)) {
    const other = a === from ? b : a;
    if (other === from || !shown.entities.has(other)) continue;
    if (!lines.some(({ claim }) => shown.claims.has(claim))) continue;
    const [dx, dy] = [other.x - from.x, other.y - from.y];
    const distance = Math.hypot(dx, dy) || 1;
    const angle = Math.acos(Math.max(-1, Math.min(1, (dx * x + dy * y) / distance)));
    if (angle > (75 * Math.PI) / 180) continue;
    const cost = distance * (1 + 2 * angle);
    if (cost < least) [least, best] = [cost, other];
  }
  return best;
}

/** Where a walk begins: the entity with the highest PageRank of those shown. */
export function firstEntity(shown: Shown): NetworkEntity | undefined {
  let first: NetworkEntity | undefined;
  for (const entity of shown.entities)
    if (first === undefined || entity.pagerank > first.pagerank) first = entity;
  return first;
}

export interface WalkOptions {
  readonly model: PageModel;
  readonly store: Store;
  readonly shown: () => Shown;
  readonly announce: (text: string) => void;
  /** What this place is and what its keys do, for those who cannot see it. */
  readonly label: string;
  readonly toDetails: () => void;
}

/** Makes the map a place that the keyboard can go to, and tells a screen reader where it is. */
export function mountWalk(
  stage: HTMLElement,
  { model, store, shown, announce, label, toDetails }: WalkOptions,
): void {
  const { say, messages } = model.words;
  const { walk: words } = messages.app;
  stage.tabIndex = 0;
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-roledescription", words.role);
  stage.setAttribute("aria-label", label);
  stage.addEventListener("keydown", (event) => {
    if (event.target !== stage) return;
    if (event.key in DIRECTIONS) walk(event.key as Direction);
    else if (event.key === "Enter") toDetails();
    else return;
    event.preventDefault();
  });

  function walk(direction: Direction): void {
    const subject = model.subject(store.state.viewpoint.select);
    const from = subject?.kind === "entity" ? subject.entity : undefined;
    const next =
      from === undefined ? firstEntity(shown()) : neighbourTowards(model, shown(), from, direction);
    if (next === undefined) {
      announce(words.none);
      return;
    }
    store.update((state) => select(state, next.id));
    if (from === undefined) return;
    void wayBetween(model, from, next).then((way) => {
      if (store.state.viewpoint.select !== next.id) return;
      announce(say(words.here, { name: next.name, type: next.type.label, way }));
    });
  }
}

async function wayBetween(model: PageModel, from: NetworkEntity, to: NetworkEntity): Promise<string> {
  const { say, messages } = model.words;
  const claims = new Set(model.pair(from.id, to.id)?.lines.map(({ claim }) => claim));
  // A claim without its own title is told as well.
  await model.tell(claims)?.catch(() => undefined);
  const [first] = claims;
  return claims.size === 1 && first !== undefined
    ? model.sentence(first)
    : say(messages.app.walk.claimsWith, { n: claims.size, name: from.name });
}
