/**
 * The same state as tables: every claim and entity that the filters leave, sortable, each a link that chooses it. The
 * way in for whoever reads with a keyboard or a screen reader.
 */
import { type Html, html } from "../shared/html.ts";
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import { TABLE_ORDERS, type TableOrder } from "../shared/viewpoint.ts";
import type { Plural, SharedWords } from "../shared/words/words.ts";
import type { PageModel } from "./model.ts";
import type { Shown } from "./shown.ts";
import { change, type State, type Store, select } from "./state.ts";

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
        const { by, descending } = state.viewpoint.sort;
        return change(state, { sort: { by: sort, descending: by === sort ? !descending : sort === "date" } });
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
    const claims = sorted([...shown.claims], model, state);
    const entities = [...shown.entities].sort((a, b) => b.pagerank - a.pagerank || (a.id < b.id ? -1 : 1));
    element.innerHTML = html`<h2 id="table-claims">${say(claimCount, { n: claims.length })}</h2>
${claims.length === 0 && html`<p class="empty">${table.none}</p>`}
${
  claims.length > 0 &&
  html`<div class="table-scroll"><table aria-labelledby="table-claims">
<thead><tr>${TABLE_ORDERS.map((id) => heading(id, table[id], state))}</tr></thead>
<tbody>${claims.slice(0, rows).map((claim) => claimRow(claim, model, state))}</tbody>
</table></div>`
}
${more(claims.length - rows, table.moreClaims, model.words)}
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

function heading(id: TableOrder, label: string, { viewpoint: { sort } }: State): Html {
  const isSorted = sort.by === id;
  const direction = sort.descending ? "descending" : "ascending";
  return html`<th scope="col"${isSorted && html` aria-sort="${direction}"`}><button type="button" data-sort="${id}">${label}<span aria-hidden="true">${isSorted ? (sort.descending ? " ↓" : " ↑") : ""}</span></button></th>`;
}

function claimRow(claim: NetworkClaim, model: PageModel, { viewpoint }: State): Html {
  const { listed, number, messages } = model.words;
  const { undated, status } = messages.common;
  const names = (entities: readonly NetworkEntity[]) =>
    listed(entities.map(({ id, name }) => html`<a href="#${encodeURIComponent(id)}"><bdi>${name}</bdi></a>`));
  const witnesses = model.witnesses(claim);
  return html`<tr data-row="${claim.id}"${viewpoint.select === claim.id && html` aria-current="true"`}>
<td>${claim.date?.words ?? undated}</td>
<td>${names(claim.from)}</td>
<td><a href="#${encodeURIComponent(claim.id)}"><span class="line-swatch" data-edge-type="${claim.type.id}"></span>${claim.title ?? claim.type.verb}</a></td>
<td>${names(claim.to)}</td>
<td class="status">${status[claim.status]}</td>
<td class="number">${number(witnesses)}</td>
</tr>`;
}

function entityRow(entity: NetworkEntity, model: PageModel, { viewpoint }: State, shown: Shown): Html {
  const claims = model.claimsOf(entity).filter((claim) => shown.claims.has(claim)).length;
  return html`<tr data-row="${entity.id}"${viewpoint.select === entity.id && html` aria-current="true"`}>
<td><a href="#${encodeURIComponent(entity.id)}"><span class="swatch" data-entity-type="${entity.type.id}"></span><bdi>${entity.name}</bdi></a></td>
<td>${entity.type.label}</td>
<td class="number">${model.words.number(claims)}</td>
</tr>`;
}

function sorted(claims: NetworkClaim[], model: PageModel, { viewpoint: { sort } }: State): NetworkClaim[] {
  const { locale, messages } = model.words;
  const sign = sort.descending ? -1 : 1;
  const key = (claim: NetworkClaim): string | number => {
    switch (sort.by) {
      case "date":
        return claim.date?.first ?? sign * Number.POSITIVE_INFINITY;
      case "who":
        return claim.from[0]?.name ?? "";
      case "what":
        return claim.type.verb;
      case "whom":
        return claim.to[0]?.name ?? "";
      case "status":
        return messages.common.status[claim.status];
      case "sources":
        return model.witnesses(claim);
    }
  };
  const keyed = claims.map((claim) => ({ claim, key: key(claim) }));
  const collator = new Intl.Collator(locale);
  const compare = (a: string | number, b: string | number): number =>
    typeof a === "string" && typeof b === "string" ? collator.compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
  return keyed
    .sort((a, b) => sign * compare(a.key, b.key) || (a.claim.id < b.claim.id ? -1 : 1))
    .map(({ claim }) => claim);
}
