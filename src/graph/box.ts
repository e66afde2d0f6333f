/** How much of the map a node takes: its disc, and its name where there are few enough to keep names apart. */
import { LABEL_GAP, LABEL_LINE, labelLines, lineWidth, nodeRadius } from "../shared/label.ts";
import type { ClaimGraph } from "./build.ts";

/** A box around a position: how far it reaches to each side. `top` and `bottom` differ where a label hangs below. */
export interface Box {
  x: number;
  y: number;
  readonly halfWidth: number;
  readonly top: number;
  readonly bottom: number;
}

/** Around each disc. */
const MARGIN = 4;
/** Labels keep their size when the map is shown smaller than its natural size: room for that. */
const LABEL_ROOM = 1.25;

/** A box about 0 for a node. */
export function boxOf(graph: ClaimGraph, id: string, isLabelled: boolean): Box {
  const radius = nodeRadius(graph.degree(id)) + MARGIN;
  if (!isLabelled) return { x: 0, y: 0, halfWidth: radius, top: radius, bottom: radius };
  const lines = labelLines(graph.getNodeAttribute(id, "label"));
  const halfWidth = Math.max(radius, (Math.max(...lines.map(lineWidth)) * LABEL_ROOM) / 2 + MARGIN);
  return {
    x: 0,
    y: 0,
    halfWidth,
    top: radius,
    bottom: radius + LABEL_GAP + lines.length * LABEL_LINE * LABEL_ROOM,
  };
}

export function areBoxesOver(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth &&
    a.y - a.top < b.y + b.bottom &&
    b.y - b.top < a.y + a.bottom
  );
}

/** Without names and margins: what a reader would see as one thing. */
export function areDiscsOver(a: Box, b: Box): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < a.top + b.top - 2 * MARGIN;
}
