/**
 * The map on the canvas, with sigma, which draws the nodes, holds the camera and knows gestures. Lines,
 * names and whatever is lit are drawn on canvases of our own: a browser’s 2D canvas shapes every script rightly, and
 * draws ten thousand lines in a fiftieth of the time that sigma 4 takes for them without a graphics card.
 */
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { type MapExtent, mapExtent } from "../../shared/map.ts";
import type { NetworkEntity } from "../../shared/network.ts";
import type { Model } from "../model.ts";
import { NARROW } from "../screen.ts";
import { cameraOn, centredOn, type MapSigma, type NodeAttributes, projectionFrom } from "./camera.ts";
import { communityColor } from "./communities.ts";
import { createLineLayer } from "./line-layer.ts";
import type { Geometry } from "./lines.ts";
import { createMinimap } from "./minimap.ts";
import { nodeAt } from "./nodes.ts";
import { createOverlay } from "./overlay.ts";
import { followPointer } from "./pointing.ts";
import { cameraOf } from "./projection.ts";
import { growthFor, radiiOf } from "./sizes.ts";
import type { Covered, MapCamera, Scene, View, ViewEvents } from "./view.ts";

/** The browser takes the canvas away, as when a machine sleeps, and gives it back. */
export interface CanvasEvents {
  readonly onLost: () => void;
  readonly onRestored: () => void;
}

const CLOSE_UP = 0.45;
const FLIGHT = 500;
/** So many milliseconds after its last move the camera has come to rest. */
const REST = 250;
const NOTHING: Covered = { right: 0, bottom: 0 };

/** Draws the network into an element that has a size. Throws where the browser has no WebGL 2. */
export function createCanvasView(
  container: HTMLElement,
  model: Model,
  events: ViewEvents,
  { onLost, onRestored }: CanvasEvents,
): View {
  const extent = mapExtent(model.network.entities);
  const radii = radiiOf(model);
  let scene: Scene | undefined;
  const colorOf = (entity: NetworkEntity): string =>
    scene?.color === "community" ? communityColor(entity.community) : entity.type.color;

  const lines = createLineLayer(container, model);
  const stage = document.createElement("div");
  stage.className = "nodes base";
  container.append(stage);
  const graph = nodesOf(model, radii);
  const sigma = createSigma(graph, stage, container);
  sigma.setCustomBBox({ x: [extent.left, extent.right], y: [-extent.bottom, -extent.top] });
  sigma.refresh();
  const overlay = createOverlay(container, model, colorOf);
  const minimap = createMinimap(container, extent, (at) => place({ ...camera(), ...at }));

  // Sigma fits the map by its longer side only; home is where the whole of it is in view.
  let home = cameraOn(sigma, extent, NOTHING);
  sigma.getCamera().setState(home);
  const growth = growthFor(projectionFrom(sigma).scale);
  /** Sigma follows its graph, and draws with the next frame. */
  const change = (attributesOf: (entity: NetworkEntity) => Partial<NodeAttributes>): void =>
    graph.updateEachNodeAttributes(
      (id, attributes) => {
        const entity = model.entity(id);
        return entity === undefined ? attributes : { ...attributes, ...attributesOf(entity) };
      },
      { attributes: ["size", "color", "visibility"] },
    );
  if (growth !== 1) change((entity) => ({ size: (radii.get(entity) ?? 1) * growth }));

  const camera = (): MapCamera => cameraOf(projectionFrom(sigma));

  function geometry(): Geometry {
    const projection = projectionFrom(sigma);
    const factor = growth * projection.scale;
    return { projection, radiusOf: (entity) => (radii.get(entity) ?? 1) * factor };
  }

  function draw(): void {
    if (scene === undefined) return;
    const now = geometry();
    lines.draw(scene.shown.claims, now, geometry);
    overlay.draw(scene, now);
    minimap.frame(now.projection, sigma.getCamera().ratio < home.ratio * 0.8);
  }
  sigma.on("afterRender", draw);
  sigma.on("webglContextLost", onLost);
  sigma.on("webglContextRestored", onRestored);
  const stopPointing = followPointer(
    stage,
    sigma,
    events,
    (at) => nodeAt(scene?.shown.entities ?? [], at, geometry()) ?? overlay.nameAt(at.x, at.y) ?? lines.at(at),
  );

  // Reported as the reader’s when it follows a gesture, and when it has come to rest.
  let isReader = false;
  let settled: ReturnType<typeof setTimeout> | undefined;
  sigma.getCamera().on("updated", () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      events.onCamera(camera(), isReader);
      isReader = false;
    }, REST);
  });
  const byReader = () => {
    isReader = true;
  };
  // Before sigma, which keeps these to itself.
  for (const type of ["wheel", "pointerdown", "touchmove"] as const)
    stage.addEventListener(type, byReader, { passive: true, capture: true });

  const repaint = () => {
    lines.invalidate();
    sigma.scheduleRender();
  };
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
  darkened.addEventListener("change", repaint);
  const themed = new MutationObserver(repaint);
  themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });

  let takeOff = 0;
  function place({ x, y, width }: MapCamera): void {
    cancelAnimationFrame(takeOff);
    const size = sigma.getDimensions();
    const height = (width * size.height) / size.width;
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    sigma.getCamera().setState(cameraOn(sigma, box, NOTHING));
  }

  function fly(box: MapExtent, covered: Covered, closest: number): void {
    cancelAnimationFrame(takeOff);
    // What the reader asked for is painted first: a frame of sigma’s takes longer than all the rest of an answer.
    takeOff = requestAnimationFrame(() => {
      void sigma.getCamera().animate(cameraOn(sigma, box, covered, closest), { duration: duration() });
    });
  }

  return {
    show(next) {
      const before = scene;
      scene = next;
      container.toggleAttribute("data-lit", next.lit !== undefined);
      if (before?.shown === next.shown && before.color === next.color) {
        // What is lit is drawn above the rest, which only fades: nothing below has to be drawn again.
        overlay.draw(next, geometry());
        return;
      }
      lines.invalidate();
      minimap.show(
        [...next.shown.entities].map((entity) => ({ ...pointOf(entity), color: colorOf(entity) })),
      );
      change((entity) => ({
        color: colorOf(entity),
        visibility: next.shown.entities.has(entity) ? "visible" : "hidden",
      }));
    },
    flyTo(entities, covered, centre) {
      const near = mapExtent([...entities]);
      fly(centre === undefined ? near : centredOn(centre, near), covered, home.ratio * CLOSE_UP);
    },
    place,
    camera,
    zoom(direction) {
      isReader = true;
      const step = { duration: duration(), factor: 1.6 };
      if (direction === "in") sigma.getCamera().zoomIn(step);
      else sigma.getCamera().zoomOut(step);
    },
    showAll: (covered) => fly(extent, covered, 0),
    remove() {
      clearTimeout(settled);
      cancelAnimationFrame(takeOff);
      stopPointing();
      lines.remove();
      resized.disconnect();
      themed.disconnect();
      darkened.removeEventListener("change", repaint);
      sigma.kill();
      container.replaceChildren();
    },
  };
}

