/** Sigma’s camera, in the terms of the map. */
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Point } from "../../shared/curves.ts";
import type { MapExtent } from "../../shared/map.ts";
import type { Projection } from "./projection.ts";
import type { Covered } from "./view.ts";

export type NodeAttributes = {
  x: number;
  y: number;
  size: number;
  color: string;
  visibility: "visible" | "hidden";
};

/** Sigma as the map uses it. */
export type MapSigma = Sigma<NodeAttributes>;

type Projecting = Pick<
  MapSigma,
  "getDimensions" | "graphToViewport" | "graphToFramedGraph" | "viewportToFramedGraph"
>;

/** What sigma’s camera sees now. Sigma’s y grows upward, the map’s downward. */
export function projectionFrom(sigma: Projecting): Projection {
  const { width, height } = sigma.getDimensions();
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const far = sigma.graphToViewport({ x: 1000, y: 0 });
  return { scale: (far.x - origin.x) / 1000, left: origin.x, top: origin.y, width, height };
}

/**
 * The camera from which a rectangle of the map just fits into what the covered pixels leave free, in the middle of
 * that; no closer than the given ratio.
 */
export function cameraOn(sigma: Projecting, box: MapExtent, covered: Covered, closest = 0): CameraState {
  const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const { width, height } = sigma.getDimensions();
  const first = sigma.graphToViewport({ x: box.left, y: -box.top }, { cameraState: whole });
  const last = sigma.graphToViewport({ x: box.right, y: -box.bottom }, { cameraState: whole });
  const fitting = Math.max(
    Math.abs(last.x - first.x) / (width - covered.right),
    Math.abs(last.y - first.y) / (height - covered.bottom),
  );
  const ratio = Math.max(fitting, closest);
  const middle = { x: (box.left + box.right) / 2, y: -(box.top + box.bottom) / 2 };
  const at = { ...sigma.graphToFramedGraph(middle), ratio, angle: 0 };
  const centre = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 }, { cameraState: at });
  const free = { x: (width + covered.right) / 2, y: (height + covered.bottom) / 2 };
  const moved = sigma.viewportToFramedGraph(free, { cameraState: at });
  return { ...at, x: at.x + moved.x - centre.x, y: at.y + moved.y - centre.y };
}

/** The least rectangle that holds another one and has a point in its middle. */
export function centredOn(point: Point, box: MapExtent): MapExtent {
  const dx = Math.max(point.x - box.left, box.right - point.x);
  const dy = Math.max(point.y - box.top, box.bottom - point.y);
  return { left: point.x - dx, right: point.x + dx, top: point.y - dy, bottom: point.y + dy };
}
