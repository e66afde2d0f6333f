/** The embedded map: the drawing of the viewpoint in the address; a click opens it on the site. */
import { mapExtent } from "../shared/map.ts";
import { addressOf, viewpointIn } from "../shared/viewpoint.ts";
import type { CommonMessages } from "../shared/words/words.ts";
import { drawnOf } from "./drawn.ts";
import { litFrom } from "./lit.ts";
import { colorsOf } from "./map/layers.ts";
import { linesInView, OPEN_LIMIT } from "./map/lines.ts";
import { cameraOf, type Projection, projectionOf } from "./map/projection.ts";
import { sceneSvg } from "./map/scene-svg.ts";
import { createModel } from "./model.ts";
import { openNetwork } from "./open-network.ts";
import { shownFrom } from "./shown.ts";
import { look } from "./state.ts";
import { readWords } from "./words.ts";

const page = document.querySelector<HTMLElement>(".embed");
if (page !== null) void start(page);

async function start(element: HTMLElement): Promise<void> {
  const stage = element.querySelector<HTMLElement>(".stage");
  const link = element.querySelector<HTMLAnchorElement>(".embed-source a");
  if (stage === null || link === null) return;
  const root = element.dataset.root ?? "../";
  const words = readWords<CommonMessages>();
  const { network, tell } = await openNetwork(element, words);
  const model = createModel(network, root, words, tell);
  const viewpoint = viewpointIn(location);
  const state = look(viewpoint);
  const shown = shownFrom(model, viewpoint);
  const lit = litFrom(model, state, shown);
  const drawn = drawnOf(model, shown);
  link.href = root + addressOf(viewpoint);

  /** The camera of the address, else what is lit, else everything that is shown. */
  function first(width: number, height: number): Projection {
    if (viewpoint.at !== undefined) return projectionOf(viewpoint.at, width, height);
    const seen = lit !== undefined && lit.entities.size > 0 ? lit.entities : shown.entities;
    const { left, right, top, bottom } = mapExtent([...seen]);
    const scale = Math.min(width / (right - left), height / (bottom - top), 1.6);
    return {
      scale,
      left: width / 2 - ((left + right) / 2) * scale,
      top: height / 2 - ((top + bottom) / 2) * scale,
      width,
      height,
    };
  }

  let at: Projection | undefined;
  function draw(to: HTMLElement): void {
    const { clientWidth: width, clientHeight: height } = to;
    if (width === 0 || height === 0) return;
    at = at === undefined ? first(width, height) : projectionOf(cameraOf(at), width, height);
    const style = getComputedStyle(to);
    const { ink, halo: paper, muted, dashes } = colorsOf(to);
    const { seen, count } = linesInView(model.pairs, drawn.claims, { projection: at });
    const said = count <= OPEN_LIMIT ? seen.flatMap(({ lines }) => lines.map(({ claim }) => claim)) : [];
    // Without their own titles claims are drawn as well.
    void model.tell([...said, ...(lit?.claims ?? [])])?.then(
      () => draw(to),
      () => undefined,
    );
    const scene = { shown: drawn, lit, color: viewpoint.color };
    to.innerHTML = sceneSvg(model, scene, {
      projection: at,
      ink,
      paper,
      muted,
      dashes,
      font: style.fontFamily,
      isLive: true,
    });
  }

  new ResizeObserver(() => {
    if (viewpoint.at === undefined) at = undefined;
    draw(stage);
  }).observe(stage);
  new MutationObserver(() => draw(stage)).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(stage));
  stage.addEventListener("click", (event) => {
    const id = (event.target as Element).closest<SVGElement>("[data-id]")?.dataset.id;
    if (id !== undefined)
      open(root + addressOf({ ...viewpoint, select: id, at: undefined }), "_blank", "noopener");
  });
}
