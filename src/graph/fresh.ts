/**
 * A map of nothing but the graph. ForceAtlas2 from positions seeded by the ids, turned so that the map is wider than
 * tall, and scaled: the same graph gives the same positions, digit by digit.
 *
 * Jacomy, Venturini, Heymann and Bastian, “ForceAtlas2, a Continuous Graph Layout Algorithm for Handy Network
 * Visualization Designed for the Gephi Software”, PLoS ONE 9 (2014) e98679.
 */

import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Point } from "../shared/curves.ts";
import { boundsOf } from "../shared/map.ts";
import { seededRandom, seedOf } from "./random.ts";
import type { TieGraph } from "./ties.ts";

/** A position a node, in their order, about 0; the bounding box has the given area. Nodes may cover each other. */
export function freshMap(ties: TieGraph, area: number): Point[] {
  return scaled(turned(forces(ties)), area);
}

function forces(ties: TieGraph): Point[] {
  const radius = Math.sqrt(ties.order) * 10;
  ties.forEachNode((id) => {
    const random = seededRandom(seedOf(id));
    const angle = random() * 2 * Math.PI;
    const distance = Math.sqrt(random()) * radius;
    ties.mergeNodeAttributes(id, { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance });
  });
  if (ties.size === 0) return ties.mapNodes((_, { x, y }) => ({ x, y }));
  const iterations = Math.round(Math.min(2000, Math.max(150, 400_000 / ties.order)));
  const settings = {
    ...forceAtlas2.inferSettings(ties),
    barnesHutOptimize: ties.order > 300,
    barnesHutTheta: 0.8,
    edgeWeightInfluence: 0.5,
  };
  const positions = forceAtlas2(ties, { iterations, settings, getEdgeWeight: "weight" });
  return ties.mapNodes((id) => positions[id] ?? { x: 0, y: 0 });
}

/** Turned about the centre so that the points spread most along x. */
function turned(points: readonly Point[]): Point[] {
  const centre = centreOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map((point) => {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    return { x: x * cos - y * sin, y: x * sin + y * cos };
  });
}

/** Stretched so that the bounding box has the given area, and is at most twice as wide as tall. */
function scaled(points: readonly Point[], area: number): Point[] {
  const { width, height } = extentOf(points);
  const ratio = Math.min(2, Math.max(1.2, width / Math.max(height, 1e-9)));
  const [targetWidth, targetHeight] = [Math.sqrt(area * ratio), Math.sqrt(area / ratio)];
  const [scaleX, scaleY] = [targetWidth / Math.max(width, 1e-9), targetHeight / Math.max(height, 1e-9)];
  if (points.length < 3) return points.map(({ x }, i) => ({ x: width > 0 ? x * scaleX : i, y: 0 }));
  return points.map(({ x, y }) => ({ x: x * scaleX, y: y * scaleY }));
}

export function centreOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / Math.max(1, points.length), y: y / Math.max(1, points.length) };
}

function extentOf(points: readonly Point[]): { width: number; height: number } {
  const { left, right, top, bottom } = boundsOf(points);
  return { width: right - left, height: bottom - top };
}
