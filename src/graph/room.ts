/** A map that fills up: who stands already, and where the nearest free spot is. */
import type { Point } from "../shared/curves.ts";
import { roundedPlace } from "../shared/place.ts";
import { areBoxesOver, areDiscsOver, type Box } from "./box.ts";
import { Grid } from "./grid.ts";

/** Between one spot that is tried and the next, in pixels. */
const STEP = 6;

export class Room {
  readonly #grid: Grid;
  /** In the order in which they came, which is how the grid knows them. */
  readonly #standing: Box[] = [];
  /** How many rings around a point are full: those of a hub’s thousand neighbours are not searched a thousand times. */
  readonly #full = new Map<string, number>();

  /** For these boxes, which are about where they will be. Nobody stands yet. */
  constructor(boxes: readonly Box[]) {
    this.#grid = new Grid(boxes);
  }

  get standing(): readonly Box[] {
    return this.#standing;
  }

  /** Has a box stand where it is, unless its disc covers the disc of one that stands already. */
  tryToStay(box: Box): boolean {
    if (this.#isSomeNear(box, areDiscsOver)) return false;
    this.#stand(box);
    return true;
  }

  /** Has a box stand on the free spot that is nearest; of two, on the one that is more in the direction, in radians. */
  putNear(box: Box, wanted: Point, direction: number): void {
    const key = `${wanted.x} ${wanted.y}`;
    let ring = this.#full.get(key) ?? 0;
    while (!this.#tryRing(box, wanted, ring, direction)) ring++;
    this.#full.set(key, ring);
    this.#stand(box);
  }

  #tryRing(box: Box, wanted: Point, ring: number, direction: number): boolean {
    for (const { x, y } of spotsOn(wanted, ring, direction)) {
      [box.x, box.y] = [x, y];
      if (!this.#isSomeNear(box, areBoxesOver)) return true;
    }
    return false;
  }

  #stand(box: Box): void {
    this.#grid.add(this.#standing.length, box);
    this.#standing.push(box);
  }

  #isSomeNear(box: Box, isOver: (a: Box, b: Box) => boolean): boolean {
    return this.#grid.someNear(box, (index) => {
      const other = this.#standing[index];
      return other !== undefined && isOver(box, other);
    });
  }
}

/** Spots on a ring around a point, from the direction to both sides; the first ring is the point itself. */
function* spotsOn({ x, y }: Point, ring: number, direction: number): Generator<Point, void> {
  const count = Math.max(1, Math.ceil(2 * Math.PI * ring));
  for (let i = 0; i < count; i++) {
    const turn = (i % 2 === 0 ? i : -(i + 1)) / 2;
    const angle = direction + (turn * 2 * Math.PI) / count;
    yield {
      x: roundedPlace(x + Math.cos(angle) * ring * STEP),
      y: roundedPlace(y + Math.sin(angle) * ring * STEP),
    };
  }
}
