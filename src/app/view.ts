/**
 * The map on the canvas: the only user of sigma. It is told what to show, and tells what the reader does; it decides
 * nothing itself.
 */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { extremityArrow, layerDashed, layerPlain, pathCurved, pathLine, pathLoop } from "sigma/rendering";
import type { CameraState } from "sigma/types";
import { lineThickness, SPREAD } from "../shared/curves.ts";
import { nodeRadius } from "../shared/label.ts";
import { type MapExtent, mapExtent } from "../shared/map.ts";
import type { Network, NetworkClaim } from "../shared/network.ts";
import type { Status } from "../shared/records.ts";
import type { Display, Emphasis } from "./display.ts";
import { createLabelLayer, type LabelRequest } from "./labels.ts";
import { NARROW } from "./screen.ts";
import type { Selection } from "./state.ts";

export interface ViewEvents {
  /** The reader points at an entity, or at none. */
  readonly onHover: (id: string | undefined) => void;
  /** The reader clicks an entity, a claim, or nothing. */
  readonly onPick: (selection: Selection | undefined) => void;
  /** The browser has taken the canvas away. */
  readonly onLost: () => void;
}

/** Pixels of the map that something lies over. */
export interface Covered {
  readonly right: number;
  readonly bottom: number;
}

export interface View {
  show(display: Display): void;
  /** Shows a selection and all that is shown with it, in the middle of what the covered pixels leave free. */
  flyTo(selection: Selection, covered: Covered): void;
  zoom(direction: "in" | "out"): void;
  /** Fits the whole map into what the covered pixels leave free. */
  showAll(covered: Covered): void;
  remove(): void;
}

type NodeAttributes = { x: number; y: number; size: number; color: string };
type LineAttributes = {
  claim: string;
  size: number;
  color: string;
  head: "arrow" | "none";
  solid: string;
  dash: number;
  gap: number;
};

/** Lengths in pixels of dashes and the gaps between them. */
const DASHES: Record<Status, { dash: number; gap: number }> = {
  reported: { dash: 0, gap: 0 },
  confirmed: { dash: 0, gap: 0 },
  alleged: { dash: 6, gap: 4 },
  disputed: { dash: 2, gap: 3 },
  denied: { dash: 2, gap: 3 },
  withdrawn: { dash: 2, gap: 3 },
};
const NODE_OPACITY: Record<Emphasis, number> = { hidden: 0, faded: 0.12, normal: 1, strong: 1 };
const LINE_OPACITY: Record<Emphasis, number> = { hidden: 0, faded: 0.06, normal: 0.85, strong: 1 };
const CLOSE_UP = 0.45;
const FLIGHT = 500;
const NOTHING: Covered = { right: 0, bottom: 0 };

