/** All claims as one table, and the same as a file for spreadsheets. A script sorts and narrows it. */
import { ALL_COLUMNS, claimHeadings, claimRow, sourceLinks } from "../../shared/claim-table.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network, NetworkClaim } from "../../shared/network.ts";
import { pagePath, type RecordKind, TABLE_CSV, TABLE_SCRIPT } from "../../shared/paths.ts";
import { count } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { claimsFilter, networkAt } from "../parts/claims-filter.ts";
import { overviewPage } from "../parts/overview.ts";
import { PART_SIZE, type Part, pager } from "../parts/pager.ts";
import { leftOut } from "../parts/standing.ts";
import { wordsBlock } from "../parts/words-block.ts";
import type { Site } from "../site.ts";

const WORDS = {
  title: "Table",
  summary: (claims: string) => `Every claim that stands as a row of one table, newest first: ${claims}.`,
  none: "There are no claims yet.",
  table: "All claims",
  rows: (first: number, last: number, claims: string) => `Rows ${first} to ${last} of ${claims}.`,
  csv: "Download all as CSV",
  csvNote: "for spreadsheets; cells that would run as a formula begin with an apostrophe",
};

/** The table begins with the newest, as the network’s claims do. */
const SORT = { by: "date", descending: true } as const;

export function tablePage(site: Site, network: Network, part: Part<NetworkClaim>): string {
  const root = rootFrom(part.address);
  const total = network.claims.length;
  return overviewPage(site, {
    address: part.address,
    title: WORDS.title,
    summary: WORDS.summary(count(total, "claim")),
    section: "edges",
    isWide: true,
    part: part.number,
    head:
      total > 0
        ? html`${wordsBlock(site, ["common"])}<script type="module" src="${root}${TABLE_SCRIPT}"></script>\n`
        : undefined,
    body:
      total === 0
        ? html`<p class="empty">${WORDS.none}</p>\n`
        : html`<p class="measure"><a href="${root}${TABLE_CSV}" download>${WORDS.csv}</a>, ${WORDS.csvNote}.${leftOut(site, root)}</p>
${claimsFilter(site, network)}${table(site, part, total, root)}`,
  });
}

function table(site: Site, part: Part<NetworkClaim>, total: number, root: string): Html {
  const hrefOf = (kind: RecordKind, id: string) => root + pagePath(kind, id);
  const before = (part.number - 1) * PART_SIZE;
  const said =
    part.of === 1
      ? `${count(total, "claim")}.`
      : WORDS.rows(before + 1, before + part.items.length, count(total, "claim"));
  return html`<div class="claims-table"${networkAt(root)}>
<p class="tally" role="status">${said}</p>
<section class="table table-scroll" aria-label="${WORDS.table}" tabindex="0">
<table>
<thead>
${claimHeadings(ALL_COLUMNS, SORT, site.words, false)}
</thead>
<tbody>
${part.items.map((claim) => html`${claimRow(claim, { columns: ALL_COLUMNS, hrefOf, words: site.words, sources: () => sourceLinks(claim, hrefOf, site.words) })}\n`)}</tbody>
</table>
</section>
${pager(site, part, root)}</div>
`;
}
