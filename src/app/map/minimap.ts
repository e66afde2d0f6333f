/** The whole map in a corner, with a frame around what is in view; a press or drag on it moves the view there. */
import type { Point } from "../../shared/curves.ts";
import type { MapExtent } from "../../shared/map.ts";
import { NARROW } from "../screen.ts";
import { type Projection, unproject } from "./projection.ts";

export interface Minimap {
  /** Draws the nodes; only when they change. */
  show(points: readonly (Point & { readonly color: string })[]): void;
  /** Frames what is in view; hidden where that is the whole map. */
  frame(at: Projection, isVisible: boolean): void;
}

const SIZE = { width: 168, height: 120 };
const SMALL = { width: 96, height: 72 };

export function createMinimap(
  container: HTMLElement,
  extent: MapExtent,
  onMove: (at: Point) => void,
): Minimap {
  const element = document.createElement("div");
  element.className = "minimap";
  element.setAttribute("aria-hidden", "true");
  element.hidden = true;
  const canvas = document.createElement("canvas");
  const window = document.createElement("div");
  window.className = "minimap-window";
  element.append(canvas, window);
  container.append(element);
  const most = matchMedia(NARROW).matches ? SMALL : SIZE;
  const scale = Math.min(
    most.width / (extent.right - extent.left),
    most.height / (extent.bottom - extent.top),
  );
  const [width, height] = [(extent.right - extent.left) * scale, (extent.bottom - extent.top) * scale];
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;

  const moveTo = ({ clientX, clientY }: PointerEvent) => {
    const box = element.getBoundingClientRect();
    onMove({ x: extent.left + (clientX - box.left) / scale, y: extent.top + (clientY - box.top) / scale });
  };
  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  element.addEventListener("pointermove", (event) => event.buttons !== 0 && moveTo(event));

  return {
    show(points) {
      const ratio = devicePixelRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (context === null) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const size = points.length > 1_000 ? 1 : 2.5;
      for (const { x, y, color } of points) {
        context.fillStyle = color;
        context.fillRect(
          (x - extent.left) * scale - size / 2,
          (y - extent.top) * scale - size / 2,
          size,
          size,
        );
      }
    },
    frame(at, isVisible) {
      element.hidden = !isVisible;
      if (!isVisible) return;
      const first = unproject(at, { x: 0, y: 0 });
      const last = unproject(at, { x: at.width, y: at.height });
      const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
      const left = within((first.x - extent.left) * scale, width);
      const top = within((first.y - extent.top) * scale, height);
      window.style.left = `${left}px`;
      window.style.top = `${top}px`;
      window.style.width = `${within((last.x - extent.left) * scale, width) - left}px`;
      window.style.height = `${within((last.y - extent.top) * scale, height) - top}px`;
    },
  };
}
