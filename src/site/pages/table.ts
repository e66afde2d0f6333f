/** All claims as one table, and the same as a file for spreadsheets. A script sorts and narrows it. */
import { ALL_COLUMNS, claimHeadings, claimRow, sourceLinks } from "../../shared/claim-table.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network, NetworkClaim } from "../../shared/network.ts";
import { pagePath, type RecordKind, TABLE_CSV, TABLE_SCRIPT } from "../../shared/paths.ts";
import { assetPath } from "../assets.ts";
import { rootFrom } from "../page.ts";
import { claimsFilter, networkAt } from "../parts/claims-filter.ts";
import { overviewPage } from "../parts/overview.ts";
import { PART_SIZE, type Part, pager } from "../parts/pager.ts";
import { leftOut } from "../parts/standing.ts";
import { wordsBlock } from "../parts/words-block.ts";
import type { Site } from "../site.ts";

/** The table begins with the newest, as the network’s claims do. */
const SORT = { by: "date", descending: true } as const;

export function tablePage(site: Site, network: Network, part: Part<NetworkClaim>): string {
  const root = rootFrom(part.address);
  const total = network.claims.length;
  const { mark, messages, say } = site.words;
  const { common, parts, shell, table: said } = messages;
  return overviewPage(site, {
    name: "table",
    address: part.address,
    title: shell.table,
    summary: say(said.summary, { claims: say(common.claims, { n: total }) }),
    section: "edges",
    isWide: true,
    part: part.number,
    head:
      total > 0
        ? html`${wordsBlock(site, ["common", "lists"])}<script type="module" src="${root}${assetPath(site, TABLE_SCRIPT)}"></script>\n`
        : undefined,
    body:
      total === 0
        ? html`<p class="empty">${parts.noClaims}</p>\n`
        : html`<p class="measure">${mark(said.file, { csv: html`<a href="${root}${TABLE_CSV}" download>${said.csv}</a>` })}</p>
${leftOut(site, root)}${claimsFilter(site, network)}${table(site, part, total, root)}`,
  });
}

function table(site: Site, part: Part<NetworkClaim>, total: number, root: string): Html {
  const hrefOf = (kind: RecordKind, id: string) => root + pagePath(kind, id);
  const { words } = site;
  const { common, lists, table: messages } = words.messages;
  const before = (part.number - 1) * PART_SIZE;
  const said =
    part.of === 1
      ? words.say(lists.all, { n: total })
      : words.say(messages.rows, {
          first: before + 1,
          last: before + part.items.length,
          claims: words.say(common.claims, { n: total }),
        });
  return html`<div class="claims-table"${networkAt(root)}>
<p class="tally" role="status">${said}</p>
<section class="table table-scroll" aria-label="${messages.label}" tabindex="0">
<table>
<thead>
${claimHeadings(ALL_COLUMNS, SORT, words, false)}
</thead>
<tbody>
${part.items.map((claim) => html`${claimRow(claim, { columns: ALL_COLUMNS, hrefOf, words, sources: () => sourceLinks(claim, hrefOf, words) })}\n`)}</tbody>
</table>
</section>
${pager(site, part, root)}</div>
`;
}
