/** The network page: reads the network, and ties the state, the map, the search box, the legend and the panel together. */
import { decodeNetwork, type Network } from "../shared/network.ts";
import { displayOf } from "./display.ts";
import { mountFinder } from "./finder.ts";
import { mountLegend } from "./legend.ts";
import { createLookup, headingOf, type Lookup, panelContent } from "./panel.ts";
import { NARROW } from "./screen.ts";
import { createSearch } from "./search.ts";
import { createStore, hover, INITIAL_STATE, type Selection, type Store, select, setTypes } from "./state.ts";
import { type Covered, createView, type View } from "./view.ts";

const page = document.querySelector<HTMLElement>("[data-network]");
if (page !== null) start(page).catch((error: unknown) => explain(page, error));

async function start(element: HTMLElement): Promise<void> {
  const response = await fetch(element.dataset.network ?? "");
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const network = decodeNetwork(await response.json());
  const lookup = createLookup(network, "./");
  const store = createStore(INITIAL_STATE);
  const stage = find(element, ".stage");
  const panel = find(element, ".panel");
  const view = network.entities.length === 0 ? undefined : mountView(stage, panel, network, store);
  const legend = mountLegend(find(element, "#legend") as HTMLDetailsElement, network, {
    onToggle: (kind, types, isShown) => store.update((state) => setTypes(state, kind, types, isShown)),
  });
  mountFinder(find(element, ".finder"), {
    search: createSearch(network),
    onChoose: ({ id }) => pin(store, { kind: "entity", id }),
  });
  store.subscribe((state, before) => {
    const display = displayOf(network, state);
    view?.show(display);
    legend.update(state, display);
    if (state.selection === before.selection) return;
    showPanel(panel, state.selection, lookup);
    if (state.selection === undefined) return;
    if (matchMedia(NARROW).matches) stage.scrollIntoView({ block: "start" });
    view?.flyTo(state.selection, coveredBy(panel, stage));
  });
  panel.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-action=close]") !== null) pin(store, undefined);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && store.state.selection !== undefined) pin(store, undefined);
  });
  addEventListener("hashchange", () => store.update((state) => select(state, selectionInAddress(lookup))));
  const first = selectionInAddress(lookup);
  if (first !== undefined) store.update((state) => select(state, first));
}

function find(element: HTMLElement, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

/** The canvas in place of the drawing; undefined, and the drawing stays, where the browser has no WebGL 2. */
function mountView(stage: HTMLElement, panel: HTMLElement, network: Network, store: Store): View | undefined {
  const picture = find(stage, ".picture");
  const canvas = document.createElement("div");
  canvas.className = "canvas";
  stage.append(canvas);
  const giveUp = () => {
    canvas.remove();
    picture.removeAttribute("hidden");
  };
  try {
    const view = createView(canvas, network, {
      onHover: (id) => store.update((state) => hover(state, id)),
      onPick: (selection) => pin(store, selection),
      onLost: giveUp,
    });
    picture.setAttribute("hidden", "");
    stage.append(tools(view, () => coveredBy(panel, stage)));
    return view;
  } catch {
    giveUp();
    return undefined;
  }
}

function tools(view: View, covered: () => Covered): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "stage-tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Map");
  for (const [text, label, action] of [
    ["+", "Zoom in", () => view.zoom("in")],
    ["−", "Zoom out", () => view.zoom("out")],
    ["Whole map", "Show the whole map", () => view.showAll(covered())],
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

/** Pins a selection and puts it into the address, so that the back button walks and the address can be shared. */
function pin(store: Store, selection: Selection | undefined): void {
  const address =
    selection === undefined ? location.pathname + location.search : `#${encodeURIComponent(selection.id)}`;
  history.pushState(null, "", address);
  store.update((state) => select(state, selection));
}

function selectionInAddress(lookup: Lookup): Selection | undefined {
  let id: string;
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return undefined;
  }
  if (lookup.entity(id) !== undefined) return { kind: "entity", id };
  return lookup.claim(id) === undefined ? undefined : { kind: "claim", id };
}

function showPanel(panel: HTMLElement, selection: Selection | undefined, lookup: Lookup): void {
  const content = selection && panelContent(selection, lookup);
  panel.hidden = content === undefined;
  panel.innerHTML = content?.markup ?? "";
  panel.scrollTop = 0;
  if (selection !== undefined) announce(`${headingOf(selection, lookup)}: details are open beside the map`);
}

function announce(text: string): void {
  const status = document.querySelector(".finder [role=status]");
  if (status !== null) status.textContent = text;
}

/** How much of the map the panel lies over: its right side on a wide screen, its lower part on a narrow one. */
function coveredBy(panel: HTMLElement, stage: HTMLElement): Covered {
  const [a, b] = [panel.getBoundingClientRect(), stage.getBoundingClientRect()];
  const isBeside = a.width < b.width;
  return { right: isBeside ? a.width : 0, bottom: isBeside ? 0 : Math.max(0, b.bottom - a.top) };
}

function explain(element: HTMLElement, error: unknown): void {
  const notice = document.createElement("p");
  notice.className = "notice";
  const reason = error instanceof Error ? error.message : String(error);
  notice.textContent = `The interactive map could not be loaded (${reason}). The drawing and the lists are all here.`;
  element.prepend(notice);
}
