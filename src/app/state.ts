/** What the reader is doing, as one value, and every way in which it changes. Nothing here touches the page. */
import { PLAIN_VIEWPOINT, type Viewpoint } from "../shared/viewpoint.ts";

export interface State {
  /** What is shared with an address. */
  readonly viewpoint: Viewpoint;
  /** The id of the entity or claim under the pointer. */
  readonly hovered: string | undefined;
}

export const INITIAL_STATE: State = { viewpoint: PLAIN_VIEWPOINT, hovered: undefined };

/** Another viewpoint, as from an address or a story. */
export function look(viewpoint: Viewpoint): State {
  return { viewpoint, hovered: undefined };
}

/** Changes some of what is looked at. */
export function change(state: State, some: Partial<Viewpoint>): State {
  return { ...state, viewpoint: { ...state.viewpoint, ...some } };
}

/** Pins something, or lets go; letting go ends the focus on it. */
export function select(state: State, id: string | undefined): State {
  const within = id === undefined ? undefined : state.viewpoint.within;
  return { viewpoint: { ...state.viewpoint, select: id, within, at: undefined }, hovered: undefined };
}

export function hover(state: State, hovered: string | undefined): State {
  return state.hovered === hovered ? state : { ...state, hovered };
}

export type FilterKey = "hide" | "hideClaims" | "hideStatus";

/** Shows or hides types or statuses. */
export function setShown(state: State, key: FilterKey, names: readonly string[], isShown: boolean): State {
  const hidden = new Set(state.viewpoint[key]);
  for (const name of names) {
    if (isShown) hidden.delete(name);
    else hidden.add(name);
  }
  return change(state, { [key]: [...hidden].sort() });
}

/** Takes every filter off; the selection, the camera and the way of looking stay. */
export function clearFilters(state: State): State {
  const { hide, hideClaims, hideStatus, tag, source, publisher, lens, minSources } = PLAIN_VIEWPOINT;
  const { from, to, asOf, undated, within } = PLAIN_VIEWPOINT;
  const filters = { hide, hideClaims, hideStatus, tag, source, publisher, lens, minSources };
  return change(state, { ...filters, from, to, asOf, undated, within });
}

/** Keeps the current state and tells whoever listens of each new one. */
export interface Store {
  readonly state: State;
  update(change: (state: State) => State): void;
  subscribe(listener: (state: State, before: State) => void): void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners: ((state: State, before: State) => void)[] = [];
  return {
    get state() {
      return state;
    },
    update(change) {
      const before = state;
      state = change(before);
      if (state !== before) for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
