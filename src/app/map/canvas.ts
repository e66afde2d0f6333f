/**
 * The map on the canvas: the only user of sigma, which draws the nodes, holds the camera and knows gestures. Lines,
 * names and whatever is lit are drawn on canvases of our own: a browser’s 2D canvas shapes every script rightly, and
 * draws ten thousand lines in a fiftieth of the time that sigma 4 takes for them without a graphics card.
 */
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Point } from "../../shared/curves.ts";
import { nodeRadius } from "../../shared/label.ts";
import { type MapExtent, mapExtent } from "../../shared/map.ts";
import type { NetworkEntity } from "../../shared/network.ts";
import type { Line } from "../../shared/pairs.ts";
import type { Model } from "../model.ts";
import { NARROW } from "../screen.ts";
import { communityColor } from "./communities.ts";
import { createLabels, type LabelRequest } from "./labels.ts";
import { type Geometry, lineAt, linesInView, OPEN_LIMIT, paintBundles, paintOpen } from "./lines.ts";
import { createMinimap } from "./minimap.ts";
import { cameraOf, type Projection, project, projectionOf } from "./projection.ts";
import type { Covered, MapCamera, Scene, View, ViewEvents } from "./view.ts";

type Pen = CanvasRenderingContext2D;
type NodeAttributes = { x: number; y: number; size: number; color: string };

/** The browser takes the canvas away, as when a machine sleeps, and gives it back. */
export interface CanvasEvents {
  readonly onLost: () => void;
  readonly onRestored: () => void;
}

const CLOSE_UP = 0.45;
const FLIGHT = 500;
const NOTHING: Covered = { right: 0, bottom: 0 };
/** A frame that takes longer than this is not drawn again while the map moves: it is moved along. */
const SLOW_FRAME = 20;
const REST = 120;
/** So long a pointer rests before what it rests on is shown. */
const HOVER = 70;
/** Pixels that the smallest node has across half of it, even on a map of thousands. */
const SMALLEST = 1.7;

