/** The panel as the page keeps it: what it shows, what its buttons do, and where the focus stays. */
import type { Html } from "../shared/html.ts";
import type { NetworkClaim } from "../shared/network.ts";
import { pagePath } from "../shared/paths.ts";
import type { Lens, Viewpoint } from "../shared/viewpoint.ts";
import { mountFinder } from "./finder.ts";
import { routesFrom } from "./lit.ts";
import type { PageModel } from "./model.ts";
import { panelContent, saidOf } from "./panel.ts";
import { routeContent, routeEnds } from "./route-panel.ts";
import type { Found, Search } from "./search.ts";
import type { Shown } from "./shown.ts";
import { change, INITIAL_STATE, type State, type Store, select } from "./state.ts";
import { untoldNotice } from "./untold.ts";
import { headingOf } from "./words.ts";

export interface Side {
  update(state: State, shown: Shown): void;
  /** Lets go of what is chosen; false where nothing is. */
  close(): boolean;
}

export interface SideOptions {
  readonly model: PageModel;
  readonly store: Store;
  readonly search: () => Promise<Search>;
  readonly announce: (text: string) => void;
  /** Gives the focus back to where the reader came from. */
  readonly leave: () => void;
  /** The panel has been filled later than the rest followed the state. */
  readonly onLate: () => void;
  /** The element that a dialog is put into. */
  readonly page: HTMLElement;
}

