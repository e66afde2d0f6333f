/** Which node is at a point of the screen. */
import type { Point } from "../../shared/curves.ts";
import type { NetworkEntity } from "../../shared/network.ts";
import type { Geometry } from "./lines.ts";
import { project } from "./projection.ts";

/** A node can be hit so many pixels beside it. */
const PADDING = 5;

/** The id of the node that a point is deepest in, or that it is nearest to; undefined where none is within reach. */
export function nodeAt(
  entities: Iterable<NetworkEntity>,
  at: Point,
  { projection, radiusOf }: Geometry,
): string | undefined {
  let least = PADDING;
  let found: string | undefined;
  for (const entity of entities) {
    const { x, y } = project(projection, entity);
    const outside = Math.hypot(at.x - x, at.y - y) - radiusOf(entity);
    if (outside > least) continue;
    least = outside;
    found = entity.id;
  }
  return found;
}
