/** The layer above the nodes: whatever is lit, and the names. */
import type { NetworkEntity } from "../../shared/network.ts";
import type { Model } from "../model.ts";
import { createLabels, type LabelRequest } from "./labels.ts";
import { type Colors, colorsOf, createLayer, type Pen, penOn } from "./layers.ts";
import { type Geometry, LIT_LIMIT, linesInView, paintBundles, paintOpen } from "./lines.ts";
import { project } from "./projection.ts";
import { linesAt } from "./sizes.ts";
import type { Scene } from "./view.ts";

export interface Overlay {
  draw(scene: Scene, geometry: Geometry): void;
  /** The entity whose name is at a point of the stage. */
  nameAt(x: number, y: number): string | undefined;
}

export function createOverlay(
  container: HTMLElement,
  model: Model,
  colorOf: (entity: NetworkEntity) => string,
): Overlay {
  const canvas = createLayer(container, "overlay");
  const labels = createLabels();
  const importance = ({ pagerank }: NetworkEntity, lines: number) => lines + pagerank;
  // The most important first, once: on a map of thousands a frame has no time to sort them.
  const ranked = model.network.entities
    .map((entity) => ({ entity, rank: importance(entity, linesAt(model, entity)) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ entity }) => entity);

  function paintLit(pen: Pen, scene: Scene, geometry: Geometry, { muted, dashes }: Colors): void {
    const { lit } = scene;
    if (lit === undefined) return;
    const near = model.pairs.filter(({ lines }) => lines.some(({ claim }) => lit.claims.has(claim)));
    const { seen, count } = linesInView(near, lit.claims, geometry);
    const paint = { model, geometry, mixed: muted, dashes };
    if (count <= LIT_LIMIT) paintOpen(pen, seen, paint, ({ claim }) => (lit.strong.has(claim) ? 1.7 : 1.15));
    else {
      pen.globalAlpha = 0.6;
      paintBundles(pen, seen, paint);
      pen.globalAlpha = 1;
    }
    for (const entity of lit.entities) paintNode(pen, entity, geometry, lit.strong.has(entity));
  }

  function paintNode(pen: Pen, entity: NetworkEntity, geometry: Geometry, isStrong: boolean): void {
    const { x, y } = project(geometry.projection, entity);
    const radius = Math.max(2, geometry.radiusOf(entity));
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

  function requestsFor({ shown, lit }: Scene, { projection, radiusOf }: Geometry): LabelRequest[] {
    const requests: LabelRequest[] = [];
    for (const [i, entity] of ranked.entries()) {
      if (!(lit?.entities ?? shown.entities).has(entity)) continue;
      const { x, y } = project(projection, entity);
      if (x < -100 || y < -50 || x > projection.width + 100 || y > projection.height + 50) continue;
      const isStrong = lit?.strong.has(entity) ?? false;
      const { id, name } = entity;
      requests.push({ id, name, x, y, radius: radiusOf(entity), priority: -i, isStrong });
    }
    return requests;
  }

  return {
    draw(scene, geometry) {
      const { projection } = geometry;
      const colors = colorsOf(container);
      const pen = penOn(canvas, projection, devicePixelRatio);
      paintLit(pen, scene, geometry, colors);
      const [width, height] = [
        projection.width - scene.covered.right,
        projection.height - scene.covered.bottom,
      ];
      labels.draw(pen, requestsFor(scene, geometry), colors, width, height);
    },
    nameAt: labels.at,
  };
}
