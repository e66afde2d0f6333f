/** The legend as filters: a checkbox in each row, how many are shown of how many, and “only” this one. */
import type { SharedWords } from "../shared/words/words.ts";
import type { PageModel } from "./model.ts";
import { NARROW } from "./screen.ts";
import type { Shown } from "./shown.ts";
import { type FilterKey, type State, type Store, setShown } from "./state.ts";

interface Row {
  readonly key: FilterKey;
  readonly name: string;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

export interface Legend {
  update(state: State, shown: Shown): void;
}

const KEYS = ["hide", "hideClaims", "hideStatus"] as const;

/** Turns the printed legend into filters. */
export function mountLegend(element: HTMLDetailsElement, model: PageModel, store: Store): Legend {
  const { words } = model;
  const rows = [...element.querySelectorAll<HTMLElement>("[data-filter]")].flatMap((row) =>
    rowOf(row, store),
  );
  for (const section of element.querySelectorAll("section")) {
    const own = rows.filter((row) => section.contains(row.element));
    const [first] = own;
    if (first === undefined) continue;
    const names = own.map(({ name }) => name);
    section.append(allAndNone(section, first.key, names, store, words));
    for (const row of own) row.count.before(only(row, names, store, words));
  }
  if (matchMedia(NARROW).matches) element.open = false;
  keepInOrder(element);
  return { update: (state, shown) => updateRows(rows, model, state, shown) };
}

/** On a narrow screen the legend stands below the map, for the eye and for the keyboard alike. */
function keepInOrder(element: HTMLElement): void {
  const side = element.parentElement;
  const main = side?.parentElement?.querySelector(".network-main");
  const narrow = matchMedia(NARROW);
  const place = () => (narrow.matches ? main?.after(element) : side?.append(element));
  narrow.addEventListener("change", place);
  place();
}

function rowOf(element: HTMLElement, store: Store): Row[] {
  const [first, name] = (element.dataset.filter ?? "").split(":");
  const key = KEYS.find((each) => each === first);
  const text = element.querySelector<HTMLElement>(".legend-name");
  const count = element.querySelector<HTMLElement>(".legend-count");
  if (key === undefined || name === undefined || text === null || count === null) return [];
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => store.update((state) => setShown(state, key, [name], box.checked)));
  text.replaceWith(label);
  label.append(box, text);
  return [{ key, name, element, box, count }];
}

function allAndNone(
  section: Element,
  key: FilterKey,
  names: readonly string[],
  store: Store,
  { say, messages }: SharedWords,
): HTMLElement {
  const { all, allOf, none, noneOf } = messages.app.legend;
  const paragraph = document.createElement("p");
  paragraph.className = "legend-all";
  const heading = section.querySelector("h2")?.textContent ?? "";
  for (const [word, wordOf, isShown] of [
    [all, allOf, true],
    [none, noneOf, false],
  ] as const) {
    const label = say(wordOf, { heading });
    paragraph.append(
      textButton(word, label, () => store.update((state) => setShown(state, key, names, isShown))),
    );
  }
  return paragraph;
}

function only(
  { key, name, element }: Row,
  names: readonly string[],
  store: Store,
  { say, messages }: SharedWords,
): HTMLElement {
  const { legend } = messages.app;
  const label = say(legend.onlyThis, { name: element.querySelector(".legend-name")?.textContent ?? name });
  const button = textButton(legend.only, label, () =>
    store.update((state) => setShown(setShown(state, key, names, false), key, [name], true)),
  );
  button.className = "legend-only";
  return button;
}

function textButton(text: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", onClick);
  return button;
}

function updateRows(
  rows: readonly Row[],
  { network, words: { number } }: PageModel,
  state: State,
  shown: Shown,
): void {
  const tallies = {
    hide: tally(network.entities, ({ type }) => type.id, shown.entities),
    hideClaims: tally(network.claims, ({ type }) => type.id, shown.claims),
    hideStatus: tally(network.claims, ({ status }) => status, shown.claims),
  };
  for (const { key, name, element, box, count } of rows) {
    const { seen, total } = tallies[key].get(name) ?? { seen: 0, total: 0 };
    const isOff = state.viewpoint[key].includes(name);
    box.checked = !isOff;
    element.classList.toggle("is-off", isOff);
    const text = seen === total ? number(total) : `${number(seen)} / ${number(total)}`;
    if (count.textContent !== text) count.textContent = text;
  }
}

function tally<T>(records: readonly T[], nameOf: (record: T) => string, shown: ReadonlySet<T>) {
  const counts = new Map<string, { seen: number; total: number }>();
  for (const record of records) {
    const name = nameOf(record);
    let count = counts.get(name);
    if (count === undefined) {
      count = { seen: 0, total: 0 };
      counts.set(name, count);
    }
    count.total++;
    if (shown.has(record)) count.seen++;
  }
  return counts;
}
