/** The map on its stage: the canvas, or the drawing where the browser has no WebGL or has lost it; its buttons. */

import { createPictureView } from "./map/picture.ts";
import type { Covered, Scene, View, ViewEvents } from "./map/view.ts";
import type { PageModel } from "./model.ts";

export interface Stage {
  /** What shows the map now. */
  readonly view: View;
  show(scene: Scene): void;
}

/**
 * Shows the drawing at once, and puts the canvas in its place when that is there; without WebGL the drawing stays, and
 * it comes back while the browser has taken the canvas away. `covered` says what lies over the map.
 */
export async function mountStage(
  element: HTMLElement,
  model: PageModel,
  events: ViewEvents,
  covered: () => Covered,
): Promise<Stage> {
  const picture = element.querySelector<SVGSVGElement>(".picture");
  if (picture === null) throw new Error("the page has no drawing");
  const drawing = picture;
  const canvas = document.createElement("div");
  canvas.className = "canvas";
  let scene: Scene | undefined;
  const use = (next: View) => {
    view = next;
    if (scene !== undefined) view.show(scene);
  };
  let view = createPictureView(drawing, model, events);
  element.append(tools(() => view, covered, model));

  const { createCanvasView } = await import("./map/canvas.ts");
  drawing.before(canvas);
  try {
    const drawn = createCanvasView(canvas, model, events, {
      onLost() {
        canvas.hidden = true;
        drawing.removeAttribute("hidden");
        use(createPictureView(drawing, model, events));
      },
      onRestored() {
        view.remove();
        drawing.setAttribute("hidden", "");
        canvas.hidden = false;
        use(drawn);
      },
    });
    view.remove();
    drawing.setAttribute("hidden", "");
    use(drawn);
  } catch {
    canvas.remove();
  }

  return {
    get view() {
      return view;
    },
    show(next) {
      scene = next;
      view.show(next);
    },
  };
}

function tools(view: () => View, covered: () => Covered, { words }: PageModel): HTMLElement {
  const { stage } = words.messages.app;
  const bar = document.createElement("div");
  bar.className = "stage-tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", stage.tools);
  for (const [text, label, action] of [
    ["+", stage.zoomIn, () => view().zoom("in")],
    ["−", stage.zoomOut, () => view().zoom("out")],
    [stage.whole, stage.showWhole, () => view().showAll(covered())],
  ] as const) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", action);
    bar.append(button);
  }
  return bar;
}
