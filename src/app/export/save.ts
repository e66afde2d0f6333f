/** Saves what is shown as a file. Loaded when it is first asked for. */
import { csvOf } from "../../shared/claims-csv.ts";
import { addressOf, type Viewpoint } from "../../shared/viewpoint.ts";
import type { FileFormat } from "../bar.ts";
import { colorsOf } from "../map/layers.ts";
import { projectionOf } from "../map/projection.ts";
import { sceneSvg } from "../map/scene-svg.ts";
import type { MapCamera, Scene } from "../map/view.ts";
import type { PageModel } from "../model.ts";
import { download, pngOf } from "./download.ts";
import { gexfOf } from "./gexf.ts";

/** The picture is what is on the screen, in the page’s own colours. */
export async function saveAs(
  format: FileFormat,
  model: PageModel,
  scene: Scene,
  page: HTMLElement,
  viewpoint: Viewpoint,
  camera: MapCamera,
): Promise<void> {
  const name = fileName(viewpoint);
  switch (format) {
    case "csv":
      return download(`${name}.csv`, csvOf(scene.shown.claims, model.words), "text/csv;charset=utf-8");
    case "gexf":
      return download(`${name}.gexf`, gexfOf(model, scene.shown), "application/xml");
    case "svg":
      return download(`${name}.svg`, svgOf(model, scene, page, viewpoint, camera), "image/svg+xml");
    case "png":
      return download(
        `${name}.png`,
        await pngOf(svgOf(model, scene, page, viewpoint, camera), 2, model.words.messages.app.save.tooLarge),
        "image/png",
      );
  }
}

const fileName = ({ select }: Viewpoint): string => (select === undefined ? "network" : `network-${select}`);

function svgOf(
  model: PageModel,
  scene: Scene,
  page: HTMLElement,
  viewpoint: Viewpoint,
  camera: MapCamera,
): string {
  const stage = page.querySelector<HTMLElement>(".stage") ?? page;
  const style = getComputedStyle(stage);
  const address = location.origin + location.pathname + addressOf(viewpoint);
  return sceneSvg(model, scene, {
    projection: projectionOf(camera, stage.clientWidth || 1200, stage.clientHeight || 800),
    ink: style.color,
    paper: style.backgroundColor,
    muted: style.outlineColor,
    font: style.fontFamily,
    dashes: colorsOf(stage).dashes,
    caption: `${page.querySelector("h1")?.textContent ?? document.title} · ${address}`,
  });
}
