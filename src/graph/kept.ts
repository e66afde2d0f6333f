/**
 * A map that starts from an earlier one. Who was there stays; who is new gets the free spot that is nearest to its
 * neighbours. Nobody is pushed aside to make room, so that what a reader has learnt of the map stays true: Eades, Lai,
 * Misue and Sugiyama, “Preserving the mental map of a diagram”, Proceedings of Compugraphics (1991).
 */

import type { Point } from "../shared/curves.ts";
import { boundsOf } from "../shared/map.ts";
import { type Places, roundedPlace } from "../shared/place.ts";
import type { Box } from "./box.ts";
import type { Neighbours } from "./neighbours.ts";
import { seededRandom, seedOf } from "./random.ts";
import { Room } from "./room.ts";

/** Where fewer than this share of all stay, what is left of the earlier map is none to go by. */
const ENOUGH = 0.5;

/**
 * Gives the box of each node its position. A node whose disc would cover that of one with more ties goes to the free
 * spot that is nearest. False, with the boxes anywhere, where too few can stay. What comes out stays when it is put in.
 */
export function keepMap(boxes: ReadonlyMap<string, Box>, ties: Neighbours, before: Places): boolean {
  const byTies = [...boxes.keys()].sort((a, b) => ties.degree(b) - ties.degree(a));
  const known = new Set<string>();
  for (const [id, box] of boxes) {
    const place = before.get(id);
    if (place === undefined) continue;
    [box.x, box.y] = [roundedPlace(place.x), roundedPlace(place.y)];
    known.add(id);
  }
  const room = new Room([...boxes.values()]);
  const standing = new Set(byTies.filter((id) => known.has(id) && room.tryToStay(boxIn(boxes, id))));
  if (standing.size < boxes.size * ENOUGH) return false;
  if (standing.size === boxes.size) return true;
  const frame = frameOf(room.standing);
  const put = (id: string, wanted: Point) => {
    const direction = Math.atan2(wanted.y - frame.y, wanted.x - frame.x);
    room.putNear(boxIn(boxes, id), wanted, direction);
    standing.add(id);
  };
  const moving = byTies.filter((id) => !standing.has(id));
  for (const id of moving) if (known.has(id)) put(id, { ...boxIn(boxes, id) });
  inWaves(
    moving.filter((id) => !known.has(id)),
    ties,
    (id) => put(id, amongNeighbours(id, ties, standing, boxes) ?? rimPoint(frame, id)),
  );
  return true;
}

function boxIn(boxes: ReadonlyMap<string, Box>, id: string): Box {
  const box = boxes.get(id);
  if (box === undefined) throw new Error(`“${id}” has ties and no box`);
  return box;
}

/** Those beside somebody who stands come first, then those beside these, and so on; each wave in the order given. */
function inWaves(ids: readonly string[], ties: Neighbours, visit: (id: string) => void): void {
  const waiting = new Set(ids);
  let wave = ids.filter((id) => ties.of(id).some((other) => !waiting.has(other.id)));
  for (const first of ids) {
    if (wave.length === 0 && waiting.has(first)) wave = [first];
    while (wave.length > 0) {
      for (const id of wave) {
        waiting.delete(id);
        visit(id);
      }
      const beside = new Set(wave.flatMap((id) => ties.of(id).map((other) => other.id)));
      wave = ids.filter((id) => beside.has(id) && waiting.has(id));
    }
  }
}

/** The middle of the neighbours who stand, each as heavy as the claims are many; undefined where there are none. */
function amongNeighbours(
  id: string,
  ties: Neighbours,
  standing: ReadonlySet<string>,
  boxes: ReadonlyMap<string, Box>,
): Point | undefined {
  let [x, y, claims] = [0, 0, 0];
  for (const { id: other, weight } of ties.of(id)) {
    if (!standing.has(other)) continue;
    const box = boxIn(boxes, other);
    x += box.x * weight;
    y += box.y * weight;
    claims += weight;
  }
  return claims === 0 ? undefined : { x: x / claims, y: y / claims };
}

/** The middle of the map, and how far it reaches from there. */
interface Frame extends Point {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

function frameOf(points: readonly Point[]): Frame {
  const { left, right, top, bottom } = boundsOf(points);
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    halfWidth: (right - left) / 2,
    halfHeight: (bottom - top) / 2,
  };
}

/** On the ellipse that fills the frame, in a direction made of the id: for those who are tied to nobody there. */
function rimPoint({ x, y, halfWidth, halfHeight }: Frame, id: string): Point {
  const angle = seededRandom(seedOf(id))() * 2 * Math.PI;
  return { x: x + Math.cos(angle) * halfWidth, y: y + Math.sin(angle) * halfHeight };
}
