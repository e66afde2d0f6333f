/** What of a very large network the map draws: beyond some tens of thousands of lines a map is slow, and grey. */
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import type { Model } from "./model.ts";
import type { Shown } from "./shown.ts";

/** The most that is drawn. */
export interface Bounds {
  readonly entities: number;
  /** One for each pair of entities between which anything is claimed. */
  readonly lines: number;
}

const BOUNDS: Bounds = { entities: 20_000, lines: 50_000 };

export interface Drawn extends Shown {
  /** How much is drawn of how much there would be; undefined where that is all. */
  readonly part: { readonly drawn: Bounds; readonly all: Bounds } | undefined;
}

/**
 * The entities with the highest PageRank, and among these the lines with the most claims. What is chosen or pointed at
 * is lit whether it is drawn or not.
 */
export function drawnOf(model: Model, shown: Shown, bounds: Bounds = BOUNDS): Drawn {
  const all = linesOf(model, shown.claims, shown.entities);
  if (shown.entities.size <= bounds.entities && all.length <= bounds.lines)
    return { ...shown, part: undefined };
  const entities = foremost(shown.entities, bounds.entities);
  const lines = entities.size < shown.entities.size ? linesOf(model, shown.claims, entities) : all;
  const kept = lines.sort((a, b) => b.length - a.length).slice(0, bounds.lines);
  return {
    entities,
    claims: new Set(kept.flat()),
    part: {
      drawn: { entities: entities.size, lines: kept.length },
      all: { entities: shown.entities.size, lines: all.length },
    },
  };
}

/** The shown claims of each pair of which both entities are among these. */
function linesOf(
  { pairs }: Model,
  claims: ReadonlySet<NetworkClaim>,
  entities: ReadonlySet<NetworkEntity>,
): NetworkClaim[][] {
  return pairs.flatMap(({ a, b, lines }) => {
    if (!entities.has(a) || !entities.has(b)) return [];
    const own = lines.flatMap(({ claim }) => (claims.has(claim) ? [claim] : []));
    return own.length === 0 ? [] : [own];
  });
}

function foremost(entities: ReadonlySet<NetworkEntity>, count: number): ReadonlySet<NetworkEntity> {
  if (entities.size <= count) return entities;
  return new Set([...entities].sort((a, b) => b.pagerank - a.pagerank).slice(0, count));
}
