/** The bar above the map: map or table, colours, what the filters leave, sharing, files, and the keys. */
import { type Html, html } from "../shared/html.ts";
import { KEYS } from "../shared/keys.ts";
import type { Viewpoint } from "../shared/viewpoint.ts";
import type { Plural } from "../shared/words/words.ts";
import { areKeysOn, turnKeys } from "./keys.ts";
import type { PageModel } from "./model.ts";
import { isFiltered, type Shown } from "./shown.ts";
import { change, clearFilters, type Store } from "./state.ts";

export const FILES = ["png", "svg", "csv", "gexf"] as const;
export type FileFormat = (typeof FILES)[number];

export interface BarEvents {
  readonly onSave: (format: FileFormat) => void;
  /** Both give what is to be shared for the state of this moment. */
  readonly addressNow: () => string;
  readonly embedNow: () => string;
  readonly onCopy: (text: string, said: string) => void;
  readonly onFullscreen: () => void;
}

export interface Bar {
  update(viewpoint: Viewpoint, shown: Shown): void;
  toggleKeys(): void;
  /** False where no menu is open. */
  closeMenu(): boolean;
}

export function mountBar(element: HTMLElement, model: PageModel, store: Store, events: BarEvents): Bar {
  const { bar, share, save, keys } = model.words.messages.app;
  element.innerHTML = html`<div class="bar-group" role="group" aria-label="${bar.view}">
<button type="button" data-view="map">${bar.map}</button><button type="button" data-view="table">${bar.table}</button>
</div>
<p class="bar-count"><span></span> <button type="button" class="bar-clear" hidden>${bar.clear}</button></p>
<label class="bar-color">${bar.color} <select><option value="type">${bar.byType}</option><option value="community">${bar.byCommunity}</option></select></label>
${menu("share", share.heading, html`<p><label for="share-link">${share.link}</label><input id="share-link" type="text" readonly></p><p><button type="button" data-copy="link">${share.copyLink}</button></p><p><label for="share-embed">${share.embed}</label><textarea id="share-embed" rows="3" readonly></textarea></p><p><button type="button" data-copy="embed">${share.copyCode}</button></p>`)}
${menu("save", save.heading, html`<ul>${FILES.map((format) => html`<li><button type="button" data-save="${format}">${save[format]}</button></li>`)}</ul>`)}
${menu("keys", keys.heading, html`<dl>${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${keys[what]}</dd></div>`)}</dl><p><label><input type="checkbox" class="keys-on"> ${keys.areOn}</label></p>`)}
<button type="button" class="bar-fullscreen">${bar.fullScreen}</button>`.markup;
  const one = <T extends Element>(selector: string) => element.querySelector(selector) as T;
  const color = one<HTMLSelectElement>(".bar-color select");
  const clear = one<HTMLButtonElement>(".bar-clear");
  const menus = [...element.querySelectorAll<HTMLElement>(".menu")].map((menu) => ({
    name: menu.dataset.menu,
    button: menu.querySelector("button") as HTMLButtonElement,
    body: menu.querySelector(".menu-body") as HTMLElement,
  }));

  function toggle(name: string | undefined): void {
    for (const menu of menus) {
      const isOpen = menu.name === name && menu.body.hidden;
      menu.body.hidden = !isOpen;
      menu.button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen && name === "share") {
        one<HTMLInputElement>("#share-link").value = events.addressNow();
        one<HTMLTextAreaElement>("#share-embed").value = events.embedNow();
      }
      if (isOpen) keepInView(menu.body);
    }
  }

  /** The focus that was in the menu, or nowhere, goes back to its button. */
  function closeMenu(): boolean {
    const open = menus.find(({ body }) => !body.hidden);
    if (open === undefined) return false;
    const { activeElement } = document;
    const isOwn = activeElement === document.body || open.body.contains(activeElement);
    toggle(undefined);
    if (isOwn) open.button.focus();
    return true;
  }

  element.addEventListener("click", (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>("[data-opens]");
    if (opener !== null) return toggle(opener.dataset.opens);
    const view = target.closest<HTMLElement>("[data-view]")?.dataset.view;
    if (view !== undefined)
      store.update((state) => change(state, { view: view === "table" ? "table" : "map" }));
    const format = FILES.find((each) => each === target.closest<HTMLElement>("[data-save]")?.dataset.save);
    if (format !== undefined) {
      events.onSave(format);
      closeMenu();
    }
    const copied = target.closest<HTMLElement>("[data-copy]")?.dataset.copy;
    if (copied === "link") events.onCopy(events.addressNow(), share.linkCopied);
    if (copied === "embed") events.onCopy(events.embedNow(), share.codeCopied);
  });
  // Whoever leaves a menu with the Tab key has done with it.
  element.addEventListener("focusout", ({ target, relatedTarget }) => {
    const menu = (target as Element).closest(".menu");
    if (menu !== null && relatedTarget instanceof Element && !menu.contains(relatedTarget)) toggle(undefined);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!(event.target as Element).closest?.(".menu")) toggle(undefined);
  });
  color.addEventListener("change", () =>
    store.update((state) => change(state, { color: color.value === "community" ? "community" : "type" })),
  );
  const keysOn = one<HTMLInputElement>(".keys-on");
  keysOn.checked = areKeysOn();
  keysOn.addEventListener("change", () => turnKeys(keysOn.checked));
  clear.addEventListener("click", () => store.update(clearFilters));
  one(".bar-fullscreen").addEventListener("click", events.onFullscreen);
  one<HTMLElement>(".bar-fullscreen").hidden = !document.fullscreenEnabled;

  return {
    update(viewpoint, shown) {
      for (const button of element.querySelectorAll<HTMLElement>("[data-view]"))
        button.setAttribute("aria-pressed", String(button.dataset.view === viewpoint.view));
      color.value = viewpoint.color;
      one(".bar-count span").textContent = countText(shown, model);
      clear.hidden = !isFiltered(viewpoint);
    },
    toggleKeys: () => toggle("keys"),
    closeMenu,
  };
}

function menu(name: string, label: string, body: Html): Html {
  return html`<div class="menu" data-menu="${name}"><button type="button" data-opens="${name}" aria-expanded="false" aria-controls="menu-${name}">${label}</button><div class="menu-body" id="menu-${name}" hidden>${body}</div></div>`;
}

/** Moves an opened menu to the left where it would stand out of the window. */
function keepInView(body: HTMLElement): void {
  body.style.left = "0";
  const { right } = body.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - 8);
  if (over > 0) body.style.left = `${-over}px`;
}

function countText({ claims, entities }: Shown, { network, words: { say, messages } }: PageModel): string {
  const { common, app } = messages;
  const of = (some: number, n: number, all: Plural, part: Plural) =>
    say(some === n ? all : part, { some, n });
  return say(app.bar.counts, {
    claims: of(claims.size, network.claims.length, common.claims, app.bar.claimsOf),
    entities: of(entities.size, network.entities.length, common.entities, app.bar.entitiesOf),
  });
}
