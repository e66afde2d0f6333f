/** The graph in figures: what there is, who matters in it and in what sense, and what it rests on. */
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import type { Edge } from "../../shared/records.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { compareText, count } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { linksTo, linkTo } from "../parts/claim.ts";
import { type Bar, barTable, cappedList, overviewPage } from "../parts/overview.ts";
import { entityName, type Site } from "../site.ts";
import { restingOnOne } from "../witnesses.ts";

const ADDRESS = "statistics/";
const ROOT = rootFrom(ADDRESS);

export function statisticsPage(site: Site, network: Network): string {
  const { entities, edges, sources } = site.content;
  return overviewPage(site, {
    address: ADDRESS,
    title: "Statistics",
    summary: `The graph in figures: ${count(entities.length, "entity", "entities")}, ${count(edges.length, "claim")}, ${count(sources.length, "source")}.`,
    body: html`${edges.length + entities.length === 0 ? html`<p class="empty">There is nothing to count yet.</p>\n` : html`${figures(site)}${centrality(site)}${evidence(site, network)}`}`,
  });
}

function figures(site: Site): Html {
  const { entities, edges, ontology } = site.content;
  const entityTypes = tally(entities.map(({ type }) => type));
  const edgeTypes = tally(edges.map(({ type }) => type));
  const statuses = tally(edges.map(({ status }) => status));
  const byEntityType = [...ontology.entityTypes.values()].map(({ id, plural }) => ({
    label: html`${plural}`,
    value: entityTypes.get(id) ?? 0,
    type: html`data-entity-type="${id}"`,
  }));
  const byEdgeType = [...ontology.edgeTypes.values()].map(({ id, label }) => ({
    label: html`${label}`,
    value: edgeTypes.get(id) ?? 0,
    type: html`data-edge-type="${id}"`,
  }));
  const byStatus = STATUSES.map((status) => ({
    label: html`${capitalised(status)}`,
    value: statuses.get(status) ?? 0,
  }));
  return html`<section aria-labelledby="figures-heading">
<h2 id="figures-heading">What there is</h2>
${tableOf("Entities by type", "Type", greatestFirst(byEntityType))}${tableOf("Claims by type", "Type", greatestFirst(byEdgeType))}${tableOf("Claims by status", "Status", greatestFirst(byStatus))}${years(edges)}</section>
`;
}

const ROWS_LIMIT = 20;

/** The first rows, and all others as one. */
function tableOf(caption: string, of: string, bars: readonly Bar[]): Html | false {
  if (bars.length === 0) return false;
  if (bars.length <= ROWS_LIMIT) return barTable(caption, of, bars);
  const others = bars.slice(ROWS_LIMIT);
  const value = others.reduce((sum, bar) => sum + bar.value, 0);
  const label = html`${others.length.toLocaleString("en-GB")} others together`;
  return barTable(caption, of, [...bars.slice(0, ROWS_LIMIT), { label, value }]);
}

/** Those that occur; a stable sort keeps the order of the ontology among equals. */
const greatestFirst = (bars: readonly Bar[]): Bar[] =>
  bars.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);

function tally(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const YEARS_LIMIT = 40;

/** By the year in which each begins: all years from the first to the last, or decades, or centuries. */
function years(edges: readonly Edge[]): Html | false {
  const starts = edges.flatMap(({ date }) => {
    const moment = date === undefined ? Number.NaN : Number.isFinite(date.min) ? date.min : date.max;
    return Number.isFinite(moment) ? [new Date(moment).getUTCFullYear()] : [];
  });
  if (starts.length === 0) return false;
  const [first, last] = starts.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  const step = [1, 10, 100, 1000].find((years) => (last - first) / years < YEARS_LIMIT - 1) ?? 10_000;
  const counts = tally(starts.map((year) => String(Math.floor(year / step) * step)));
  const bars: Bar[] = [];
  for (let year = Math.floor(first / step) * step; year <= last; year += step) {
    const label = step === 1 ? `${year}` : `${year} to ${year + step - 1}`;
    bars.push({ label: html`${label}`, value: counts.get(String(year)) ?? 0 });
  }
  const undated = edges.length - starts.length;
  if (undated > 0) bars.push({ label: html`Undated`, value: undated });
  return barTable("Claims by the year in which they begin", "Year", bars);
}

const PLACES = 10;

function centrality(site: Site): Html {
  const { graph, pagerank, betweenness, betweennessIsExact } = site.analysis;
  const degree = new Map(graph.mapNodes((id) => [id, graph.degree(id)] as const));
  const how = betweennessIsExact
    ? "Worked out exactly."
    : "Estimated from a sample of starting points, because the graph is large.";
  return html`<section aria-labelledby="centrality-heading">
<h2 id="centrality-heading">Who is in the middle</h2>
<p>Three measures of three things. They describe this graph, and so what its sources write about: not who has power in the world.</p>
${places(site, "PageRank", "High for those whom many claims point to, above all claims of those who are themselves pointed to.", pagerank, (value) => `${(value * 100).toFixed(1)} %`)}${places(site, "Betweenness", `High for those who lie on the shortest ways between others: without them, parts would come loose. ${how}`, betweenness, (value) => `${(value * 100).toFixed(1)} %`)}${places(site, "Degree", "How many lines touch it: a claim between one and one is one line, a joint act several.", degree, (value) => value.toLocaleString("en-GB"))}</section>
`;
}

function places(
  site: Site,
  name: string,
  meaning: string,
  values: ReadonlyMap<string, number>,
  write: (value: number) => string,
): Html {
  const top = [...values]
    .filter(([, value]) => value > 0)
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, PLACES);
  const bars = top.map(([id, value]) => {
    const entity = site.content.byId.get(id);
    return {
      label: entity === undefined ? html`${entityName(site, id)}` : linkTo(site, entity, ROOT),
      value,
      text: write(value),
    };
  });
  return html`<h3>${name}</h3>
<p class="measure">${meaning}</p>
${bars.length === 0 ? html`<p class="empty">Nobody stands out.</p>\n` : barTable(`The first ${bars.length} by ${name}`, "Entity", bars)}`;
}

const CLAIMS_LIMIT = 10;
const SOURCES_LIMIT = 20;

function evidence(site: Site, network: Network): Html {
  const single = restingOnOne(network);
  const share = network.claims.length === 0 ? 0 : Math.round((100 * single.length) / network.claims.length);
  const sources = site.content.sources
    .map((source) => ({ source, value: site.relations.citingClaims.get(source.id)?.length ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || compareText(a.source.id, b.source.id));
  return html`<section aria-labelledby="evidence-heading">
<h2 id="evidence-heading">What it rests on</h2>
<p>${single.length.toLocaleString("en-GB")} of ${count(network.claims.length, "claim")} that ${network.claims.length === 1 ? "stands" : "stand"} (${share} %) ${single.length === 1 ? "rests" : "rest"} on one independent source: were it wrong, nothing else would speak for them.</p>
${
  single.length > 0 &&
  html`${cappedList(single, CLAIMS_LIMIT, ({ id }) => linksTo(site, [id], ROOT))}<p class="to-network"><a href="${ROOT}help/#one-source">All that rest on one source</a></p>
`
}${
  sources.length > 0 &&
  barTable(
    sources.length > SOURCES_LIMIT
      ? `The ${SOURCES_LIMIT} sources with most claims, of ${sources.length}`
      : "Sources by claims",
    "Source",
    sources
      .slice(0, SOURCES_LIMIT)
      .map(({ source, value }) => ({ label: linkTo(site, source, ROOT), value })),
  )
}</section>
`;
}
