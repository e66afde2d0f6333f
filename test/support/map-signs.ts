/** What a reader sees of the nodes of a map, as rectangles. */
import type { ClaimGraph } from "../../src/graph/build.ts";
import type { Point } from "../../src/shared/curves.ts";
import { LABEL_GAP, LABEL_LINE, labelLines, lineWidth, nodeRadius } from "../../src/shared/label.ts";

export interface Rectangle {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The disc of a node, and its name below. */
export function rectangles(graph: ClaimGraph, id: string, { x, y }: Point): Rectangle[] {
  const radius = nodeRadius(graph.degree(id));
  const lines = labelLines(graph.getNodeAttribute(id, "label"));
  const half = Math.max(...lines.map(lineWidth)) / 2;
  const top = y + radius + LABEL_GAP;
  return [
    { id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    { id, left: x - half, right: x + half, top, bottom: top + lines.length * LABEL_LINE },
  ];
}

export const areOver = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
