/** The parts of the network page around one store: each follows the state, and each may be missing, as in a story. */
import { html } from "../shared/html.ts";
import { addressOf, type Viewpoint } from "../shared/viewpoint.ts";
import { type BarEvents, type FileFormat, mountBar } from "./bar.ts";
import { mountCommunitiesLegend } from "./communities-legend.ts";
import { type Drawn, drawnOf } from "./drawn.ts";
import { mountFilters } from "./filters.ts";
import { mountFinder } from "./finder.ts";
import { aim, coveredBy, hasNewAim } from "./follow.ts";
import { listenToKeys } from "./keys.ts";
import { mountLegend } from "./legend.ts";
import { litFrom } from "./lit.ts";
import type { Scene } from "./map/view.ts";
import type { PageModel } from "./model.ts";
import type { Search } from "./search.ts";
import { shownFrom } from "./shown.ts";
import { mountSide } from "./side.ts";
import { mountStage, type Stage } from "./stage.ts";
import { change, clearFilters, hover, INITIAL_STATE, type State, type Store, select } from "./state.ts";
import { mountTable } from "./table.ts";
import { mountTimeline } from "./timeline.ts";
import { mountWalk } from "./walk.ts";

/** Mounts every part that the page has room for; resolves when the map is there. */
export async function mountPage(element: HTMLElement, model: PageModel, store: Store): Promise<void> {
  const stageElement = find(element, ".stage");
  const panel = element.querySelector<HTMLElement>(".panel");
  // A story keeps its own course; the network page is the place to look around.
  const isStory = element.dataset.story !== undefined;
  const openNetwork = (id: string) => location.assign(`${model.root}#${encodeURIComponent(id)}`);
  const nothing = emptyNotice(stageElement, model, store);
  const sayHidden = hiddenNotice(stageElement, model);
  const announce = announcer(element);
  const covered = () => coveredBy(panel, stageElement);
  const search = searchOnce(model);
  const mount = <T>(selector: string, part: (own: HTMLElement) => T): T | undefined => {
    const own = element.querySelector<HTMLElement>(selector);
    return own === null ? undefined : part(own);
  };
  const { say, messages } = model.words;
  const { app } = messages;
  let stage: Stage | undefined;
  let shown = shownFrom(model, store.state.viewpoint);
  let drawn = drawnOf(model, shown);
  let shownKey = filterKey(store.state.viewpoint);
  /** What was chosen last. */
  let left = store.state.viewpoint.select;

  const finder = mount(".network-side .finder", (own) =>
    mountFinder(own, {
      id: "finder",
      label: app.finder.label,
      words: model.words,
      search,
      onChoose: ({ id }) => {
        store.update((state) => select(change(state, { view: "map" }), id));
        toView();
      },
    }),
  );
  const legend = mount("#legend", (own) => mountLegend(own as HTMLDetailsElement, model, store));
  const filters = mount("#legend", (own) => mountFilters(own, model, store));
  const communities = mount("#legend", (own) => mountCommunitiesLegend(own, model));
  const timeline = mount(".timeline", (own) => mountTimeline(own, model, store));
  const table = mount(".table", (own) => mountTable(own, model, store, toDetails));
  const bar = mount(".bar", (own) => mountBar(own, model, store, barEvents()));
  const side = mount(".panel", (own) =>
    mountSide(own, { model, store, search, announce, leave, onLate: aimAnew, page: element }),
  );
  mountWalk(stageElement, {
    model,
    store,
    shown: () => shown,
    announce,
    label: isStory ? app.walk.labelInStory : app.walk.label,
    toDetails() {
      const { select: id } = store.state.viewpoint;
      if (!isStory) toDetails();
      else if (id !== undefined) openNetwork(id);
    },
  });

  function toDetails(): void {
    panel?.querySelector("h2")?.focus();
  }

  /** The focus goes to the map, or to the table in its place. */
  function toView(): void {
    const isTable = store.state.viewpoint.view === "table";
    (isTable ? element.querySelector<HTMLElement>(".table") : stageElement)?.focus({ preventScroll: true });
  }

  /** From the details back to the map, or to the row of the table that led to them. */
  function leave(): void {
    const row = left === undefined ? null : element.querySelector(`tr[data-row="${CSS.escape(left)}"]`);
    const link = row?.querySelector<HTMLElement>(`a[href="#${CSS.escape(encodeURIComponent(left ?? ""))}"]`);
    if (link instanceof HTMLElement) link.focus();
    else toView();
  }

  function barEvents(): BarEvents {
    const here = location.origin + location.pathname;
    return {
      onSave: (format) => void save(format),
      addressNow: () => new URL(addressOf(store.state.viewpoint), here).href,
      embedNow: () => {
        const address = new URL(`embed/${addressOf(store.state.viewpoint)}`, here).href;
        return html`<iframe src="${address}" title="${document.title}" width="100%" height="480" loading="lazy"></iframe>`
          .markup;
      },
      onCopy: async (text, said) => {
        const { copy } = await import("./export/download.ts");
        announce((await copy(text)) ? said : app.share.notCopied);
      },
      onFullscreen: () => toggleFullscreen(element),
    };
  }

  async function save(format: FileFormat): Promise<void> {
    if (stage === undefined) return;
    const { saveAs } = await import("./export/save.ts");
    const { viewpoint } = store.state;
    try {
      await model.tell(shown.claims);
      // A picture is what is on the screen; a file has what the filters leave, drawn or not.
      const saved = format === "csv" || format === "gexf" ? { ...scene(), shown } : scene();
      await saveAs(format, model, saved, element, viewpoint, stage.view.camera());
      announce(app.save.saved);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      announce(say(app.save.failed, { reason }));
    }
  }

  function update(state: State, before: State): void {
    const { viewpoint } = state;
    left = viewpoint.select ?? left;
    const key = filterKey(viewpoint);
    const isNarrowed = key !== shownKey;
    if (isNarrowed) {
      shown = shownFrom(model, viewpoint);
      drawn = drawnOf(model, shown);
    }
    shownKey = key;
    if (viewpoint !== before.viewpoint) updateParts(state, before, isNarrowed);
    // Last, because the details decide how much of the map is free.
    stage?.show(scene());
    if (stage !== undefined && viewpoint !== before.viewpoint && (isStory || hasNewAim(state, before)))
      aim(stage, model, state, shown, covered, stageElement);
  }

  /** The panel may leave less of the map free than was thought; where the reader has moved it, it stays. */
  function aimAnew(): void {
    stage?.show(scene());
    if (stage !== undefined && store.state.viewpoint.at === undefined)
      aim(stage, model, store.state, shown, covered, stageElement);
  }

  function updateParts(state: State, before: State, isNarrowed: boolean): void {
    const { viewpoint } = state;
    const isFirst = before === INITIAL_STATE;
    if (isNarrowed || isFirst) legend?.update(state, shown);
    filters?.update(viewpoint);
    communities?.update(viewpoint);
    nothing.hidden = shown.entities.size > 0 || model.network.entities.length === 0;
    if (isNarrowed || isFirst) sayHidden(drawn);
    timeline?.update(state);
    table?.update(state, shown);
    bar?.update(viewpoint, shown);
    element.classList.toggle("is-table", viewpoint.view === "table");
    if (isNarrowed || isFirst || panelKey(viewpoint) !== panelKey(before.viewpoint))
      side?.update(state, shown);
  }

  function scene(): Scene {
    const { state } = store;
    return {
      shown: drawn,
      lit: litFrom(model, state, shown),
      color: state.viewpoint.color,
      covered: covered(),
    };
  }

  listenToKeys({
    Escape: () => bar?.closeMenu() || (side?.close() && leave()),
    "/": finder?.focus,
    t:
      table &&
      (() => {
        store.update((state) => change(state, { view: state.viewpoint.view === "map" ? "table" : "map" }));
        toView();
      }),
    f: bar && (() => toggleFullscreen(element)),
    "?": bar?.toggleKeys,
    "[": () => timeline?.step(-1),
    "]": () => timeline?.step(1),
    "+": () => stage?.view.zoom("in"),
    "=": () => stage?.view.zoom("in"),
    "-": () => stage?.view.zoom("out"),
    "0": () => stage?.view.showAll(covered()),
  });

  update(store.state, INITIAL_STATE);
  store.subscribe(update);
  if (model.network.entities.length === 0) return;
  const events = {
    onHover: (id: string | undefined) => store.update((state) => hover(state, id)),
    onPick: (id: string | undefined) => {
      if (!isStory) store.update((state) => select(state, id));
      else if (id !== undefined) openNetwork(id);
    },
    onCamera: (at: Viewpoint["at"], isReader: boolean) => {
      if (isReader) store.update((state) => change(state, { at }));
    },
  };
  stage = await mountStage(stageElement, model, events, covered);
  stage.show(scene());
  aim(stage, model, store.state, shown, covered, stageElement);
}