/** Draws the network into an element that has a size. Throws where the browser has no WebGL 2. */
export function createView(container: HTMLElement, network: Network, events: ViewEvents): View {
  const graph = graphOf(network);
  const rank = new Map(network.entities.map(({ id, pagerank }) => [id, graph.degree(id) + pagerank]));
  let display: Display | undefined;
  const emphasisOf = (id: string): Emphasis => display?.entities.get(id) ?? "normal";
  const lineEmphasis = (claim: string): Emphasis => display?.claims.get(claim) ?? "normal";

  const isPageScrolled = matchMedia(NARROW).matches;
  const sigma = new Sigma(graph, container, {
    primitives: {
      edges: {
        paths: [pathLine(), pathCurved(), pathLoop()],
        extremities: [extremityArrow({ lengthRatio: 5, widthRatio: 4 })],
        layers: [
          layerPlain({ color: { attribute: "solid" } }),
          layerDashed({
            dashSize: { attribute: "dash" },
            gapSize: { attribute: "gap" },
            solidExtremities: "head",
          }),
        ],
        variables: {
          solid: { type: "color", default: "#888888" },
          dash: { type: "number", default: 0 },
          gap: { type: "number", default: 0 },
        },
      },
    },
    styles: {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: { attribute: "size" },
        color: { attribute: "color" },
      },
      edges: {
        size: { attribute: "size" },
        color: { attribute: "color" },
        path: "straight",
        parallelPath: "curved",
        parallelSpread: SPREAD,
        selfLoopPath: "loop",
        head: { attribute: "head" },
        solid: { attribute: "solid" },
        dash: { attribute: "dash" },
        gap: { attribute: "gap" },
      },
    },
    nodeReducer: (id) => {
      const emphasis = emphasisOf(id);
      return { opacity: NODE_OPACITY[emphasis], visibility: emphasis === "hidden" ? "hidden" : "visible" };
    },
    edgeReducer: (_, __, { claim, size }) => {
      const emphasis = lineEmphasis(claim);
      return {
        opacity: LINE_OPACITY[emphasis],
        visibility: emphasis === "hidden" ? "hidden" : "visible",
        size: emphasis === "strong" ? size * 1.4 : size,
      };
    },
    settings: {
      renderLabels: false,
      itemSizesReference: "positions",
      stagePadding: 0,
      minEdgeThickness: 1.1,
      nodePickingPadding: 5,
      enableEdgeEvents: true,
      enableCameraRotation: false,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      gestureTarget: isPageScrolled ? "shared" : "graph",
    },
  });
  const extent = mapExtent(network.entities);
  sigma.setCustomBBox({ x: [extent.left, extent.right], y: [-extent.bottom, -extent.top] });
  sigma.refresh();

  const labels = createLabelLayer(container);
  const byId = new Map(network.entities.map((entity) => [entity.id, entity]));
  sigma.on("afterRender", () => drawLabels());

  function drawLabels(): void {
    const { width, height } = sigma.getDimensions();
    const requests: LabelRequest[] = [];
    for (const entity of network.entities) {
      const emphasis = emphasisOf(entity.id);
      if (!isInFocus(emphasis)) continue;
      const { x, y } = sigma.graphToViewport({ x: entity.x, y: -entity.y });
      if (x < -100 || y < -50 || x > width + 100 || y > height + 50) continue;
      const radius = sigma.scaleSize(graph.getNodeAttribute(entity.id, "size"));
      const isStrong = emphasis === "strong";
      const priority = (isStrong ? 1e9 : 0) + (rank.get(entity.id) ?? 0);
      requests.push({ id: entity.id, name: entity.name, x, y, radius, priority, isStrong });
    }
    labels.draw(requests, colorsOf(container), width, height);
  }

  sigma.on("enterNode", ({ node }) => events.onHover(node));
  sigma.on("leaveNode", () => events.onHover(undefined));
  sigma.on("clickNode", ({ node }) => events.onPick({ kind: "entity", id: node }));
  sigma.on("clickEdge", ({ edge }) =>
    events.onPick({ kind: "claim", id: graph.getEdgeAttribute(edge, "claim") }),
  );
  sigma.on("clickStage", ({ event }) => {
    const id = labels.at(event.x, event.y);
    events.onPick(id === undefined ? undefined : { kind: "entity", id });
  });
  sigma.on("webglContextLost", events.onLost);

  // Sigma fits the map by its longer side only; home is where the whole of it is in view.
  let home = cameraOn(sigma, extent, NOTHING);
  sigma.getCamera().setState(home);
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
  const repaint = () => sigma.scheduleRender();
  darkened.addEventListener("change", repaint);

  function flyTo(box: MapExtent, covered: Covered): void {
    const camera = cameraOn(sigma, box, covered, home.ratio * CLOSE_UP);
    sigma.getCamera().animate(camera, { duration: duration() });
  }

  return {
    show(next) {
      display = next;
      sigma.refresh({ skipIndexation: true, schedule: true });
    },
    flyTo(selection, covered) {
      const near = mapExtent(network.entities.filter(({ id }) => isInFocus(emphasisOf(id))));
      const box = selection.kind === "entity" ? centredOn(byId.get(selection.id), near) : near;
      flyTo(box, covered);
    },
    zoom(direction) {
      const camera = sigma.getCamera();
      if (direction === "in") camera.zoomIn({ duration: duration(), factor: 1.6 });
      else camera.zoomOut({ duration: duration(), factor: 1.6 });
    },
    showAll: (covered) => flyTo(extent, covered),
    remove() {
      resized.disconnect();
      darkened.removeEventListener("change", repaint);
      labels.remove();
      sigma.kill();
    },
  };
}

type Projection = Pick<
  Sigma,
  "getDimensions" | "graphToViewport" | "graphToFramedGraph" | "viewportToFramedGraph"
>;

/**
 * The camera from which a rectangle of the map just fits into what the covered pixels leave free, in the middle of
 * that; no closer than the given ratio.
 */
function cameraOn(sigma: Projection, box: MapExtent, covered: Covered, closest = 0): CameraState {
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
function centredOn(point: { x: number; y: number } | undefined, box: MapExtent): MapExtent {
  if (point === undefined) return box;
  const dx = Math.max(point.x - box.left, box.right - point.x);
  const dy = Math.max(point.y - box.top, box.bottom - point.y);
  return { left: point.x - dx, right: point.x + dx, top: point.y - dy, bottom: point.y + dy };
}

const isInFocus = (emphasis: Emphasis): boolean => emphasis === "normal" || emphasis === "strong";

const duration = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : FLIGHT);

function colorsOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  return { ink: style.color, halo: style.backgroundColor, font: style.getPropertyValue("--sans") };
}

function graphOf(network: Network): MultiDirectedGraph<NodeAttributes, LineAttributes> {
  const graph = new MultiDirectedGraph<NodeAttributes, LineAttributes>();
  for (const { id, x, y, type } of network.entities)
    graph.addNode(id, { x, y: -y, size: 1, color: type.color });
  for (const claim of network.claims) {
    for (const { id: from } of claim.from)
      for (const { id: to } of claim.to) graph.addDirectedEdge(from, to, lineAttributes(claim));
  }
  for (const { id } of network.entities) graph.setNodeAttribute(id, "size", nodeRadius(graph.degree(id)));
  return graph;
}

function lineAttributes(claim: NetworkClaim): LineAttributes {
  const { dash, gap } = DASHES[claim.status];
  const { color } = claim.type;
  return {
    claim: claim.id,
    size: lineThickness(claim.type.quad),
    color,
    head: claim.type.directed ? "arrow" : "none",
    solid: dash === 0 ? color : "#00000000",
    dash,
    gap,
  };
}