/** Draws the network into an element that has a size. Throws where the browser has no WebGL 2. */
export function createCanvasView(
  container: HTMLElement,
  model: Model,
  events: ViewEvents,
  context: CanvasEvents,
): View {
  const { network } = model;
  const extent = mapExtent(network.entities);
  const radii = new Map(network.entities.map((entity) => [entity, nodeRadius(linesAt(model, entity))]));
  // The largest names first, once: on a map of thousands a frame has no time to sort them.
  const ranked = [...network.entities].sort((a, b) => rankOf(b) - rankOf(a));
  function rankOf(entity: NetworkEntity): number {
    return linesAt(model, entity) + entity.pagerank;
  }

  const lines = layer(container, "lines base", true);
  const stage = document.createElement("div");
  stage.className = "nodes base";
  container.append(stage);
  let scene: Scene | undefined;
  const graph = new UndirectedGraph<NodeAttributes>();
  for (const entity of network.entities) {
    const size = radii.get(entity) ?? 1;
    graph.addNode(entity.id, { x: entity.x, y: -entity.y, size, color: entity.type.color });
  }
  const sigma = new Sigma(graph, stage, {
    styles: {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: { attribute: "size" },
        color: { attribute: "color" },
      },
    },
    nodeReducer: (id) => {
      const entity = model.entity(id);
      const isShown = scene === undefined || (entity !== undefined && scene.shown.entities.has(entity));
      return { visibility: isShown ? "visible" : "hidden" };
    },
    settings: {
      renderLabels: false,
      itemSizesReference: "positions",
      stagePadding: 0,
      nodePickingPadding: 5,
      enableCameraRotation: false,
      minCameraRatio: 0.005,
      maxCameraRatio: 3,
      gestureTarget: gesturesOver(container),
    },
  });
  sigma.setCustomBBox({ x: [extent.left, extent.right], y: [-extent.bottom, -extent.top] });
  sigma.refresh();

  const overlay = layer(container, "overlay", false);
  const labels = createLabels();
  const minimap = createMinimap(container, extent, (at) => moveTo({ ...camera(), ...at }));

  // Sigma fits the map by its longer side only; home is where the whole of it is in view.
  let home = cameraOn(sigma, extent, NOTHING);
  sigma.getCamera().setState(home);
  const growth = growthFor(projection().scale);
  if (growth !== 1) {
    graph.updateEachNodeAttributes((id, attributes) => {
      const entity = model.entity(id);
      return { ...attributes, size: ((entity && radii.get(entity)) ?? 1) * growth };
    });
  }

  function projection(): Projection {
    const { width, height } = sigma.getDimensions();
    const origin = sigma.graphToViewport({ x: 0, y: 0 });
    const unit = sigma.graphToViewport({ x: 1000, y: 0 });
    return { scale: (unit.x - origin.x) / 1000, left: origin.x, top: origin.y, width, height };
  }

  const camera = (): MapCamera => cameraOf(projection());
  const radiusOf = (entity: NetworkEntity, { scale }: Projection) =>
    (radii.get(entity) ?? 1) * growth * scale;

  function geometry(at: Projection): Geometry {
    return { projection: at, radiusOf: (line: Line, end) => radiusOf(line[end], at) };
  }

  /** What the last drawing of the lines was made of. */
  let drawn: { at: Projection; seen: ReturnType<typeof linesInView>["seen"]; isOpen: boolean } | undefined;
  let cost = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function drawLines(at: Projection): void {
    if (scene === undefined) return;
    const start = performance.now();
    const own = geometry(at);
    const { seen, count } = linesInView(model.pairs, scene.shown.claims, own);
    const isOpen = count <= OPEN_LIMIT;
    const pen = prepared(lines, at, isOpen ? devicePixelRatio : 1);
    const paint = { model, geometry: own, mixed: colorsOf(container).muted };
    pen.globalAlpha = isOpen ? 0.75 : 0.35;
    if (isOpen) paintOpen(pen, seen, paint);
    else paintBundles(pen, seen, paint);
    lines.style.transform = "";
    drawn = { at, seen, isOpen };
    cost = performance.now() - start;
  }

  /** While the map moves, lines that take long are moved along with it, and drawn again when it rests. */
  function followLines(at: Projection): void {
    const isNew = drawn === undefined || drawn.at.width !== at.width || drawn.at.height !== at.height;
    const hasMoved =
      drawn !== undefined &&
      (drawn.at.scale !== at.scale || drawn.at.left !== at.left || drawn.at.top !== at.top);
    if (!isNew && !hasMoved) return;
    clearTimeout(rest);
    if (isNew || cost < SLOW_FRAME || drawn === undefined) {
      drawLines(at);
      return;
    }
    const grown = at.scale / drawn.at.scale;
    const [x, y] = [at.left - drawn.at.left * grown, at.top - drawn.at.top * grown];
    lines.style.transform = `translate(${x}px, ${y}px) scale(${grown})`;
    rest = setTimeout(() => drawLines(projection()), REST);
  }

  function drawOverlay(at: Projection): void {
    if (scene === undefined) return;
    const { shown, lit } = scene;
    const colors = colorsOf(container);
    const pen = prepared(overlay, at, devicePixelRatio);
    if (lit !== undefined) {
      const own = geometry(at);
      const near = model.pairs.filter(({ lines: all }) => all.some(({ claim }) => lit.claims.has(claim)));
      const { seen } = linesInView(near, lit.claims, own);
      const paint = { model, geometry: own, mixed: colors.muted };
      paintOpen(pen, seen, paint, ({ claim }) => (lit.strong.has(claim) ? 1.7 : 1.15));
      for (const entity of lit.entities) paintNode(pen, entity, at, lit.strong.has(entity));
    }
    const requests: LabelRequest[] = [];
    for (const [i, entity] of ranked.entries()) {
      if (!(lit?.entities ?? shown.entities).has(entity)) continue;
      const { x, y } = project(at, entity);
      if (x < -100 || y < -50 || x > at.width + 100 || y > at.height + 50) continue;
      const isStrong = lit?.strong.has(entity) ?? false;
      const priority = (isStrong ? 1e9 : 0) - i;
      requests.push({
        id: entity.id,
        name: entity.name,
        x,
        y,
        radius: radiusOf(entity, at),
        priority,
        isStrong,
      });
    }
    labels.draw(pen, requests, colors, at.width, at.height);
  }

  function paintNode(pen: Pen, entity: NetworkEntity, at: Projection, isStrong: boolean): void {
    const { x, y } = project(at, entity);
    const radius = Math.max(2, radiusOf(entity, at));
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fillStyle = colorOf(entity);
    pen.fill();
    if (!isStrong) return;
    pen.beginPath();
    pen.arc(x, y, radius + 3, 0, 2 * Math.PI);
    pen.lineWidth = 2;
    pen.strokeStyle = colorOf(entity);
    pen.stroke();
  }

  const colorOf = (entity: NetworkEntity): string =>
    scene?.color === "community" ? communityColor(entity.community) : entity.type.color;

  function draw(): void {
    const at = projection();
    followLines(at);
    drawOverlay(at);
    minimap.frame(at, at.scale > homeScale() * 1.25);
  }

  const homeScale = (): number => {
    const { width, height } = sigma.getDimensions();
    return Math.min(width / (extent.right - extent.left), height / (extent.bottom - extent.top));
  };

  sigma.on("afterRender", draw);

  // Reported as the reader’s when it follows a gesture, and when it has come to rest.
  let isReader = false;
  let settled: ReturnType<typeof setTimeout> | undefined;
  sigma.getCamera().on("updated", () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      events.onCamera(camera(), isReader);
      isReader = false;
    }, 250);
  });
  const byReader = () => {
    isReader = true;
  };
  for (const type of ["wheel", "pointerdown", "touchmove"] as const)
    stage.addEventListener(type, byReader, { passive: true, capture: true });

  let pending: ReturnType<typeof setTimeout> | undefined;
  let pointed: string | undefined;
  function point(id: string | undefined): void {
    if (id === pointed) return;
    pointed = id;
    stage.style.cursor = id === undefined ? "" : "pointer";
    clearTimeout(pending);
    pending = setTimeout(() => events.onHover(id), HOVER);
  }
  let overNode: string | undefined;
  sigma.on("enterNode", ({ node }) => {
    overNode = node;
    point(node);
  });
  sigma.on("leaveNode", () => {
    overNode = undefined;
    point(undefined);
  });
  const besideNodes = (at: Point): string | undefined =>
    labels.at(at.x, at.y) ??
    (drawn === undefined ? undefined : lineAt(drawn.seen, drawn.isOpen, geometry(drawn.at), at));
  const onMove = ({ clientX, clientY, buttons, pointerType }: PointerEvent) => {
    if (overNode !== undefined || buttons !== 0 || pointerType === "touch") return;
    const box = stage.getBoundingClientRect();
    point(besideNodes({ x: clientX - box.left, y: clientY - box.top }));
  };
  const onLeave = () => {
    overNode = undefined;
    point(undefined);
  };
  stage.addEventListener("pointermove", onMove);
  stage.addEventListener("pointerleave", onLeave);
  sigma.on("clickNode", ({ node }) => events.onPick(node));
  sigma.on("clickStage", ({ event }) => events.onPick(besideNodes(event)));

  sigma.on("webglContextLost", context.onLost);
  sigma.on("webglContextRestored", context.onRestored);

  const resized = new ResizeObserver(() => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    const isAtHome = sigma.getCamera().ratio === home.ratio;
    sigma.resize();
    home = cameraOn(sigma, extent, NOTHING);
    if (isAtHome) sigma.getCamera().setState(home);
    sigma.scheduleRender();
  });
  resized.observe(container);
  const darkened = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => {
    drawn = undefined;
    sigma.scheduleRender();
  };
  darkened.addEventListener("change", repaint);
  const themed = new MutationObserver(repaint);
  themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });

  function moveTo(next: MapCamera): void {
    const { width, height } = sigma.getDimensions();
    const at = projectionOf(next, width, height);
    const half = { x: (at.width / at.scale) * 0.5, y: (at.height / at.scale) * 0.5 };
    const box = {
      left: next.x - half.x,
      right: next.x + half.x,
      top: next.y - half.y,
      bottom: next.y + half.y,
    };
    sigma.getCamera().setState(cameraOn(sigma, box, NOTHING));
  }

  function flyTo(box: MapExtent, covered: Covered): void {
    sigma.getCamera().animate(cameraOn(sigma, box, covered, home.ratio * CLOSE_UP), { duration: duration() });
  }

  return {
    show(next) {
      const before = scene;
      scene = next;
      container.toggleAttribute("data-lit", next.lit !== undefined);
      if (before?.color !== next.color) {
        graph.updateEachNodeAttributes((id, attributes) => {
          const entity = model.entity(id);
          return { ...attributes, color: entity === undefined ? attributes.color : colorOf(entity) };
        });
      }
      const isSame = before !== undefined && before.shown === next.shown && before.color === next.color;
      // What is lit is drawn above the rest, which only fades: nothing below has to be drawn again.
      if (isSame) return drawOverlay(projection());
      drawn = undefined;
      minimap.show(
        [...next.shown.entities].map((entity) => ({ x: entity.x, y: entity.y, color: colorOf(entity) })),
      );
      sigma.refresh({ skipIndexation: true, schedule: true });
    },
    flyTo(entities, covered, centre) {
      const near = mapExtent([...entities]);
      flyTo(centre === undefined ? near : centredOn(centre, near), covered);
    },
    place: moveTo,
    camera,
    zoom(direction) {
      isReader = true;
      const factor = { duration: duration(), factor: 1.6 };
      if (direction === "in") sigma.getCamera().zoomIn(factor);
      else sigma.getCamera().zoomOut(factor);
    },
    showAll(covered) {
      sigma.getCamera().animate(cameraOn(sigma, extent, covered), { duration: duration() });
    },
    remove() {
      for (const timer of [rest, settled, pending]) clearTimeout(timer);
      resized.disconnect();
      themed.disconnect();
      darkened.removeEventListener("change", repaint);
      sigma.kill();
      container.replaceChildren();
    },
  };
}

