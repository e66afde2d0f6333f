/**
 * Where each entity stands on the map: as on an earlier map as far as that is known, else laid out anew. The same graph
 * and the same earlier map give the same positions, digit by digit; and the positions that come out stay as they are.
 */
import type { Point } from "../shared/curves.ts";
import { type Place, type Places, roundedPlace } from "../shared/place.ts";
import { type Box, boxOf } from "./box.ts";
import type { ClaimGraph } from "./build.ts";
import { driftOf } from "./drift.ts";
import { fitted } from "./fitted.ts";
import { centreOf, freshMap, type MapTask } from "./fresh.ts";
import { keepMap } from "./kept.ts";
import { removeOverlaps } from "./overlap.ts";
import { seedOf } from "./random.ts";
import { compactTies, type TieGraph } from "./ties.ts";

export type { Point };

/** Up to this many nodes, labels are kept apart as well as discs. */
export const LABELLED_LIMIT = 150;
/** The area of a fresh map for each node, in square pixels of the drawing at its natural size. */
const AREA = { labelled: 20_000, plain: 4_000 };
/** Further from the middle than so many times the side of a fresh map there is no place: it would shrink all others. */
const REACH = 10;
/** What a map may move on average, as a share of its size, in a build that adds entities to it. */
const LARGEST_DRIFT = 0.02;

/**
 * Positions by node, y growing downward, in pixels of the drawing at its natural size. `from` is an earlier map: those
 * whom it knows stay there, if they are half of all or more. Without one, the map is laid out anew and centred on 0. A map
 * of all nodes that is `given` is brought to that size, and nodes are pushed apart on it; `from` does not count then.
 * `fresh` is what `freshMap` makes of the map’s task, where somebody has made it already.
 */
export function layOut(
  graph: ClaimGraph,
  ties: TieGraph,
  from: Places = new Map(),
  given?: ReadonlyMap<string, Point>,
  fresh?: readonly Point[],
): Map<string, Place> {
  const ids = graph.nodes();
  if (ids.length === 0) return new Map();
  const area = areaOf(ids.length);
  const boxes = new Map(ids.map((id) => [id, boxOf(graph, id, isLabelled(ids.length))]));
  if (given !== undefined) {
    const points = ids.map((id) => given.get(id) ?? { x: 0, y: 0 });
    keepMap(boxes, ties, spread(boxes, fitted(points, area)));
    return placesIn(boxes, ties);
  }
  const known = within(from, ties, REACH * Math.sqrt(area));
  const isCalm = () =>
    known.size === ids.length || driftOf(known, placesIn(boxes, ties)).mean <= LARGEST_DRIFT;
  const isKept =
    keepMap(boxes, ties, withoutLeavers(known, ties)) && (isCalm() || keepMap(boxes, ties, known));
  // The second step for those that are still over one another, so that they will stay the next time.
  if (!isKept) keepMap(boxes, ties, spread(boxes, fresh ?? freshMap(mapTaskOf(ties))));
  return placesIn(boxes, ties);
}

/** What a map is made of that knows nothing of an earlier one. */
export const mapTaskOf = (ties: TieGraph): MapTask => ({
  ties: compactTies(ties),
  seeds: Int32Array.from(ties.nodes(), seedOf),
  area: areaOf(ties.order),
});

const isLabelled = (nodes: number): boolean => nodes <= LABELLED_LIMIT;
const areaOf = (nodes: number): number => nodes * (isLabelled(nodes) ? AREA.labelled : AREA.plain);

function placesIn(boxes: ReadonlyMap<string, Box>, ties: TieGraph): Map<string, Place> {
  return new Map(
    [...boxes].map(([id, { x, y }]) => [id, ties.degree(id) > 0 ? { x, y } : { x, y, isAlone: true }]),
  );
}

function within(places: Places, ties: TieGraph, reach: number): Places {
  return new Map(
    [...places].filter(([id, { x, y }]) => ties.hasNode(id) && Math.max(Math.abs(x), Math.abs(y)) <= reach),
  );
}

/**
 * Who was alone and is tied to somebody who was there goes to them. Where the other is new it is the one that comes, so
 * that a new entity moves nobody.
 */
function withoutLeavers(known: Places, ties: TieGraph): Places {
  return new Map(
    [...known].filter(
      ([id, { isAlone = false }]) => !(isAlone && ties.someNeighbor(id, (other) => known.has(other))),
    ),
  );
}

/** The points of a map, a point a box, so far apart that no box is over another. */
function spread(boxes: ReadonlyMap<string, Box>, points: readonly Point[]): Map<string, Point> {
  const list = [...boxes.values()];
  for (const [i, box] of list.entries()) Object.assign(box, points[i]);
  removeOverlaps(list);
  const centre = centreOf(list);
  return new Map(
    [...boxes].map(([id, { x, y }]) => [
      id,
      { x: roundedPlace(x - centre.x), y: roundedPlace(y - centre.y) },
    ]),
  );
}
