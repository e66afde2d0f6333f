/** The map’s frame, the same for the drawing and for the canvas that takes its place. */

/** What the map needs around the outermost nodes for their labels, in pixels of its natural size. */
const MARGIN = { side: 75, top: 30, bottom: 50 };

export interface MapExtent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Points = readonly { readonly x: number; readonly y: number }[];

/** The least rectangle that holds all points; of none, the origin. */
export function boundsOf(points: Points): MapExtent {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0 ? { left: 0, right: 0, top: 0, bottom: 0 } : { left, right, top, bottom };
}

/** The rectangle that the map fills, margins included; y grows downward. */
export function mapExtent(points: Points): MapExtent {
  const { left, right, top, bottom } = boundsOf(points);
  return {
    left: left - MARGIN.side,
    right: right + MARGIN.side,
    top: top - MARGIN.top,
    bottom: bottom + MARGIN.bottom,
  };
}
