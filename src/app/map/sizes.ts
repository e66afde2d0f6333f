/** How large nodes are: by their lines, and on a map of thousands large enough to be seen. */
import { nodeRadius } from "../../shared/label.ts";
import type { NetworkEntity } from "../../shared/network.ts";
import type { Model } from "../model.ts";

/** Pixels that the smallest node has from its middle to its rim, even on a map of thousands. */
const SMALLEST = 1.7;
const MOST = 2.2;

/** The radius of each node in units of the map. */
export function radiiOf(model: Model): ReadonlyMap<NetworkEntity, number> {
  return new Map(model.network.entities.map((entity) => [entity, nodeRadius(linesAt(model, entity))]));
}

/** How many lines touch an entity; a loop touches it twice. */
export function linesAt(model: Model, entity: NetworkEntity): number {
  let count = 0;
  for (const { a, b, lines } of model.pairsWith(entity)) count += lines.length * (a === b ? 2 : 1);
  return count;
}

/** By how much nodes are drawn larger than the map’s own size, where the whole map is seen at this scale. */
export function growthFor(scale: number): number {
  return Math.min(MOST, Math.max(1, SMALLEST / (nodeRadius(1) * scale)));
}
