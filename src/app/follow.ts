/** Moves the map to what the reader has chosen. */
import { litFrom } from "./lit.ts";
import type { Covered } from "./map/view.ts";
import type { Model } from "./model.ts";
import { NARROW } from "./screen.ts";
import type { Shown } from "./shown.ts";
import type { Stage } from "./stage.ts";
import type { State } from "./state.ts";

/** Whether the map has somewhere to go: a new choice, and no camera that the address or the reader has set for it. */
export function hasNewAim({ viewpoint }: State, { viewpoint: before }: State): boolean {
  if (viewpoint.at !== undefined) return viewpoint.at !== before.at;
  return (["select", "within", "route", "alternative"] as const).some(
    (key) => viewpoint[key] !== before[key],
  );
}

/** Brings what is lit into view; an address that says where to look is obeyed. */
export function aim(
  stage: Stage,
  model: Model,
  state: State,
  shown: Shown,
  covered: () => Covered,
  element: HTMLElement,
): void {
  const { at, select } = state.viewpoint;
  if (at !== undefined) {
    stage.view.place(at);
    return;
  }
  const lit = litFrom(model, { ...state, hovered: undefined }, shown);
  const isStory = element.closest("[data-story]") !== null;
  if (lit === undefined || lit.entities.size === 0) {
    // A step that picks nothing out is about all that it shows.
    if (isStory) stage.view.flyTo(shown.entities, covered());
    return;
  }
  const subject = model.subject(select);
  if (!isStory && matchMedia(NARROW).matches) {
    const isTable = state.viewpoint.view === "table";
    (isTable ? element.parentElement : element)?.scrollIntoView({ block: "start" });
  }
  stage.view.flyTo(lit.entities, covered(), subject?.kind === "entity" ? subject.entity : undefined);
}

/** The height of the buttons over the map’s lower edge. */
const TOOLS = 52;

/** How much of the map the panel lies over: its right side on a wide screen, its lower part on a narrow one. */
export function coveredBy(panel: HTMLElement | null, stage: HTMLElement): Covered {
  if (panel === null) return { right: 0, bottom: 0 };
  const [a, b] = [panel.getBoundingClientRect(), stage.getBoundingClientRect()];
  if (a.width === 0) return { right: 0, bottom: 0 };
  const isBeside = a.width < b.width;
  return {
    right: isBeside ? Math.max(0, b.right - a.left) : 0,
    bottom: isBeside ? TOOLS : Math.max(0, b.bottom - a.top),
  };
}
