/** From the map to the screen and back: a shift and a scale, because the map is never turned. */
import type { Point } from "../../shared/curves.ts";
import type { MapCamera } from "./view.ts";

export interface Projection {
  /** Pixels of the screen a unit of the map. */
  readonly scale: number;
  /** Where the map’s origin is on the screen. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a camera sees on a screen of this size. */
export function projectionOf(camera: MapCamera, width: number, height: number): Projection {
  const scale = width / camera.width;
  return { scale, left: width / 2 - camera.x * scale, top: height / 2 - camera.y * scale, width, height };
}

export function cameraOf({ scale, left, top, width, height }: Projection): MapCamera {
  return { x: (width / 2 - left) / scale, y: (height / 2 - top) / scale, width: width / scale };
}

export function project({ scale, left, top }: Projection, { x, y }: Point): Point {
  return { x: left + x * scale, y: top + y * scale };
}

export function unproject({ scale, left, top }: Projection, { x, y }: Point): Point {
  return { x: (x - left) / scale, y: (y - top) / scale };
}
