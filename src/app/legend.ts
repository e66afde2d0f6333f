/** The legend as filters: a checkbox in each row, and how many are shown of how many. */
import type { Network } from "../shared/network.ts";
import type { Display } from "./display.ts";
import { NARROW } from "./screen.ts";
import type { FilterKind, State } from "./state.ts";

export interface LegendEvents {
  readonly onToggle: (kind: FilterKind, types: readonly string[], isShown: boolean) => void;
}

export interface Legend {
  update(state: State, display: Display): void;
}

interface Row {
  readonly kind: FilterKind;
  readonly type: string;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** Turns the printed legend into filters. */
export function mountLegend(
  element: HTMLDetailsElement,
  network: Network,
  { onToggle }: LegendEvents,
): Legend {
  const rows = [...element.querySelectorAll<HTMLElement>("[data-filter]")].flatMap((row) =>
    rowOf(row, onToggle),
  );
  for (const section of element.querySelectorAll("section"))
    section.append(allAndNone(section, rows, onToggle));
  if (matchMedia(NARROW).matches) element.open = false;
  return { update: (state, display) => updateRows(rows, network, state, display) };
}

function rowOf(element: HTMLElement, onToggle: LegendEvents["onToggle"]): Row[] {
  const [kind, type] = (element.dataset.filter ?? "").split(":");
  const name = element.querySelector<HTMLElement>(".legend-name");
  const count = element.querySelector<HTMLElement>(".legend-count");
  if ((kind !== "entity" && kind !== "edge") || type === undefined || name === null || count === null)
    return [];
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => onToggle(kind, [type], box.checked));
  name.replaceWith(label);
  label.append(box, name);
  return [{ kind, type, element, box, count }];
}

function allAndNone(section: Element, rows: readonly Row[], onToggle: LegendEvents["onToggle"]): HTMLElement {
  const own = rows.filter(({ element }) => section.contains(element));
  const paragraph = document.createElement("p");
  paragraph.className = "legend-all";
  const heading = section.querySelector("h2")?.textContent ?? "";
  for (const [word, isShown] of [
    ["All", true],
    ["None", false],
  ] as const) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.setAttribute("aria-label", `${heading}: ${word.toLowerCase()}`);
    const types = own.map(({ type }) => type);
    button.addEventListener("click", () => own[0] !== undefined && onToggle(own[0].kind, types, isShown));
    paragraph.append(button);
  }
  return paragraph;
}

function updateRows(rows: readonly Row[], network: Network, state: State, display: Display): void {
  const entities = tally(network.entities, (id) => display.entities.get(id) !== "hidden");
  const claims = tally(network.claims, (id) => display.claims.get(id) !== "hidden");
  for (const { kind, type, element, box, count } of rows) {
    const isOff = (kind === "entity" ? state.hiddenEntityTypes : state.hiddenEdgeTypes).has(type);
    const { shown, total } = (kind === "entity" ? entities : claims).get(type) ?? { shown: 0, total: 0 };
    box.checked = !isOff;
    element.classList.toggle("is-off", isOff);
    count.textContent = shown === total ? String(total) : `${shown} / ${total}`;
  }
}

function tally(records: readonly { id: string; type: { id: string } }[], isShown: (id: string) => boolean) {
  const counts = new Map<string, { shown: number; total: number }>();
  for (const { id, type } of records) {
    const count = counts.get(type.id) ?? { shown: 0, total: 0 };
    counts.set(type.id, { shown: count.shown + (isShown(id) ? 1 : 0), total: count.total + 1 });
  }
  return counts;
}
