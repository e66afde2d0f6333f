/** The page of all claims as a table: sorts and narrows them, over all parts of the table, and keeps both in the address. */
import {
  ALL_COLUMNS,
  type ClaimSort,
  claimHeadings,
  claimRow,
  sortedAnew,
  sortedClaims,
  sourceLinks,
} from "../shared/claim-table.ts";
import { html } from "../shared/html.ts";
import type { Network, NetworkClaim } from "../shared/network.ts";
import { pagePath, type RecordKind } from "../shared/paths.ts";
import { originsOf } from "../shared/support.ts";
import type { CommonWords, ListMessages } from "../shared/words/words.ts";
import { explainFailure, networkOnce } from "./claims-file.ts";
import {
  type ClaimsFilter,
  claimsFinder,
  filterIn,
  isFiltering,
  mountFilterFields,
  NO_FILTER,
  putFilter,
} from "./claims-filter.ts";
import { readWords } from "./words.ts";

/** As the table is without a script. */
const SORT: ClaimSort = { by: "date", descending: true };
const PAGE = 500;

interface TableState {
  readonly filter: ClaimsFilter;
  readonly sort: ClaimSort;
}

const element = document.querySelector<HTMLElement>(".claims-table");
if (element !== null) mountTablePage(element);

function mountTablePage(page: HTMLElement): void {
  const [head, body] = [page.querySelector("thead"), page.querySelector("tbody")];
  const tally = page.querySelector(".tally");
  if (head === null || body === null || tally === null) return;
  const pager = page.querySelector<HTMLElement>(".pager");
  const plain = { rows: [...body.children], tally: tally.textContent };
  const words = readWords<ListMessages>();
  const load = networkOnce(page, words);
  const root = page.dataset.root ?? "../";
  const more = document.createElement("p");
  more.className = "and-more";
  more.hidden = true;
  body.closest("section")?.after(more);
  let find: ((filter: ClaimsFilter) => readonly NetworkClaim[]) | undefined;
  let state: TableState = stateIn(location.search);
  let limit = PAGE;

  function change(next: Partial<TableState>): void {
    state = { ...state, ...next };
    limit = PAGE;
    history.replaceState(null, "", addressOf(state) || location.pathname);
    update();
  }

  function update(): void {
    const by = head?.querySelector<HTMLElement>("button:focus")?.dataset.sort;
    if (head !== null) head.innerHTML = claimHeadings(ALL_COLUMNS, state.sort, words).markup;
    if (by !== undefined) head?.querySelector<HTMLElement>(`[data-sort="${by}"]`)?.focus();
    const isPlain = addressOf(state) === "";
    if (pager !== null) pager.hidden = !isPlain;
    if (!isPlain) return void load().then(showFound, (error) => explainFailure(page, error, words));
    body?.replaceChildren(...plain.rows);
    if (tally !== null) tally.textContent = plain.tally;
    more.hidden = true;
  }

  function showFound({ claims }: Network): void {
    find ??= claimsFinder(claims, words);
    if (body === null || tally === null || addressOf(state) === "") return;
    const found = sortedClaims(
      find(state.filter),
      state.sort,
      (claim) => originsOf(claim.sources).size,
      words,
    );
    const shown = found.slice(0, limit);
    body.innerHTML = html`${shown.map((claim) => row(claim, root, words))}`.markup;
    tally.textContent = tallyOf(found.length, shown.length, claims.length);
    const rest = found.length - shown.length;
    more.hidden = rest === 0;
    more.innerHTML =
      html`<button type="button">${words.say(words.messages.common.moreClaims, { n: rest })}</button>`.markup;
  }

  function tallyOf(n: number, shown: number, all: number): string {
    const { lists } = words.messages;
    if (n === 0) return lists.none;
    if (shown < n) return words.say(lists.first, { shown, n });
    return isFiltering(state.filter) ? words.say(lists.found, { n, all }) : words.say(lists.all, { n });
  }

  const fields = mountFilterFields((filter) => change({ filter }));
  head.addEventListener("click", (event) => {
    const by = (event.target as Element).closest<HTMLElement>("[data-sort]")?.dataset.sort;
    const order = ALL_COLUMNS.find((column) => column === by);
    if (order !== undefined) change({ sort: sortedAnew(state.sort, order) });
  });
  more.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("button") === null) return;
    const next = limit;
    limit += PAGE;
    // The rows that were there stay what they are: the focus goes on at the first new one.
    void load().then((network) => {
      showFound(network);
      body.children[next]?.querySelector<HTMLElement>("a")?.focus();
    });
  });
  addEventListener("popstate", () => {
    state = stateIn(location.search);
    fields.show(state.filter);
    update();
  });
  fields.show(state.filter);
  update();
}

function row(claim: NetworkClaim, root: string, words: CommonWords) {
  const hrefOf = (kind: RecordKind, id: string) => root + pagePath(kind, id);
  return claimRow(claim, {
    columns: ALL_COLUMNS,
    hrefOf,
    words,
    sources: () => sourceLinks(claim, hrefOf, words),
  });
}

function stateIn(search: string): TableState {
  const parameters = new URLSearchParams(search);
  const [, minus, by] = /^(-?)(\w+)$/.exec(parameters.get("sort") ?? "") ?? [];
  const order = ALL_COLUMNS.find((column) => column === by);
  return {
    filter: filterIn(parameters),
    sort: order === undefined ? SORT : { by: order, descending: minus === "-" },
  };
}

/** `?text=austin&sort=-sources`; empty where the table is as it was. */
function addressOf({ filter, sort }: TableState): string {
  const parameters = new URLSearchParams();
  putFilter(parameters, isFiltering(filter) ? filter : NO_FILTER);
  if (sort.by !== SORT.by || sort.descending !== SORT.descending)
    parameters.set("sort", (sort.descending ? "-" : "") + sort.by);
  return parameters.size === 0 ? "" : `?${parameters}`;
}