const pointOf = ({ x, y }: NetworkEntity) => ({ x, y });

/** Sigma’s graph: the nodes, and no lines. Its y grows upward. */
function nodesOf(model: Model, radii: ReadonlyMap<NetworkEntity, number>): UndirectedGraph<NodeAttributes> {
  const graph = new UndirectedGraph<NodeAttributes>();
  for (const entity of model.network.entities) {
    const { id, x, y, type } = entity;
    const size = radii.get(entity) ?? 1;
    graph.addNode(id, { x, y: -y, size, color: type.color, visibility: "visible" });
  }
  return graph;
}

function createSigma(
  graph: UndirectedGraph<NodeAttributes>,
  stage: HTMLElement,
  container: HTMLElement,
): MapSigma {
  return new Sigma(graph, stage, {
    styles: {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: { attribute: "size" },
        color: { attribute: "color" },
        // An attribute: where there is a function, sigma works out every node anew with each move of the camera.
        visibility: { attribute: "visibility" },
      },
    },
    settings: {
      renderLabels: false,
      itemSizesReference: "positions",
      stagePadding: 0,
      // Pointing is ours: the less sigma draws for it, the better.
      pickingDownSizingRatio: 100,
      enableCameraRotation: false,
      minCameraRatio: 0.005,
      maxCameraRatio: 3,
      gestureTarget: gesturesOver(container),
    },
  });
}

const duration = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : FLIGHT);

/** Whom wheel and fingers move: a story is scrolled wherever they are, and on a narrow screen one finger scrolls. */
function gesturesOver(container: HTMLElement): "graph" | "shared" | "page" {
  if (container.closest("[data-story]") !== null) return "page";
  return matchMedia(NARROW).matches ? "shared" : "graph";
}
