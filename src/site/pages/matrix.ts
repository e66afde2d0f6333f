/** Who did what to whom, among those of whom most is claimed: a table with a number wherever there is a claim. */
import { type Html, html } from "../../shared/html.ts";
import { pagePath, pairPath } from "../../shared/paths.ts";
import { compareText, count } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { pairBetween } from "../pairs.ts";
import { overviewPage } from "../parts/overview.ts";
import { entityName, type Site } from "../site.ts";

const ADDRESS = "matrix/";
const ROOT = rootFrom(ADDRESS);
const LIMIT = 30;

export function matrixPage(site: Site): string {
  const ids = chosenIds(site);
  const claims = claimsAmong(site, ids);
  const { graph } = site.analysis;
  const touched = graph.filterNodes((id) => graph.degree(id) > 0).length;
  const who =
    ids.length < touched
      ? `the ${ids.length} entities with most claims`
      : count(ids.length, "entity", "entities");
  return overviewPage(site, {
    address: ADDRESS,
    title: "Matrix",
    summary: `Who did what to whom among ${who}: the row acts, the column is acted on. Those that have much to do with one another stand together.`,
    section: "edges",
    isWide: true,
    body:
      ids.length === 0
        ? html`<p class="empty">Nobody does anything here yet.</p>\n`
        : table(site, ids, claims),
  });
}

/** Those with most lines; communities together, the largest first, and in each those with most lines first. */
function chosenIds(site: Site): string[] {
  const { graph, communities } = site.analysis;
  const most = (a: string, b: string) => graph.degree(b) - graph.degree(a) || compareText(a, b);
  const chosen = graph
    .filterNodes((id) => graph.degree(id) > 0)
    .sort(most)
    .slice(0, LIMIT);
  const weights = new Map<number | undefined, number>();
  for (const id of chosen) {
    const community = communities.get(id);
    weights.set(community, (weights.get(community) ?? 0) + graph.degree(id));
  }
  const weightOf = (id: string) => weights.get(communities.get(id)) ?? 0;
  return chosen.sort(
    (a, b) =>
      weightOf(b) - weightOf(a) || (communities.get(a) ?? 0) - (communities.get(b) ?? 0) || most(a, b),
  );
}

type Cells = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** The ids of claims, by actor and target; what has no direction is in both halves. */
function claimsAmong(site: Site, ids: readonly string[]): Cells {
  const cells = new Map(ids.map((id) => [id, new Map<string, Set<string>>()]));
  const add = (from: string, to: string, claim: string) => {
    const row = cells.get(from);
    if (row === undefined || !cells.has(to)) return;
    const cell = row.get(to) ?? new Set();
    row.set(to, cell.add(claim));
  };
  for (const id of ids) {
    site.analysis.graph.forEachOutEdge(id, (_, { claim, directed }, from, to) => {
      add(from, to, claim);
      if (!directed) add(to, from, claim);
    });
  }
  return cells;
}

function table(site: Site, ids: readonly string[], cells: Cells): Html {
  const { communities } = site.analysis;
  const isFirst = ids.map((id, i) => i > 0 && communities.get(id) !== communities.get(ids[i - 1] ?? ""));
  const link = (id: string) =>
    html`<a href="${ROOT}${pagePath("entity", id)}"><bdi>${entityName(site, id)}</bdi></a>`;
  const first = (i: number) => isFirst[i] === true && " is-first";
  return html`<div class="matrix" role="region" aria-label="Who did what to whom" tabindex="0">
<table>
<thead>
<tr><td></td>${ids.map((id, i) => html`<th scope="col" class="name${first(i)}">${link(id)}</th>`)}</tr>
</thead>
<tbody>
${ids.map((from, i) => html`<tr${isFirst[i] === true && html` class="is-first"`}><th scope="row">${link(from)}</th>${ids.map((to, j) => cellOf(site, from, to, cells.get(from)?.get(to), first(j)))}</tr>\n`)}</tbody>
</table>
</div>
`;
}

function cellOf(
  site: Site,
  from: string,
  to: string,
  claims: ReadonlySet<string> | undefined,
  first: string | false,
): Html {
  const own = from === to && " own";
  if (claims === undefined) return html`<td class="cell${own}${first}"></td>`;
  const [claim = ""] = claims;
  const hasPage = from !== to && (pairBetween(site, from, to)?.claims.length ?? 0) > 1;
  const address = hasPage
    ? pairPath(from, to)
    : claims.size === 1
      ? pagePath("edge", claim)
      : pagePath("entity", from);
  // A shade darker each time that the number doubles: 1, 2, 4, 8 and more.
  const heat = Math.min(4, 1 + Math.floor(Math.log2(claims.size)));
  const said = `${count(claims.size, "claim")}: ${entityName(site, from)} to ${entityName(site, to)}`;
  return html`<td class="cell heat-${heat}${own}${first}"><a href="${ROOT}${address}" aria-label="${said}">${claims.size}</a></td>`;
}
