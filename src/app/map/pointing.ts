/**
 * What the pointer is on. Sigma would draw all nodes a second time to read it from a pixel, and all of them anew for the
 * one that is pointed at, which takes a graph of thousands a tenth of a second.
 */
import type { Point } from "../../shared/curves.ts";
import type { MapSigma } from "./camera.ts";
import type { ViewEvents } from "./view.ts";

/** So many milliseconds a pointer rests before what it rests on is shown. */
const HOVER = 30;

/** Tells of hovering and picking; `idAt` says what is at a point of the stage. Returns how to stop. */
export function followPointer(
  stage: HTMLElement,
  sigma: Pick<MapSigma, "on">,
  events: Pick<ViewEvents, "onHover" | "onPick">,
  idAt: (at: Point) => string | undefined,
): () => void {
  let pending: ReturnType<typeof setTimeout> | undefined;
  let pointed: string | undefined;

  function point(id: string | undefined): void {
    if (id === pointed) return;
    pointed = id;
    stage.style.cursor = id === undefined ? "" : "pointer";
    clearTimeout(pending);
    pending = setTimeout(() => events.onHover(id), HOVER);
  }

  // Sigma tells a click from the end of a drag, or of two fingers.
  sigma.on("clickNode", ({ event }) => events.onPick(idAt(event)));
  sigma.on("clickStage", ({ event }) => events.onPick(idAt(event)));
  stage.addEventListener("pointerleave", () => point(undefined));
  stage.addEventListener("pointermove", (event) => {
    if (event.buttons !== 0 || event.pointerType === "touch") return;
    // Sigma, which listens to the document, would look for a node as well.
    event.stopPropagation();
    const { left, top } = stage.getBoundingClientRect();
    point(idAt({ x: event.clientX - left, y: event.clientY - top }));
  });
  return () => clearTimeout(pending);
}
