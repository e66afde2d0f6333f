/** The map’s frame, the same for the drawing and for the canvas that takes its place. */

/** What the map needs around the outermost nodes for their labels, in pixels of its natural size. */
const MARGIN = { side: 75, top: 30, bottom: 50 };

export interface MapExtent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The rectangle that the map fills, margins included; y grows downward. */
export function mapExtent(points: readonly { readonly x: number; readonly y: number }[]): MapExtent {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (points.length === 0) [left, right, top, bottom] = [0, 0, 0, 0];
  return {
    left: left - MARGIN.side,
    right: right + MARGIN.side,
    top: top - MARGIN.top,
    bottom: bottom + MARGIN.bottom,
  };
}
