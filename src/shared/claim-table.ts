/** Claims as the rows of a table: on the page of all claims, and where the network page shows its claims as a table. */
import { type Html, html, join } from "./html.ts";
import type { NetworkClaim, NetworkEntity } from "./network.ts";
import type { RecordKind } from "./paths.ts";
import type { TableOrder } from "./viewpoint.ts";
import type { CommonWords } from "./words/words.ts";

/** What a table can be sorted by. */
export type ClaimOrder = TableOrder | "says";

export interface ClaimSort {
  readonly by: ClaimOrder;
  readonly descending: boolean;
}

/** The columns of the network page. */
export const NETWORK_COLUMNS = ["date", "who", "what", "whom", "status", "sources"] as const;
/** The columns of the page of all claims. */
export const ALL_COLUMNS = ["date", "who", "what", "whom", "status", "says", "sources"] as const;

/** The sort after a click on a column: the other way round, where it was sorted by that already. */
export function sortedAnew(sort: ClaimSort, by: ClaimOrder): ClaimSort {
  return { by, descending: by === sort.by ? !sort.descending : by === "date" };
}

/** The headings; with buttons that a script listens to, where there is one. */
export function claimHeadings(
  columns: readonly ClaimOrder[],
  sort: ClaimSort,
  { messages }: CommonWords,
  hasButtons = true,
): Html {
  return html`<tr>${columns.map((id) => {
    const isSorted = sort.by === id;
    const said = html`${messages.common.table[id]}<span aria-hidden="true">${isSorted && (sort.descending ? " ↓" : " ↑")}</span>`;
    return html`<th scope="col"${isSorted && html` aria-sort="${sort.descending ? "descending" : "ascending"}"`}>${hasButtons ? html`<button type="button" data-sort="${id}">${said}</button>` : said}</th>`;
  })}</tr>`;
}

export interface RowOptions {
  readonly columns: readonly ClaimOrder[];
  /** Where a record’s name leads to. */
  readonly hrefOf: (kind: RecordKind, id: string) => string;
  /** What stands in the column of sources. */
  readonly sources: (claim: NetworkClaim) => Html | string;
  readonly words: CommonWords;
  readonly isCurrent?: boolean;
}

/** A claim as a row. */
export function claimRow(
  claim: NetworkClaim,
  { columns, hrefOf, sources, words, isCurrent }: RowOptions,
): Html {
  const names = (entities: readonly NetworkEntity[]) =>
    words.listed(
      entities.map(({ id, name }) => html`<a href="${hrefOf("entity", id)}"><bdi>${name}</bdi></a>`),
    );
  const { undated, status } = words.messages.common;
  const cell = (column: ClaimOrder): Html => {
    switch (column) {
      case "date":
        return html`<td>${claim.date?.words ?? undated}</td>`;
      case "who":
        return html`<td>${names(claim.from)}</td>`;
      case "what":
        return html`<td><a href="${hrefOf("edge", claim.id)}"><span class="line-swatch" data-edge-type="${claim.type.id}"></span><bdi>${claim.title ?? claim.type.verb}</bdi></a></td>`;
      case "whom":
        return html`<td>${names(claim.to)}</td>`;
      case "status":
        return html`<td class="status">${status[claim.status]}</td>`;
      case "says":
        return html`<td>${names(claim.attributedTo)}</td>`;
      case "sources":
        return html`<td class="number">${sources(claim)}</td>`;
    }
  };
  return html`<tr data-row="${claim.id}"${isCurrent && html` aria-current="true"`}>
${join(columns.map(cell), "\n")}
</tr>`;
}

const SOURCES_SHOWN = 3;

/** The first sources that support a claim by their publishers, each a link, and how many more there are. */
export function sourceLinks(
  { sources }: NetworkClaim,
  hrefOf: RowOptions["hrefOf"],
  { mark, messages }: CommonWords,
): Html {
  const links = sources
    .slice(0, SOURCES_SHOWN)
    .map(
      ({ id, title, publisher }) =>
        html`<a href="${hrefOf("source", id)}" title="${title}"><bdi>${publisher ?? title}</bdi></a>`,
    );
  const first = join(links, ", ");
  const n = sources.length - links.length;
  return n === 0 ? first : mark(messages.common.andMore, { first, n });
}

/** The claims in another order; the undated last, ties by id. `witnesses` tells the number of independent sources. */
export function sortedClaims(
  claims: Iterable<NetworkClaim>,
  { by, descending }: ClaimSort,
  witnesses: (claim: NetworkClaim) => number,
  { locale, messages }: CommonWords,
): NetworkClaim[] {
  const sign = descending ? -1 : 1;
  const key = (claim: NetworkClaim): string | number => {
    switch (by) {
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
      case "says":
        return claim.attributedTo[0]?.name ?? "";
      case "sources":
        return witnesses(claim);
    }
  };
  const keyed = [...claims].map((claim) => ({ claim, key: key(claim) }));
  const collator = new Intl.Collator(locale);
  const compare = (a: string | number, b: string | number): number =>
    typeof a === "string" && typeof b === "string" ? collator.compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
  return keyed
    .sort((a, b) => sign * compare(a.key, b.key) || (a.claim.id < b.claim.id ? -1 : 1))
    .map(({ claim }) => claim);
}
