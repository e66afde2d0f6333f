/** Keeps the address in step with the viewpoint, and the viewpoint with the back and forward buttons. */
import { addressOf, type Viewpoint, viewpointIn } from "../shared/viewpoint.ts";
import { look, type Store } from "./state.ts";

/** Browsers take so many changes of the address and no more; a drag makes one a frame. */
const PAUSE = 250;

/** A new choice is a new entry of the history; everything else changes the entry that is there. */
export function keepHistory(store: Store): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  const write = (viewpoint: Viewpoint) => {
    clearTimeout(waiting);
    waiting = undefined;
    history.replaceState(null, "", addressOf(viewpoint) || location.pathname);
  };
  store.subscribe(({ viewpoint }, before) => {
    if (isReading || viewpoint === before.viewpoint) return;
    if (isNewChoice(viewpoint, before.viewpoint)) {
      if (waiting !== undefined) write(before.viewpoint);
      history.pushState(null, "", addressOf(viewpoint) || location.pathname);
    } else {
      waiting ??= setTimeout(() => write(store.state.viewpoint), PAUSE);
    }
  });
  addEventListener("popstate", () => {
    clearTimeout(waiting);
    waiting = undefined;
    isReading = true;
    store.update(() => look(viewpointIn(location)));
    isReading = false;
  });
  addEventListener("pagehide", () => {
    if (waiting !== undefined) write(store.state.viewpoint);
  });
}

const isNewChoice = (a: Viewpoint, b: Viewpoint): boolean =>
  a.select !== b.select || a.route !== b.route || a.view !== b.view;
