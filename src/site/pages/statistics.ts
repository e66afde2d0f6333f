/** The graph in figures: what there is, who matters in it and in what sense, and what it rests on. */
import { degreesOf, foremost, tally } from "../../graph/figures.ts";
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import { STATUSES } from "../../shared/schema.ts";
import { capitalised } from "../../shared/sentence.ts";
import { compareText } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { linksTo, linkTo } from "../parts/claim.ts";
import { type Bar, barTable, cappedList, overviewPage } from "../parts/overview.ts";
import { entityName, type Site } from "../site.ts";
import { restingOnOne } from "../witnesses.ts";

const ADDRESS = "statistics/";
const ROOT = rootFrom(ADDRESS);

export function statisticsPage(site: Site, network: Network): string {
  const { entities, edges, sources } = site.content;
  const { messages, say } = site.words;
  const { shell, common, statistics: said } = messages;
  return overviewPage(site, {
    name: "statistics",
    address: ADDRESS,
    title: shell.statistics,
    summary: say(said.summary, {
      entities: say(common.entities, { n: entities.length }),
      claims: say(common.claims, { n: edges.length }),
      sources: say(common.sources, { n: sources.length }),
    }),
    body: html`${edges.length + entities.length === 0 ? html`<p class="empty">${said.nothing}</p>\n` : html`${figures(site)}${centrality(site)}${evidence(site, network)}`}`,
  });
}

function figures(site: Site): Html {
  const { entities, edges, ontology } = site.content;
  const { common, statistics: said } = site.words.messages;
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
    label: html`${capitalised(common.status[status])}`,
    value: statuses.get(status) ?? 0,
  }));
  return html`<section aria-labelledby="figures-heading">
<h2 id="figures-heading">${said.figures}</h2>
${tableOf(site, said.entitiesByType, said.type, greatestFirst(byEntityType))}${tableOf(site, said.claimsByType, said.type, greatestFirst(byEdgeType))}${tableOf(site, said.claimsByStatus, said.status, greatestFirst(byStatus))}${years(site)}</section>
`;
}

const ROWS_LIMIT = 20;

/** The first rows, and all others as one. */
function tableOf(site: Site, caption: string, of: string, bars: readonly Bar[]): Html | false {
  if (bars.length === 0) return false;
  if (bars.length <= ROWS_LIMIT) return barTable(site, caption, of, bars);
  const others = bars.slice(ROWS_LIMIT);
  const value = others.reduce((sum, bar) => sum + bar.value, 0);
  const { messages, say } = site.words;
  const label = html`${say(messages.statistics.others, { n: others.length })}`;
  return barTable(site, caption, of, [...bars.slice(0, ROWS_LIMIT), { label, value }]);
}

/** Those that occur; a stable sort keeps the order of the ontology among equals. */
const greatestFirst = (bars: readonly Bar[]): Bar[] =>
  bars.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);

const YEARS_LIMIT = 40;

/** By the year in which each begins: all years from the first to the last, or decades, or centuries. */
function years(site: Site): Html | false {
  const { edges } = site.content;
  const { messages, say } = site.words;
  const { common, dates, statistics: said } = messages;
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
    const label = step === 1 ? `${year}` : say(dates.range, { first: `${year}`, last: `${year + step - 1}` });
    bars.push({ label: html`${label}`, value: counts.get(String(year)) ?? 0 });
  }
  const undated = edges.length - starts.length;
  if (undated > 0) bars.push({ label: html`${capitalised(common.undated)}`, value: undated });
  return barTable(site, said.claimsByYear, said.year, bars);
}

const PLACES = 10;

function centrality(site: Site): Html {
  const { graph, pagerank, betweenness, betweennessIsExact, given } = site.analysis;
  const degree = degreesOf(graph);
  const { messages, number } = site.words;
  const { statistics: said } = messages;
  const between = betweennessIsExact ? said.betweenness.exact : said.betweenness.estimated;
  const share = (value: number) => percent(site, 100 * value, 1);
  return html`<section aria-labelledby="centrality-heading">
<h2 id="centrality-heading">${said.centrality}</h2>
<p>${said.centralityNote}</p>
${places(site, said.pagerank.name, given.has("pagerank") ? said.pagerank.given : said.pagerank.meaning, pagerank, share)}${places(site, said.betweenness.name, given.has("betweenness") ? said.betweenness.given : between, betweenness, share)}${places(site, said.degree.name, said.degree.meaning, degree, number)}</section>
`;
}

function percent({ words: { locale, messages, say } }: Site, value: number, digits: number): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return say(messages.statistics.percent, { value: value.toLocaleString(locale, format) });
}

function places(
  site: Site,
  measure: string,
  meaning: string,
  values: ReadonlyMap<string, number>,
  write: (value: number) => string,
): Html {
  const bars = foremost(values, PLACES).map(([id, value]) => {
    const entity = site.content.byId.get(id);
    return {
      label: entity === undefined ? html`${entityName(site, id)}` : linkTo(site, entity, ROOT),
      value,
      text: write(value),
    };
  });
  const { messages, say } = site.words;
  const { statistics: said } = messages;
  return html`<h3>${measure}</h3>
<p class="measure">${meaning}</p>
${bars.length === 0 ? html`<p class="empty">${said.nobody}</p>\n` : barTable(site, say(said.first, { n: bars.length, measure }), said.entity, bars)}`;
}

const CLAIMS_LIMIT = 10;
const SOURCES_LIMIT = 20;

function evidence(site: Site, network: Network): Html {
  const single = restingOnOne(network);
  const share = network.claims.length === 0 ? 0 : (100 * single.length) / network.claims.length;
  const { messages, say } = site.words;
  const { statistics: said } = messages;
  const sources = site.content.sources
    .map((source) => ({ source, value: site.relations.citingClaims.get(source.id)?.length ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || compareText(a.source.id, b.source.id));
  return html`<section aria-labelledby="evidence-heading">
<h2 id="evidence-heading">${said.evidence}</h2>
<p>${say(said.onOneSource, { n: single.length, standing: say(said.standing, { n: network.claims.length }), share: percent(site, share, 0) })}</p>
${
  single.length > 0 &&
  html`${cappedList(site, single, CLAIMS_LIMIT, ({ id }) => linksTo(site, [id], ROOT))}<p class="to-network"><a href="${ROOT}help/#one-source">${said.allOnOneSource}</a></p>
`
}${
  sources.length > 0 &&
  barTable(
    site,
    sources.length > SOURCES_LIMIT
      ? say(said.firstSources, { n: SOURCES_LIMIT, all: sources.length })
      : said.sources,
    said.source,
    sources
      .slice(0, SOURCES_LIMIT)
      .map(({ source, value }) => ({ label: linkTo(site, source, ROOT), value })),
  )
}</section>
`;
}
