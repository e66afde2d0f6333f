/**
 * Lines on a canvas of our own below sigma’s nodes: claims as the drawing shows them, status by dash, independent
 * sources by width, direction by arrow, those of a pair fanned apart. Where there are too many to tell apart, one thin
 * line a pair.
 */
import {
  bendOf,
  type Curve,
  curveBetween,
  distanceTo,
  distanceToChord,
  lineThickness,
  loopOver,
  type Point,
} from "../../shared/curves.ts";
import type { NetworkClaim, NetworkEntity } from "../../shared/network.ts";
import type { Line, Pair } from "../../shared/pairs.ts";
import { type Dashes, dashesOf } from "../../shared/signs.ts";
import type { Model } from "../model.ts";
import { type Projection, project } from "./projection.ts";

/** Up to so many lines in view, each claim has its own. */
export const OPEN_LIMIT = 1_500;
/** The same of lines that are lit: a hub’s fans would be one grey mass. */
export const LIT_LIMIT = 250;

/** Where nodes are and how large, in pixels of the screen. */
export interface Geometry {
  readonly projection: Projection;
  readonly radiusOf: (entity: NetworkEntity) => number;
}

export interface LinePaint {
  readonly model: Model;
  readonly geometry: Geometry;
  /** The colour of a pair whose claims are of several types. */
  readonly mixed: string;
  readonly dashes: Dashes;
}

/** The lines that are seen: all of each pair of which anything can be in view. */
export function linesInView(
  pairs: readonly Pair[],
  claims: ReadonlySet<NetworkClaim>,
  { projection }: Pick<Geometry, "projection">,
) {
  const seen: { pair: Pair; lines: Line[] }[] = [];
  let count = 0;
  for (const pair of pairs) {
    if (isOutside(projection, pair)) continue;
    const lines = pair.lines.filter(({ claim }) => claims.has(claim));
    if (lines.length === 0) continue;
    seen.push({ pair, lines });
    count += lines.length;
  }
  return { seen, count };
}

/** How far beside the straight way a line may run, as a share of its length. */
const BULGE = 0.4;

function isOutside(projection: Projection, { a, b }: Pair): boolean {
  const [from, to] = [project(projection, a), project(projection, b)];
  const margin = 40 + BULGE * Math.hypot(to.x - from.x, to.y - from.y);
  return (
    Math.max(from.x, to.x) < -margin ||
    Math.max(from.y, to.y) < -margin ||
    Math.min(from.x, to.x) > projection.width + margin ||
    Math.min(from.y, to.y) > projection.height + margin
  );
}

/** The line of a claim on the screen. */
export function curveOf(line: Line, pair: Pair, { projection, radiusOf }: Geometry): Curve {
  const disc = (end: "from" | "to") => ({ ...project(projection, line[end]), radius: radiusOf(line[end]) });
  const { directed } = line.claim.type;
  const scale = headScale(projection);
  if (line.from === line.to) return loopOver(disc("from"), line.index, directed, scale);
  const bend = bendOf(line.index, pair.lines.length) * (line.from === pair.a ? 1 : -1);
  return curveBetween(disc("from"), disc("to"), bend, directed, scale);
}

/** Arrowheads grow with the map, but neither vanish nor cover it. */
const headScale = ({ scale }: Projection): number => Math.min(1.6, Math.max(0.75, scale));
const thicknessScale = ({ scale }: Projection): number => Math.min(1.8, Math.max(0.7, scale));

/** Draws each line as a claim of its own; `emphasis` makes some of them thicker. */
export function paintOpen(
  context: CanvasRenderingContext2D,
  seen: readonly { readonly pair: Pair; readonly lines: readonly Line[] }[],
  { model, geometry, dashes }: LinePaint,
  emphasis: (line: Line) => number = () => 1,
): void {
  const factor = thicknessScale(geometry.projection);
  context.lineCap = "butt";
  for (const { pair, lines } of seen) {
    for (const line of lines) {
      const curve = curveOf(line, pair, geometry);
      const { color } = line.claim.type;
      context.strokeStyle = color;
      context.lineWidth = lineThickness(model.witnesses(line.claim)) * factor * emphasis(line);
      context.setLineDash(dashesOf(dashes, line.claim.status));
      context.beginPath();
      trace(context, curve);
      context.stroke();
      if (curve.head === undefined) continue;
      const [tip, left, right] = curve.head;
      context.fillStyle = color;
      context.beginPath();
      context.moveTo(tip.x, tip.y);
      context.lineTo(left.x, left.y);
      context.lineTo(right.x, right.y);
      context.fill();
    }
  }
  context.setLineDash([]);
}

function trace(context: CanvasRenderingContext2D, { start, controls: [first, second], end }: Curve): void {
  context.moveTo(start.x, start.y);
  if (second === undefined) context.quadraticCurveTo(first.x, first.y, end.x, end.y);
  else context.bezierCurveTo(first.x, first.y, second.x, second.y, end.x, end.y);
}

/** A rasteriser slows down with the crossings of one path. */
const STROKE = 200;

/** Draws one thin straight line a pair, in the colour of its claims’ type where they are of one. */
export function paintBundles(
  context: CanvasRenderingContext2D,
  seen: readonly { readonly pair: Pair; readonly lines: readonly Line[] }[],
  { geometry: { projection }, mixed }: LinePaint,
): void {
  const byColor = new Map<string, Pair[]>();
  for (const { pair, lines } of seen) {
    if (pair.a === pair.b) continue;
    const color = colorOf(lines) ?? mixed;
    const group = byColor.get(color);
    if (group === undefined) byColor.set(color, [pair]);
    else group.push(pair);
  }
  context.lineWidth = 1;
  for (const [color, group] of byColor) {
    context.strokeStyle = color;
    for (let i = 0; i < group.length; i += STROKE) {
      context.beginPath();
      for (const { a, b } of group.slice(i, i + STROKE)) {
        const [from, to] = [project(projection, a), project(projection, b)];
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
      }
      context.stroke();
    }
  }
}

function colorOf(lines: readonly Line[]): string | undefined {
  const color = lines[0]?.claim.type.color;
  return lines.every(({ claim }) => claim.type.color === color) ? color : undefined;
}

/** What a pointer on a line means, in pixels. */
const REACH = 6;

/** The claim of an open line, or the key of a bundle, at a point of the screen. */
export function lineAt(
  seen: readonly { readonly pair: Pair; readonly lines: readonly Line[] }[],
  isOpen: boolean,
  geometry: Geometry,
  point: Point,
): string | undefined {
  let nearest: string | undefined;
  let least = REACH;
  for (const { pair, lines } of seen) {
    const chord = distanceToChord(
      project(geometry.projection, pair.a),
      project(geometry.projection, pair.b),
      point,
    );
    if (!isOpen) {
      if (chord < least && pair.a !== pair.b) [least, nearest] = [chord, pair.key];
      continue;
    }
    const length = Math.hypot(pair.a.x - pair.b.x, pair.a.y - pair.b.y) * geometry.projection.scale;
    if (pair.a !== pair.b && chord > REACH + BULGE * length) continue;
    for (const line of lines) {
      const distance = distanceTo(curveOf(line, pair, geometry), point);
      if (distance < least) [least, nearest] = [distance, line.claim.id];
    }
  }
  return nearest;
}
