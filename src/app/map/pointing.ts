/** What the pointer is on: a node, which sigma knows, or a name or line, which we do. */
import type { Point } from "../../shared/curves.ts";
import type { MapSigma } from "./camera.ts";
import type { ViewEvents } from "./view.ts";

/** So many milliseconds a pointer rests before what it rests on is shown. */
const HOVER = 30;

/** Tells of hovering and picking; `besideNodes` says what is at a point where no node is. Returns how to stop. */
export function followPointer(
  stage: HTMLElement,
  sigma: Pick<MapSigma, "on">,
  events: Pick<ViewEvents, "onHover" | "onPick">,
  besideNodes: (at: Point) => string | undefined,
): () => void {
  let pending: ReturnType<typeof setTimeout> | undefined;
  let pointed: string | undefined;
  let isOnNode = false;

  function point(id: string | undefined): void {
    if (id === pointed) return;
    pointed = id;
    stage.style.cursor = id === undefined ? "" : "pointer";
    clearTimeout(pending);
    pending = setTimeout(() => events.onHover(id), HOVER);
  }

  function leave(): void {
    isOnNode = false;
    point(undefined);
  }

  sigma.on("enterNode", ({ node }) => {
    isOnNode = true;
    point(node);
  });
  sigma.on("leaveNode", leave);
  sigma.on("clickNode", ({ node }) => events.onPick(node));
  sigma.on("clickStage", ({ event }) => events.onPick(besideNodes(event)));
  stage.addEventListener("pointerleave", leave);
  stage.addEventListener("pointermove", ({ clientX, clientY, buttons, pointerType }) => {
    if (isOnNode || buttons !== 0 || pointerType === "touch") return;
    const { left, top } = stage.getBoundingClientRect();
    point(besideNodes({ x: clientX - left, y: clientY - top }));
  });
  return () => clearTimeout(pending);
}
