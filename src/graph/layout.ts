/**
 * Where each entity stands on the map. ForceAtlas2 from positions seeded by the ids, turned so that the map is wider
 * than tall, scaled, and freed of overlaps: the same graph gives the same positions, digit by digit.
 *
 * Jacomy, Venturini, Heymann and Bastian, “ForceAtlas2, a Continuous Graph Layout Algorithm for Handy Network
 * Visualization Designed for the Gephi Software”, PLoS ONE 9 (2014) e98679.
 */
import forceAtlas2 from "graphology-layout-forceatlas2";
import { LABEL_GAP, LABEL_LINE, labelLines, lineWidth, nodeRadius } from "../shared/label.ts";
import type { ClaimGraph } from "./build.ts";
import { type Box, removeOverlaps } from "./overlap.ts";
import { seededRandom, seedOf } from "./random.ts";
import type { TieGraph } from "./ties.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Up to this many nodes, labels are kept apart as well as discs. */
export const LABELLED_LIMIT = 150;
/** The area of the map for each node, in square pixels of the drawing at its natural size. */
const AREA = { labelled: 20_000, plain: 4_000 };
const MARGIN = 4;
/** Labels keep their size when the map is shown smaller than its natural size: room for that. */
const LABEL_ROOM = 1.25;

/** Positions by node, y growing downward, centred on 0, in pixels of the drawing at its natural size. */
export function layOut(graph: ClaimGraph, ties: TieGraph): Map<string, Point> {
  const ids = graph.nodes();
  if (ids.length === 0) return new Map();
  const isLabelled = ids.length <= LABELLED_LIMIT;
  const points = scaled(turned(forces(ties)), ids.length * (isLabelled ? AREA.labelled : AREA.plain));
  const boxes = ids.map((id, i) => boxAt(points[i] ?? { x: 0, y: 0 }, graph, id, isLabelled));
  removeOverlaps(boxes);
  const centre = centreOf(boxes);
  return new Map(
    boxes.map((box, i) => [ids[i] ?? "", { x: rounded(box.x - centre.x), y: rounded(box.y - centre.y) }]),
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100 || 0;

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

function boxAt({ x, y }: Point, graph: ClaimGraph, id: string, isLabelled: boolean): Box {
  const radius = nodeRadius(graph.degree(id)) + MARGIN;
  if (!isLabelled) return { x, y, halfWidth: radius, top: radius, bottom: radius };
  const lines = labelLines(graph.getNodeAttribute(id, "label"));
  const halfWidth = Math.max(radius, (Math.max(...lines.map(lineWidth)) * LABEL_ROOM) / 2 + MARGIN);
  return {
    x,
    y,
    halfWidth,
    top: radius,
    bottom: radius + LABEL_GAP + lines.length * LABEL_LINE * LABEL_ROOM,
  };
}

function centreOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / Math.max(1, points.length), y: y / Math.max(1, points.length) };
}

function extentOf(points: readonly Point[]): { width: number; height: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
