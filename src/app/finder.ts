/**
 * The search box: an editable combobox with a list, after the ARIA Authoring Practices Guide. Arrow keys move through
 * the list, Enter chooses, Escape closes and then clears, `/` anywhere on the page comes here.
 */
import { html } from "../shared/html.ts";
import type { NetworkEntity } from "../shared/network.ts";

export interface Finder {
  readonly search: (query: string) => readonly NetworkEntity[];
  readonly onChoose: (entity: NetworkEntity) => void;
}

export function mountFinder(element: HTMLElement, { search, onChoose }: Finder): void {
  element.innerHTML = html`<label for="finder-input">Find a person, body, place or event</label>
<input id="finder-input" type="text" role="combobox" aria-expanded="false" aria-controls="finder-list" aria-autocomplete="list" autocomplete="off" spellcheck="false">
<ul id="finder-list" role="listbox" aria-label="Matches" hidden></ul>
<p class="visually-hidden" role="status"></p>`.markup;
  element.hidden = false;
  const input = element.querySelector("input") as HTMLInputElement;
  const list = element.querySelector("ul") as HTMLUListElement;
  const status = element.querySelector("[role=status]") as HTMLElement;
  let matches: readonly NetworkEntity[] = [];
  let active = -1;

  function show(): void {
    matches = input.value.trim() === "" ? [] : search(input.value);
    active = matches.length > 0 ? 0 : -1;
    const isOpen = input.value.trim() !== "";
    list.innerHTML = html`${matches.map(
      ({ name, type, description, id }, i) =>
        html`<li id="finder-option-${i}" role="option" data-id="${id}" data-entity-type="${type.id}"><span class="swatch"></span><bdi>${name}</bdi><span class="option-note">${description ?? type.label}</span></li>`,
    )}${matches.length === 0 && html`<li class="no-match" role="option" aria-disabled="true">Nothing has a name like that</li>`}`.markup;
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    status.textContent = isOpen ? `${matches.length} found` : "";
    mark();
  }

  function mark(): void {
    for (const [i, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(i === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `finder-option-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function close(): void {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index: number): void {
    const entity = matches[index];
    if (entity === undefined) return;
    input.value = entity.name;
    close();
    onChoose(entity);
  }

  function move(step: number): void {
    if (list.hidden) show();
    else if (matches.length > 0) {
      active = (active + step + matches.length) % matches.length;
      mark();
    }
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") list.hidden ? show() : choose(active);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Escape") input.value = "";
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // A press on the list must not take the focus away before it is chosen from.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = (event.target as Element).closest("[data-id]");
    if (option !== null) choose([...list.children].indexOf(option));
  });
  document.addEventListener("keydown", (event) => {
    const isTyping =
      event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}
