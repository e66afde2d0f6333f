/** The page of all claims in time: zooms and narrows the drawing and the list, and keeps both in the address. */
import { daysInWords } from "../shared/calendar.ts";
import type { Network, NetworkClaim } from "../shared/network.ts";
import { type TimeWindow, timelinePicture, wholeWindow } from "../shared/timeline-picture.ts";
import { drawingInWords } from "../shared/timeline-words.ts";
import type { CommonMessages } from "../shared/words/words.ts";
import { explainFailure, networkOnce } from "./claims-file.ts";
import { type ClaimsFilter, claimsFinder, mountFilterFields } from "./claims-filter.ts";
import { foundList } from "./time-found.ts";
import { listenToGestures } from "./time-gestures.ts";
import { addressOf, stateIn, type TimeState } from "./time-state.ts";
import { moved, within, zoomed } from "./time-window.ts";
import { readWords } from "./words.ts";

const WORDS = { keys: "Claims in time: the arrow keys move, plus and minus zoom, 0 shows all" };

const PAGE = 200;
/** Browsers take so many changes of the address and no more; a drag makes one a frame. */
const PAUSE = 250;

const element = document.querySelector<HTMLElement>(".time");
if (element !== null) mountTimelinePage(element);

function mountTimelinePage(page: HTMLElement): void {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const [plot, said, list] = [".time-plot", ".time-count", ".time-list"].map(find);
  if (!plot || !said || !list) return;
  const load = networkOnce(page);
  const root = page.dataset.root ?? "../";
  const words = readWords<CommonMessages>();
  const plain = { plot: plot.innerHTML, said: said.textContent, list: [...list.childNodes] };
  let state = stateIn(location.search);
  let limit = PAGE;
  let search: ((filter: ClaimsFilter) => readonly NetworkClaim[]) | undefined;

  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", WORDS.keys);

  function change(next: Partial<TimeState>): void {
    state = { ...state, ...next };
    limit = PAGE;
    keepAddress();
    update();
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  function keepAddress(): void {
    waiting ??= setTimeout(writeAddress, PAUSE);
  }
  function writeAddress(): void {
    clearTimeout(waiting);
    waiting = undefined;
    history.replaceState(null, "", addressOf(state) || location.pathname);
  }

  function update(): void {
    const isPlain = addressOf(state) === "";
    if (!isPlain) return void load().then(show, (error) => explainFailure(page, error));
    draw({ plot: plain.plot, said: plain.said });
    mark(undefined, undefined);
    list?.replaceChildren(...plain.list);
  }

  function draw(next: { readonly plot: string; readonly said: string | null }): void {
    if (plot) plot.innerHTML = next.plot;
    if (said) said.textContent = next.said;
  }

  function show(network: Network): void {
    if (!list || addressOf(state) === "") return;
    search ??= claimsFinder(network.claims, words);
    const whole = wholeWindow(network.claims);
    if (whole === undefined) return;
    const { filter } = state;
    const window = state.window && within(state.window, whole);
    const passing = search(filter);
    const seen = window ?? whole;
    const picture = timelinePicture(passing, seen, { types: network.edgeTypes, frame: { root, words } });
    const span = daysInWords(seen.first, seen.last, window === undefined ? "month" : "day", words.locale);
    draw({ plot: picture.svg.markup, said: `${span}: ${drawingInWords(picture)}` });
    mark(window, whole);
    list.innerHTML = foundList({ network, filter, passing, window, root, words }, limit).markup;
  }

  /** Which buttons can do something. */
  function mark(window: TimeWindow | undefined, whole: TimeWindow | undefined): void {
    const able: Record<string, boolean> = {
      zoomIn: true,
      zoomOut: window !== undefined,
      all: window !== undefined,
      earlier: window !== undefined && window.first > (whole?.first ?? 0),
      later: window !== undefined && window.last < (whole?.last ?? 0),
    };
    for (const button of page.querySelectorAll<HTMLButtonElement>("[data-time]")) {
      const isAble = able[button.dataset.time ?? ""] === true;
      // A button that has the focus keeps it, though there is nothing left for it to do.
      if (button === document.activeElement) button.setAttribute("aria-disabled", String(!isAble));
      else {
        button.removeAttribute("aria-disabled");
        button.disabled = !isAble;
      }
    }
  }

  function turn(step: (window: TimeWindow, whole: TimeWindow) => TimeWindow): void {
    void load().then(
      ({ claims }) => {
        const whole = wholeWindow(claims);
        if (whole === undefined) return;
        const window = (state.window && within(state.window, whole)) ?? whole;
        change({ window: within(step(window, whole), whole) });
      },
      (error) => explainFailure(page, error),
    );
  }

  const fields = mountFilterFields((filter) => change({ filter }));
  const gestures = {
    zoom: (factor: number, share?: number) => turn((window, whole) => zoomed(window, whole, factor, share)),
    move: (share: number) => turn((window, whole) => moved(window, whole, share)),
    showAll: () => change({ window: undefined }),
  };
  listenToGestures(plot, gestures);
  const buttons: Record<string, () => void> = {
    zoomIn: () => gestures.zoom(0.5),
    zoomOut: () => gestures.zoom(2),
    earlier: () => gestures.move(-0.5),
    later: () => gestures.move(0.5),
    all: gestures.showAll,
  };
  page.addEventListener("click", ({ target }) => {
    buttons[(target as Element).closest<HTMLElement>("[data-time]")?.dataset.time ?? ""]?.();
  });
  list.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("[data-action=more]") === null) return;
    const next = limit;
    limit += PAGE;
    void load().then((network) => {
      show(network);
      list.querySelectorAll<HTMLElement>(".claim-sentence a")[next]?.focus();
    });
  });
  addEventListener("popstate", () => {
    state = stateIn(location.search);
    fields.show(state.filter);
    update();
  });
  addEventListener("pagehide", () => waiting !== undefined && writeAddress());
  fields.show(state.filter);
  if (addressOf(state) !== "") update();
}
