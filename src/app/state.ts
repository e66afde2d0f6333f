/** What the reader is doing, as one value, and every way in which it changes. Nothing here touches the page. */

/** What is pinned: an entity or a claim, by id. */
export interface Selection {
  readonly kind: "entity" | "claim";
  readonly id: string;
}

export interface State {
  readonly selection: Selection | undefined;
  /** The entity under the pointer. */
  readonly hovered: string | undefined;
  /** Types that the legend has switched off. */
  readonly hiddenEntityTypes: ReadonlySet<string>;
  readonly hiddenEdgeTypes: ReadonlySet<string>;
}

export const INITIAL_STATE: State = {
  selection: undefined,
  hovered: undefined,
  hiddenEntityTypes: new Set(),
  hiddenEdgeTypes: new Set(),
};

export function select(state: State, selection: Selection | undefined): State {
  return { ...state, selection, hovered: undefined };
}

export function hover(state: State, hovered: string | undefined): State {
  return state.hovered === hovered ? state : { ...state, hovered };
}

export type FilterKind = "entity" | "edge";

/** Shows or hides the given types of one kind. */
export function setTypes(state: State, kind: FilterKind, types: readonly string[], isShown: boolean): State {
  const key = kind === "entity" ? "hiddenEntityTypes" : "hiddenEdgeTypes";
  const hidden = new Set(state[key]);
  for (const type of types) {
    if (isShown) hidden.delete(type);
    else hidden.add(type);
  }
  return { ...state, [key]: hidden };
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
