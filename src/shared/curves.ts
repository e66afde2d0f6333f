/**
 * How lines run, the same in the build’s drawings and on the canvas: from rim to rim, those between one pair fanned
 * apart, an arrowhead where the claim has a direction.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node as lines see it. */
export interface Disc extends Point {
  readonly radius: number;
}

/** A quadratic curve, or a cubic one where there are two controls; `head` is the triangle of its arrow. */
export interface Curve {
  readonly start: Point;
  readonly controls: readonly [Point] | readonly [Point, Point];
  readonly end: Point;
  readonly head?: readonly [Point, Point, Point];
}

/** The bend of the first line beside a straight one, as a share of the distance between the two ends. */
const SPREAD = 0.16;
/** All lines of a pair stay within this bend, however many they are. */
const WIDEST = 0.7;
const ARROW = { length: 8, halfWidth: 3.2 };

/**
 * The bend of line `index` of `count` between one pair: 0 is straight, positive bends to the left of the way from the
 * first end to the second. An odd number has one straight line in the middle.
 */
export function bendOf(index: number, count: number): number {
  const spread = Math.min(SPREAD, (2 * WIDEST) / Math.max(1, count - 1));
  return (index - (count - 1) / 2) * spread;
}

/** How thick the line of a claim is, in pixels, by the number of its independent sources. */
export function lineThickness(independentSources: number): number {
  return Math.min(4.6, 1.5 + 0.95 * Math.log2(Math.max(1, independentSources)));
}

/** The line between two nodes that stand apart. `scale` is the size of an arrowhead, 1 at the map’s natural size. */
export function curveBetween(from: Disc, to: Disc, bend: number, isDirected: boolean, scale = 1): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + dy * bend, y: (from.y + to.y) / 2 - dx * bend };
  const start = towards(from, control, from.radius);
  const tip = towards(to, control, to.radius + scale);
  return withHead({ start, controls: [control], end: tip }, isDirected, scale);
}

/** The line of a node to itself: over its top, each further one a little larger. */
export function loopOver(node: Disc, index: number, isDirected: boolean, scale = 1): Curve {
  const reach = node.radius + (14 + index * 8) * scale;
  const half = node.radius * 0.7;
  const at = (x: number, y: number) => ({ x: node.x + x, y: node.y + y });
  const curve: Curve = {
    start: at(-half, -half),
    controls: [at(-reach, -reach * 2), at(reach, -reach * 2)],
    end: at(half, -half),
  };
  return withHead(curve, isDirected, scale);
}

/** Ends the curve at the neck of an arrowhead whose tip is where it ended. */
function withHead(curve: Curve, isDirected: boolean, scale: number): Curve {
  if (!isDirected) return curve;
  const tip = curve.end;
  const last = curve.controls[1] ?? curve.controls[0];
  const neck = towards(tip, last, ARROW.length * scale);
  const [ux, uy] = [(tip.x - neck.x) / ARROW.length, (tip.y - neck.y) / ARROW.length];
  const side = { x: -uy * ARROW.halfWidth, y: ux * ARROW.halfWidth };
  const head = [
    tip,
    { x: neck.x + side.x, y: neck.y + side.y },
    { x: neck.x - side.x, y: neck.y - side.y },
  ] as const;
  return { ...curve, end: neck, head };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

/** The point at a share of the curve’s parameter, 0 its start, 1 its end. */
export function pointOn({ start, controls, end }: Curve, share: number): Point {
  const rest = 1 - share;
  const [first, second] = controls;
  const of = (axis: "x" | "y"): number =>
    second === undefined
      ? rest * rest * start[axis] + 2 * rest * share * first[axis] + share * share * end[axis]
      : rest ** 3 * start[axis] +
        3 * rest * rest * share * first[axis] +
        3 * rest * share * share * second[axis] +
        share ** 3 * end[axis];
  return { x: of("x"), y: of("y") };
}

/** About how far a point is from a curve: measured to a chain of chords. */
export function distanceTo(curve: Curve, point: Point): number {
  const CHORDS = 12;
  let least = Number.POSITIVE_INFINITY;
  let a = curve.start;
  for (let i = 1; i <= CHORDS; i++) {
    const b = pointOn(curve, i / CHORDS);
    least = Math.min(least, distanceToChord(a, b, point));
    a = b;
  }
  return least;
}

/** How far a point is from the straight line between two. */
export function distanceToChord(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const inside = Math.max(0, Math.min(1, share));
  return Math.hypot(a.x + dx * inside - point.x, a.y + dy * inside - point.y);
}

/** The curve as the `d` of an SVG path, to a tenth of a pixel. */
export function svgPath({ start, controls, end }: Curve): string {
  const [first, second] = controls;
  const way = second === undefined ? `Q${at(first)} ${at(end)}` : `C${at(first)} ${at(second)} ${at(end)}`;
  return `M${at(start)}${way}`;
}

/** The arrowhead as the `d` of an SVG path. */
export function svgHead([tip, left, right]: readonly [Point, Point, Point]): string {
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

const at = ({ x, y }: Point): string => `${tenth(x)} ${tenth(y)}`;

/** A number of pixels to one decimal. */
export function tenth(value: number): string {
  const tenths = Math.round(value * 10);
  // Whole numbers are printed many times as fast as those that are not.
  if (tenths > 0 && tenths < 1e9)
    return tenths % 10 === 0 ? `${tenths / 10}` : `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return String(tenths / 10);
}
