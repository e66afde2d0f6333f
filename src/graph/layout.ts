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
import type { CompactTies } from "./forces.ts";
import { centreOf, freshMap } from "./fresh.ts";
import { keepMap } from "./kept.ts";
import { Neighbours } from "./neighbours.ts";
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

/** All that a map depends on: plain values, which can be sent to another thread. */
export interface MapTask {
  readonly ids: readonly string[];
  readonly ties: CompactTies;
  /** How far the box of each node reaches to either side, up and down: three numbers a node. */
  readonly reaches: Float64Array;
  /** An earlier map, or an empty one. */
  readonly from: Places;
  /** A map of all nodes that was made elsewhere. */
  readonly given?: ReadonlyMap<string, Point>;
}

/**
 * Positions by node, y growing downward, in pixels of the drawing at its natural size. `from` is an earlier map: those
 * whom it knows stay there, if they are half of all or more. Without one, the map is laid out anew and centred on 0. A map
 * of all nodes that is `given` is brought to that size, and nodes are pushed apart on it; `from` does not count then.
 */
export function layOut(
  graph: ClaimGraph,
  ties: TieGraph,
  from: Places = new Map(),
  given?: ReadonlyMap<string, Point>,
): Map<string, Place> {
  const task = mapTask(graph, ties, from, given);
  return placesOf(task, drawMap(task));
}

export function mapTask(
  graph: ClaimGraph,
  ties: TieGraph,
  from: Places = new Map(),
  given?: ReadonlyMap<string, Point>,
): MapTask {
  const ids = graph.nodes();
  const reaches = new Float64Array(3 * ids.length);
  for (const [i, id] of ids.entries()) {
    const { halfWidth, top, bottom } = boxOf(graph, id, ids.length <= LABELLED_LIMIT);
    reaches.set([halfWidth, top, bottom], 3 * i);
  }
  return { ids, ties: compactTies(ties), reaches, from, given };
}

/** The whole work of the layout, pure: x and y of each node in turns, in the order of `ids`. */
export function drawMap({ ids, ties: compact, reaches, from, given }: MapTask): Float64Array {
  if (ids.length === 0) return new Float64Array();
  const area = ids.length * (ids.length <= LABELLED_LIMIT ? AREA.labelled : AREA.plain);
  const boxes = boxesOf(ids, reaches);
  const ties = new Neighbours(ids, compact);
  if (given !== undefined) {
    const points = ids.map((id) => given.get(id) ?? { x: 0, y: 0 });
    keepMap(boxes, ties, apart(boxes, fitted(points, area)));
    return drawnIn(boxes);
  }
  const known = within(from, ties, REACH * Math.sqrt(area));
  const isCalm = () => known.size === ids.length || driftOf(known, boxes).mean <= LARGEST_DRIFT;
  const isKept =
    keepMap(boxes, ties, withoutLeavers(known, ties)) && (isCalm() || keepMap(boxes, ties, known));
  // The second step for those that are still over one another, so that they will stay the next time.
  if (!isKept) {
    const points = freshMap(compact, Int32Array.from(ids, seedOf), area);
    keepMap(boxes, ties, apart(boxes, points));
  }
  return drawnIn(boxes);
}

function drawnIn(boxes: ReadonlyMap<string, Box>): Float64Array {
  const drawn = new Float64Array(2 * boxes.size);
  for (const [i, { x, y }] of [...boxes.values()].entries()) drawn.set([x, y], 2 * i);
  return drawn;
}

/** What `drawMap` returns, by id. */
export function placesOf(
  { ids, ties }: Pick<MapTask, "ids" | "ties">,
  drawn: Float64Array,
): Map<string, Place> {
  const isTied = new Uint8Array(ids.length);
  for (const end of ties.ends) isTied[end] = 1;
  return new Map(
    ids.map((id, i) => {
      const point = { x: drawn[2 * i] as number, y: drawn[2 * i + 1] as number };
      return [id, isTied[i] === 1 ? point : { ...point, isAlone: true }];
    }),
  );
}

function boxesOf(ids: readonly string[], reaches: Float64Array): Map<string, Box> {
  return new Map(
    ids.map((id, i) => {
      const [halfWidth = 0, top = 0, bottom = 0] = reaches.subarray(3 * i, 3 * i + 3);
      return [id, { x: 0, y: 0, halfWidth, top, bottom }];
    }),
  );
}

function within(places: Places, ties: Neighbours, reach: number): Places {
  return new Map(
    [...places].filter(([id, { x, y }]) => ties.has(id) && Math.max(Math.abs(x), Math.abs(y)) <= reach),
  );
}

/**
 * Who was alone and is tied to somebody who was there goes to them. Where the other is new it is the one that comes, so
 * that a new entity moves nobody.
 */
function withoutLeavers(known: Places, ties: Neighbours): Places {
  return new Map(
    [...known].filter(
      ([id, { isAlone = false }]) => !(isAlone && ties.of(id).some((other) => known.has(other.id))),
    ),
  );
}

/** The points of a map, a point a box, so far apart that no box is over another. */
function apart(boxes: ReadonlyMap<string, Box>, points: readonly Point[]): Map<string, Point> {
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
