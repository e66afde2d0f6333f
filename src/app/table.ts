/**
 * The same state as tables: every claim and entity that the filters leave, sortable, each a link that chooses it. The
 * way in for whoever reads with a keyboard or a screen reader.
 */
import { claimHeadings, claimRow, NETWORK_COLUMNS, sortedAnew, sortedClaims } from "../shared/claim-table.ts";
import { type Html, html } from "../shared/html.ts";
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import type { TableOrder } from "../shared/viewpoint.ts";
import type { Plural, SharedWords } from "../shared/words/words.ts";
import type { PageModel } from "./model.ts";
import type { Shown } from "./shown.ts";
import { change, type State, type Store, select } from "./state.ts";
import { untoldNotice } from "./untold.ts";

const PAGE = 100;

export interface Table {
  update(state: State, shown: Shown): void;
}

export function mountTable(
  element: HTMLElement,
  model: PageModel,
  store: Store,
  toDetails: () => void,
): Table {
  const { say, messages } = model.words;
  const { claims: claimCount, entities: entityCount } = messages.common;
  const { table } = messages.app;
  let rows = PAGE;
  let last: readonly [State, Shown] | undefined;

  element.addEventListener("click", (event) => {
    const target = event.target as Element;
    const sort = target.closest<HTMLElement>("[data-sort]")?.dataset.sort as TableOrder | undefined;
    if (sort !== undefined) {
      store.update((state) => {
        const { descending } = sortedAnew(state.viewpoint.sort, sort);
        return change(state, { sort: { by: sort, descending } });
      });
      element.querySelector<HTMLElement>(`[data-sort="${sort}"]`)?.focus();
    }
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    // From the keyboard, a link goes to the details: the way there is long, past all the rows.
    if (link !== null && event.detail === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      store.update((state) => select(state, decodeURIComponent(link.hash.slice(1))));
      toDetails();
    }
    if (target.closest("[data-action=more]") !== null && last !== undefined) {
      rows += PAGE * 10;
      render(...last);
    }
  });

  function render(state: State, shown: Shown): void {
    last = [state, shown];
    const telling = model.tell(shown.claims);
    if (telling === undefined) {
      fill(state, shown);
      return;
    }
    element.setAttribute("aria-busy", "true");
    const show = (failure?: Html) => {
      if (last?.[1] !== shown) return;
      element.removeAttribute("aria-busy");
      fill(last[0], shown);
      if (failure !== undefined) element.insertAdjacentHTML("afterbegin", failure.markup);
    };
    telling.then(
      () => show(),
      (error: unknown) => show(untoldNotice(error, model.words)),
    );
  }

  function fill(state: State, shown: Shown): void {
    const claims = sortedClaims(shown.claims, state.viewpoint.sort, model.witnesses, model.words);
    const entities = [...shown.entities].sort((a, b) => b.pagerank - a.pagerank || (a.id < b.id ? -1 : 1));
    element.innerHTML = html`<h2 id="table-claims">${say(claimCount, { n: claims.length })}</h2>
${claims.length === 0 && html`<p class="empty">${table.none}</p>`}
${
  claims.length > 0 &&
  html`<div class="table-scroll"><table aria-labelledby="table-claims">
<thead>${claimHeadings(NETWORK_COLUMNS, state.viewpoint.sort, model.words)}</thead>
<tbody>${claims.slice(0, rows).map((claim) => rowOf(claim, model, state))}</tbody>
</table></div>`
}
${more(claims.length - rows, model.words.messages.common.moreClaims, model.words)}
<h2 id="table-entities">${say(entityCount, { n: entities.length })}</h2>
${
  entities.length > 0 &&
  html`<div class="table-scroll"><table aria-labelledby="table-entities">
<thead><tr><th scope="col">${table.name}</th><th scope="col">${table.type}</th><th scope="col">${table.claims}</th></tr></thead>
<tbody>${entities.slice(0, rows).map((entity) => entityRow(entity, model, state, shown))}</tbody>
</table></div>`
}
${more(entities.length - rows, table.moreEntities, model.words)}`.markup;
  }

  return {
    update(state, shown) {
      const isTable = state.viewpoint.view === "table";
      element.hidden = !isTable;
      if (!isTable) {
        element.replaceChildren();
        last = undefined;
        rows = PAGE;
        return;
      }
      const [before] = last ?? [];
      const isSame =
        last?.[1] === shown && before?.viewpoint.sort === state.viewpoint.sort && before !== undefined;
      if (isSame) markChosen(element, state);
      else render(state, shown);
      last = [state, shown];
    },
  };
}

function markChosen(element: HTMLElement, { viewpoint }: State): void {
  for (const row of element.querySelectorAll<HTMLElement>("tr[data-row]"))
    row.toggleAttribute("aria-current", row.dataset.row === viewpoint.select);
}

function more(rest: number, message: Plural, { say }: SharedWords): Html | false {
  return (
    rest > 0 && html`<p><button type="button" data-action="more">${say(message, { n: rest })}</button></p>`
  );
}

function rowOf(claim: NetworkClaim, model: PageModel, { viewpoint }: State): Html {
  return claimRow(claim, {
    columns: NETWORK_COLUMNS,
    hrefOf: (_, id) => `#${encodeURIComponent(id)}`,
    sources: () => model.words.number(model.witnesses(claim)),
    words: model.words,
    isCurrent: viewpoint.select === claim.id,
  });
}

function entityRow(entity: NetworkEntity, model: PageModel, { viewpoint }: State, shown: Shown): Html {
  const claims = model.claimsOf(entity).filter((claim) => shown.claims.has(claim)).length;
  return html`<tr data-row="${entity.id}"${viewpoint.select === entity.id && html` aria-current="true"`}>
<td><a href="#${encodeURIComponent(entity.id)}"><span class="swatch" data-entity-type="${entity.type.id}"></span><bdi>${entity.name}</bdi></a></td>
<td>${entity.type.label}</td>
<td class="number">${model.words.number(claims)}</td>
</tr>`;
}