/** Whom wheel and fingers move: a story is scrolled wherever they are, and on a narrow screen one finger scrolls. */
function gesturesOver(container: HTMLElement): "graph" | "shared" | "page" {
  if (container.closest("[data-story]") !== null) return "page";
  return matchMedia(NARROW).matches ? "shared" : "graph";
}

/** How many lines touch an entity; a loop touches it twice. */
function linesAt(model: Model, entity: NetworkEntity): number {
  let count = 0;
  for (const { a, b, lines } of model.pairsWith(entity)) count += lines.length * (a === b ? 2 : 1);
  return count;
}

/** By how much nodes are drawn larger than the map’s own size, so that the smallest of thousands can be seen. */
function growthFor(scale: number): number {
  return Math.min(2.2, Math.max(1, SMALLEST / (nodeRadius(1) * scale)));
}

function layer(container: HTMLElement, className: string, isBehind: boolean): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = className;
  canvas.setAttribute("aria-hidden", "true");
  if (isBehind) container.prepend(canvas);
  else container.append(canvas);
  return canvas;
}

/** The canvas, cleared and as large as the screen. Lines by the thousand are drawn fastest where the pixels are at hand. */
function prepared(canvas: HTMLCanvasElement, { width, height }: Projection, ratio: number) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("the browser gave no canvas to draw on");
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * The camera from which a rectangle of the map just fits into what the covered pixels leave free, in the middle of
 * that; no closer than the given ratio.
 */