/** What of a viewpoint decides which claims are shown. */
function filterKey({
  at,
  view,
  sort,
  color,
  route,
  alternative,
  onlyConfirmed,
  forward,
  select: id,
  ...rest
}: Viewpoint) {
  return JSON.stringify([rest, rest.within && id]);
}

const panelKey = ({
  select: id,
  within,
  route,
  alternative,
  onlyConfirmed,
  forward,
  source,
  lens,
}: Viewpoint) => JSON.stringify([id, within, route, alternative, onlyConfirmed, forward, source, lens]);

/** The search is made when it is first asked for: its code, and the index. */
function searchOnce(model: PageModel): () => Promise<Search> {
  let search: Promise<Search> | undefined;
  return () => {
    search ??= import("./search.ts").then(({ createSearch }) => createSearch(model));
    return search;
  };
}

function toggleFullscreen(element: HTMLElement): void {
  if (document.fullscreenElement === null) void element.requestFullscreen?.();
  else void document.exitFullscreen();
}

function find(element: HTMLElement, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

/** What the stage says while the filters leave nothing. */
function emptyNotice(stage: HTMLElement, { words }: PageModel, store: Store): HTMLElement {
  const { empty, clear } = words.messages.app.stage;
  const notice = document.createElement("p");
  notice.className = "stage-empty";
  notice.hidden = true;
  notice.textContent = `${empty} `;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = clear;
  button.addEventListener("click", () => store.update(clearFilters));
  notice.append(button);
  stage.append(notice);
  return notice;
}

/** What the stage says while there is more than a map can hold. */
function hiddenNotice(stage: HTMLElement, { words: { say, messages } }: PageModel): (drawn: Drawn) => void {
  const { hidden, linesOf } = messages.app.stage;
  const notice = document.createElement("p");
  notice.className = "stage-hidden";
  notice.hidden = true;
  stage.append(notice);
  return ({ part }) => {
    notice.hidden = part === undefined;
    if (part === undefined) return;
    const { drawn, all } = part;
    notice.textContent = say(hidden, {
      entities: say(messages.app.bar.entitiesOf, { some: drawn.entities, n: all.entities }),
      lines: say(linesOf, { some: drawn.lines, n: all.lines }),
    });
  };
}

/** A live region, which a screen reader speaks. */
function announcer(element: HTMLElement): (text: string) => void {
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.id = "announcer";
  status.setAttribute("role", "status");
  element.append(status);
  return (text) => {
    status.textContent = text;
  };
}
