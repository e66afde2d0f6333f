/** Who did what to whom, among those of whom most is claimed: a table with a number wherever there is a claim. */
import { type Html, html } from "../../shared/html.ts";
import { pagePath, pairPath } from "../../shared/paths.ts";
import { compareText } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { pairBetween } from "../pairs.ts";
import { overviewPage } from "../parts/overview.ts";
import { entityName, type Site } from "../site.ts";

const ADDRESS = "matrix/";
const ROOT = rootFrom(ADDRESS);
const LIMIT = 30;

export function matrixPage(site: Site): string {
  const groups = chosenGroups(site);
  const ids = groups.flat();
  const claims = claimsAmong(site, ids);
  const { graph } = site.analysis;
  const touched = graph.filterNodes((id) => graph.degree(id) > 0).length;
  const { messages, say } = site.words;
  const { shell, common, matrix: said } = messages;
  const who = say(ids.length < touched ? said.foremost : common.entities, { n: ids.length });
  return overviewPage(site, {
    name: "matrix",
    address: ADDRESS,
    title: shell.matrix,
    summary: say(said.summary, { who }),
    section: "edges",
    isWide: true,
    body: ids.length === 0 ? html`<p class="empty">${said.none}</p>\n` : table(site, groups, claims),
  });
}

/** Some of those who stand together, the one with most lines first. */
type Group = readonly string[];

/** Those with most lines, by community, the largest first; who is the only one of a community comes last, with others. */
function chosenGroups(site: Site): Group[] {
  const { graph, communities } = site.analysis;
  const chosen = graph
    .filterNodes((id) => graph.degree(id) > 0)
    .sort((a, b) => graph.degree(b) - graph.degree(a) || compareText(a, b))
    .slice(0, LIMIT);
  const found = new Map<number | undefined, string[]>();
  for (const id of chosen) {
    const community = communities.get(id);
    const group = found.get(community);
    if (group === undefined) found.set(community, [id]);
    else group.push(id);
  }
  const groups = [...found.values()];
  const weightOf = (group: Group) => group.reduce((sum, id) => sum + graph.degree(id), 0);
  const together = groups.filter(({ length }) => length > 1).sort((a, b) => weightOf(b) - weightOf(a));
  const alone = groups.filter(({ length }) => length === 1).flat();
  return alone.length > 0 ? [...together, alone] : together;
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

function table(site: Site, groups: readonly Group[], cells: Cells): Html {
  const ids = groups.flat();
  const firsts = new Set(groups.slice(1).map(([first]) => first));
  const link = (id: string) =>
    html`<a href="${ROOT}${pagePath("entity", id)}"><bdi>${entityName(site, id)}</bdi></a>`;
  const first = (id: string) => firsts.has(id) && " is-first";
  return html`<section class="matrix" aria-label="${site.words.messages.matrix.table}" tabindex="0">
<table>
<thead>
<tr><td></td>${ids.map((id) => html`<th scope="col" class="name${first(id)}">${link(id)}</th>`)}</tr>
</thead>
<tbody>
${ids.map((from) => html`<tr${firsts.has(from) && html` class="is-first"`}><th scope="row">${link(from)}</th>${ids.map((to) => cellOf(site, from, to, cells.get(from)?.get(to), first(to)))}</tr>\n`)}</tbody>
</table>
</section>
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
  const { messages, say, number } = site.words;
  const names = { from: entityName(site, from), to: entityName(site, to) };
  const label = say(messages.matrix.cell, { n: claims.size, ...names });
  return html`<td class="cell heat-${heat}${own}${first}"><a href="${ROOT}${address}" aria-label="${label}">${number(claims.size)}</a></td>`;
}
