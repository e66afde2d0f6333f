/**
 * A search box: an editable combobox with a list, after the ARIA Authoring Practices Guide. Arrow keys move through
 * the list, Enter chooses, Escape closes and then clears.
 */
import { type Html, html } from "../shared/html.ts";
import type { SharedWords } from "../shared/words/words.ts";
import type { Found, Search } from "./search.ts";

export interface FinderOptions {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly words: SharedWords;
  /** What the box holds at first. */
  readonly value?: string;
  /** The search, made when it is first asked for. */
  readonly search: () => Promise<Search>;
  readonly accepts?: (found: Found) => boolean;
  readonly onChoose: (found: Found) => void;
}

export interface Finder {
  focus(): void;
}

const SHOWN = 12;

export function mountFinder(element: HTMLElement, options: FinderOptions): Finder {
  const { id, label, words, value = "", accepts = () => true, onChoose } = options;
  const { finder } = words.messages.app;
  element.innerHTML = html`<label for="${id}-input">${label}</label>
<input id="${id}-input" type="text" value="${value}" role="combobox" aria-expanded="false" aria-controls="${id}-list" aria-autocomplete="list" autocomplete="off" spellcheck="false">
<ul id="${id}-list" role="listbox" aria-label="${finder.matches}" hidden></ul>
<p class="visually-hidden" role="status"></p>`.markup;
  const input = element.querySelector("input") as HTMLInputElement;
  const list = element.querySelector("ul") as HTMLUListElement;
  const status = element.querySelector("[role=status]") as HTMLElement;
  let matches: readonly Found[] = [];
  let active = -1;

  async function show(): Promise<void> {
    const query = input.value;
    if (query.trim() === "") return close();
    const search = await options.search();
    const update = () => {
      if (input.value !== query || document.activeElement !== input) return;
      matches = search
        .find(query, SHOWN * 4)
        .filter(accepts)
        .slice(0, SHOWN);
      active = matches.length > 0 ? 0 : -1;
      list.innerHTML =
        html`${matches.map((match, i) => option(match, `${id}-option-${i}`))}${matches.length === 0 && html`<li class="no-match" role="option" aria-disabled="true" aria-selected="false">${finder.none}</li>`}`.markup;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      status.textContent = words.say(finder.found, { n: matches.length });
      mark();
    };
    update();
    await search.ready;
    update();
  }

  function mark(): void {
    for (const [i, each] of [...list.children].entries())
      each.setAttribute("aria-selected", String(i === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${id}-option-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function close(): void {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function choose(index: number): void {
    const match = matches[index];
    if (match === undefined) return;
    input.value = match.name;
    close();
    onChoose(match);
  }

  function move(step: number): void {
    if (list.hidden) void show();
    else if (matches.length > 0) {
      active = (active + step + matches.length) % matches.length;
      mark();
    }
  }

  input.addEventListener("input", () => void show());
  input.addEventListener("focus", () => {
    input.select();
    void options.search();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") list.hidden ? void show() : choose(active);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Escape" && input.value !== "") input.value = "";
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // A press on the list must not take the focus away before it is chosen from.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = (event.target as Element).closest("[data-id]");
    if (chosen !== null) choose([...list.children].indexOf(chosen));
  });
  return { focus: () => input.focus() };
}

function option({ id, kind, name, note, type }: Found, elementId: string): Html {
  const sign =
    kind === "entity"
      ? html`<span class="swatch" data-entity-type="${type}"></span>`
      : kind === "claim"
        ? html`<span class="line-swatch" data-edge-type="${type}"></span>`
        : html`<span class="source-sign" aria-hidden="true"></span>`;
  return html`<li id="${elementId}" role="option" data-id="${id}">${sign}<bdi>${name}</bdi><span class="option-note">${note}</span></li>`;
}
