/** The layer of lines below the nodes. */
import type { Point } from "../../shared/curves.ts";
import type { NetworkClaim } from "../../shared/network.ts";
import type { Model } from "../model.ts";
import { colorsOf, createLayer, penOn } from "./layers.ts";
import { type Geometry, lineAt, linesInView, OPEN_LIMIT, paintBundles, paintOpen } from "./lines.ts";
import type { Projection } from "./projection.ts";

export interface LineLayer {
  /** Draws these claims’ lines, or moves what is drawn along with the map. `now` gives the geometry when it rests. */
  draw(claims: ReadonlySet<NetworkClaim>, geometry: Geometry, now: () => Geometry): void;
  /** Has everything drawn anew: the claims or the colours are others. */
  invalidate(): void;
  /** The claim or the pair whose line is at a point. */
  at(point: Point): string | undefined;
  remove(): void;
}

/** A drawing that takes longer than this, in milliseconds, is moved along while the map moves. */
const SLOW = 20;
const REST = 120;

export function createLineLayer(container: HTMLElement, model: Model): LineLayer {
  const canvas = createLayer(container, "lines base");
  type Drawn = { geometry: Geometry; seen: ReturnType<typeof linesInView>["seen"]; isOpen: boolean };
  let drawn: Drawn | undefined;
  let cost = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function redraw(claims: ReadonlySet<NetworkClaim>, geometry: Geometry): void {
    const start = performance.now();
    const { seen, count } = linesInView(model.pairs, claims, geometry);
    const isOpen = count <= OPEN_LIMIT;
    // Thousands of thin lines look the same on a fine screen with a quarter of its pixels.
    const pen = penOn(canvas, geometry.projection, isOpen ? devicePixelRatio : 1);
    const { muted, dashes } = colorsOf(container);
    const paint = { model, geometry, mixed: muted, dashes };
    pen.globalAlpha = isOpen ? 0.75 : 0.35;
    if (isOpen) paintOpen(pen, seen, paint);
    else paintBundles(pen, seen, paint);
    canvas.style.transform = "";
    drawn = { geometry, seen, isOpen };
    cost = performance.now() - start;
  }

  return {
    draw(claims, geometry, now) {
      const at = geometry.projection;
      const before = drawn?.geometry.projection;
      if (before !== undefined && isSame(before, at)) return;
      clearTimeout(rest);
      const isResized = before === undefined || before.width !== at.width || before.height !== at.height;
      if (isResized || cost < SLOW) {
        redraw(claims, geometry);
        return;
      }
      const grown = at.scale / before.scale;
      const [x, y] = [at.left - before.left * grown, at.top - before.top * grown];
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${grown})`;
      rest = setTimeout(() => redraw(claims, now()), REST);
    },
    invalidate() {
      drawn = undefined;
    },
    at(point) {
      return drawn && lineAt(drawn.seen, drawn.isOpen, drawn.geometry, point);
    },
    remove: () => clearTimeout(rest),
  };
}

const isSame = (a: Projection, b: Projection): boolean =>
  a.scale === b.scale && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
