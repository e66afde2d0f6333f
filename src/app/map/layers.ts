/** Canvases above and below sigma’s, as large as the stage. */
import { DASHED, type Dashes, dashProperty } from "../../shared/signs.ts";
import type { Projection } from "./projection.ts";

export type Pen = CanvasRenderingContext2D;

export function createLayer(container: HTMLElement, className: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = className;
  canvas.setAttribute("aria-hidden", "true");
  container.append(canvas);
  return canvas;
}

/**
 * A pen for the canvas, which is cleared and has the stage’s size; `ratio` is its pixels a pixel of the page. The pixels
 * are kept at hand: without a graphics card lines by the thousand are drawn in a tenth of the time there.
 */
export function penOn(canvas: HTMLCanvasElement, { width, height }: Projection, ratio: number): Pen {
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("the browser gave no canvas to draw on");
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.globalAlpha = 1;
  pen.clearRect(0, 0, width, height);
  return pen;
}

export type Colors = ReturnType<typeof colorsOf>;

/** The page’s colours and signs, as the browser has worked them out for this element. */
export function colorsOf(element: Element) {
  const style = getComputedStyle(element);
  // Every status has its entry.
  const dashes = Object.fromEntries(
    DASHED.map((status) => [status, style.getPropertyValue(dashProperty(status)).trim()]),
  ) as Dashes;
  return {
    ink: style.color,
    halo: style.backgroundColor,
    font: style.getPropertyValue("--sans"),
    muted: style.outlineColor,
    dashes,
  };
}