function cameraOn(sigma: Sigma<NodeAttributes>, box: MapExtent, covered: Covered, closest = 0): CameraState {
  const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const { width, height } = sigma.getDimensions();
  const first = sigma.graphToViewport({ x: box.left, y: -box.top }, { cameraState: whole });
  const last = sigma.graphToViewport({ x: box.right, y: -box.bottom }, { cameraState: whole });
  const fitting = Math.max(
    Math.abs(last.x - first.x) / (width - covered.right),
    Math.abs(last.y - first.y) / (height - covered.bottom),
  );
  const ratio = Math.max(fitting, closest);
  const middle = { x: (box.left + box.right) / 2, y: -(box.top + box.bottom) / 2 };
  const at = { ...sigma.graphToFramedGraph(middle), ratio, angle: 0 };
  const centre = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 }, { cameraState: at });
  const free = { x: (width + covered.right) / 2, y: (height + covered.bottom) / 2 };
  const moved = sigma.viewportToFramedGraph(free, { cameraState: at });
  return { ...at, x: at.x + moved.x - centre.x, y: at.y + moved.y - centre.y };
}

/** The least rectangle that holds another one and has a point in its middle. */
function centredOn(point: Point, box: MapExtent): MapExtent {
  const dx = Math.max(point.x - box.left, box.right - point.x);
  const dy = Math.max(point.y - box.top, box.bottom - point.y);
  return { left: point.x - dx, right: point.x + dx, top: point.y - dy, bottom: point.y + dy };
}

const duration = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : FLIGHT);

function colorsOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  return {
    ink: style.color,
    halo: style.backgroundColor,
    font: style.getPropertyValue("--sans"),
    muted: style.outlineColor,
  };
}