export function mountSide(
  panel: HTMLElement,
  { model, store, search, announce, leave, onLate, page }: SideOptions,
): Side {
  const { say, messages } = model.words;
  const { panel: words, route: routeWords } = messages.app;
  /** Of what all claims are listed, by its id. */
  let whole: string | undefined;
  let last: Shown | undefined;
  /** What the panel shows. */
  let before: State = INITIAL_STATE;
  let turn = 0;

  /** Shows the panel, once all has been told of the claims that it lists. */
  function update(state: State, shown: Shown): void {
    last = shown;
    const own = ++turn;
    const telling = model.tell(saidIn(state, shown));
    if (telling === undefined) {
      render(state, shown);
      return;
    }
    // The camera leaves room for it from the first.
    panel.hidden = false;
    panel.setAttribute("aria-busy", "true");
    const show = (failure?: Html) => {
      if (own !== turn) return;
      render(state, shown);
      if (failure !== undefined) panel.insertAdjacentHTML("afterbegin", failure.markup);
      onLate();
    };
    telling.then(
      () => show(),
      (error: unknown) => show(untoldNotice(error, model.words)),
    );
  }

  function saidIn(state: State, shown: Shown): NetworkClaim[] {
    const { select: id } = state.viewpoint;
    const subject = model.subject(id);
    if (subject !== undefined) return saidOf(subject, model, shown, id === whole);
    return (routesFrom(model, state, shown) ?? []).flatMap((route) => route.flatMap(({ claims }) => claims));
  }

  function render(state: State, shown: Shown): void {
    const { viewpoint } = state;
    panel.removeAttribute("aria-busy");
    const subject = model.subject(viewpoint.select);
    const isRoute = subject === undefined && viewpoint.route !== undefined;
    const isNew = viewpoint.select !== before.viewpoint.select || viewpoint.route !== before.viewpoint.route;
    const hasFocus = panel.contains(document.activeElement);
    const focused = hasFocus ? selectorOf(document.activeElement, isNew) : undefined;
    panel.hidden = subject === undefined && !isRoute;
    if (subject !== undefined)
      panel.innerHTML = panelContent(subject, model, state, shown, viewpoint.select === whole).markup;
    else if (isRoute) {
      panel.innerHTML = routeContent(model, state, routesFrom(model, state, shown)).markup;
      mountEnds(viewpoint);
    } else panel.replaceChildren();
    if (isNew) panel.scrollTop = 0;
    if (hasFocus && panel.hidden) leave();
    else if (focused !== undefined && !panel.contains(document.activeElement))
      (panel.querySelector<HTMLElement>(focused) ?? panel).focus({ preventScroll: true });
    if (isNew && subject !== undefined) announce(say(words.opened, { name: headingOf(subject, model) }));
    before = state;
  }

  /** The search boxes for the two ends of a connection. */
  function mountEnds({ route }: Viewpoint): void {
    const ends = routeEnds(model, route);
    for (const end of ["from", "to"] as const) {
      const box = panel.querySelector<HTMLElement>(`.finder[data-end=${end}]`);
      if (box === null) continue;
      const finder = mountFinder(box, {
        id: `route-${end}`,
        label: routeWords[end],
        words: model.words,
        value: ends[end]?.name,
        search,
        accepts: ({ kind }: Found) => kind === "entity",
        onChoose: ({ id }) => {
          const [from, to] = end === "from" ? [id, ends.to?.id ?? ""] : [ends.from?.id ?? "", id];
          store.update((state) => change(state, { route: `${from}--${to}`, alternative: 0 }));
        },
      });
      if (end === "to" && ends.to === undefined) finder.focus();
    }
  }

  function close(): boolean {
    const { select: id, route } = store.state.viewpoint;
    if (id !== undefined) store.update((state) => select(state, undefined));
    else if (route !== undefined)
      store.update((state) => change(state, { route: undefined, alternative: 0 }));
    return (id ?? route) !== undefined;
  }

  panel.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-action]");
    if (button === null) return;
    const { id = "", steps, index, key, lens, source } = button.dataset;
    switch (button.dataset.action) {
      case "close":
        close();
        break;
      case "focus": {
        const within = ([1, 2, 3] as const).find((each) => String(each) === steps);
        store.update((state) => change(state, { within, at: undefined }));
        break;
      }
      case "connect":
        store.update((state) => change(select(state, undefined), { route: `${id}--`, alternative: 0 }));
        break;
      case "alternative":
        store.update((state) => change(state, { alternative: Number(index) }));
        break;
      case "route-option": {
        const option = key === "forward" ? "forward" : "onlyConfirmed";
        store.update((state) => change(state, { [option]: !state.viewpoint[option], alternative: 0 }));
        break;
      }
      case "lens":
        store.update((state) => change(state, lensChange(lens as Lens | "", source)));
        break;
      case "whole":
        whole = store.state.viewpoint.select;
        if (last !== undefined) update(store.state, last);
        announce(words.allListed);
        break;
      case "cite":
        void cite(model.claim(id));
        break;
    }
  });

  async function cite(claim: NetworkClaim | undefined): Promise<void> {
    if (claim === undefined) return;
    const { citationDialog } = await import("./export/citation-dialog.ts");
    const url = new URL(model.root + pagePath("edge", claim.id), location.origin + location.pathname).href;
    const site = document.querySelector("h1")?.textContent ?? document.title;
    citationDialog(page, claim, model, { site, url }, announce);
  }

  return { update, close };
}

function lensChange(lens: Lens | "", source: string | undefined): Partial<Viewpoint> {
  return { source: lens === "" ? undefined : source, publisher: undefined, lens: lens || "supports" };
}

/** Finds a control again after the panel was written anew; a link has led to what now has the heading. */
function selectorOf(element: Element | null, isNew: boolean): string | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  const { action, steps, lens, index, key } = element.dataset;
  if (element.id !== "" && element !== element.closest(".panel")) return `#${CSS.escape(element.id)}`;
  if (action === undefined && element instanceof HTMLAnchorElement && !isNew)
    return `a[href="${CSS.escape(element.getAttribute("href") ?? "")}"]`;
  if (action === undefined) return "h2";
  const more = Object.entries({ steps, lens, index, key }).find(([, value]) => value !== undefined);
  return `[data-action="${action}"]${more === undefined ? "" : `[data-${more[0]}="${more[1]}"]`}`;
}
