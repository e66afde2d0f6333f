/** The page of a claim: who did what to whom, when, who says so, what it answers, and the evidence. */
import { type FuzzyDate, parseDate } from "../../shared/dates.ts";
import { type Html, html, join } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { Citation, Edge } from "../../shared/records.ts";
import { dayText } from "../../shared/viewpoint.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import { citations } from "../parts/citations.ts";
import { linksTo, sourceLine, statusBadge } from "../parts/claim.ts";
import { CREDIBILITY, STATUS_NOTES } from "../parts/sureness.ts";
import { alsoBetween, thread } from "../parts/thread.ts";
import { Footnotes, proseOf } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { dateWords, edgeTypeOf, type Site, titleOf } from "../site.ts";

export function edgePage(site: Site, edge: Edge): string {
  const address = pagePath("edge", edge.id);
  const root = rootFrom(address);
  const type = edgeTypeOf(site, edge);
  const title = titleOf(site, edge);
  const footnotes = new Footnotes();
  for (const { source } of edge.sources) footnotes.numberOf(source);
  const prose = proseOf(site, edge, root, footnotes);
  const pieces = {
    root,
    type: type.label,
    typeSign: html`<span class="line-swatch" data-edge-type="${type.id}"></span>`,
    sentence: title,
    date:
      edge.date === undefined
        ? html`Undated`
        : html`<time${isoDay(edge) && html` datetime="${isoDay(edge)}"`}>${dateWords(site, edge.date)}</time>`,
    status: edge.status !== "reported" && statusBadge(edge.status),
    corrections: corrections(site, edge, root),
    prose: edge.body.trim() !== "" && html`<div class="prose">\n${prose}</div>\n`,
    facts: facts(site, edge, root),
    sources: evidence(site, edge, footnotes, root),
    thread: thread(site, edge, root),
    alsoBetween: alsoBetween(site, edge, root),
    citations: citations(site, edge),
  };
  const main = compose(
    site,
    "edge",
    pieces,
    (p) => html`<article class="record">
<header class="record-header">
<p class="kicker">${p.typeSign}${p.type}</p>
<h1><bdi>${p.sentence}</bdi></h1>
<p class="standfirst">${p.date}${p.status && html` ${p.status}`}</p>
</header>
${p.corrections}${p.prose}${p.facts}${p.sources}${p.thread}${p.alsoBetween}${p.citations}</article>
`,
  );
  const when = edge.date === undefined ? "undated" : dateWords(site, edge.date);
  const description = `${title} (${when}): a claim with its sources.`;
  return documentOf({ site, root, address, title, description, section: "edges", main, record: edge });
}

/** The date for machines, where it is a plain day, month or year. */
function isoDay(edge: Edge): string | false {
  const text = edge.date?.edtf ?? "";
  return /^\d{4}(-\d\d){0,2}$/.test(text) && text;
}

function corrections(site: Site, edge: Edge, root: string): Html | false {
  const by = site.relations.corrections.get(edge.id);
  if (by === undefined) return false;
  return html`<p class="notice">This claim has been corrected by ${linksTo(
    site,
    by.map(({ id }) => id),
    root,
  )}. It stays here so that links to it lead somewhere.</p>\n`;
}

function facts(site: Site, edge: Edge, root: string): Html {
  const type = edgeTypeOf(site, edge);
  const rows: [string, Html][] = [
    [type.directed ? "Who" : "Between", linksTo(site, edge.from, root)],
    [type.directed ? "To whom" : "And", linksTo(site, edge.to, root)],
  ];
  if (edge.date !== undefined)
    rows.push([
      "When",
      html`${dateWords(site, edge.date)}${bounds(site, edge.date)} <span class="edtf">(EDTF <code>${edge.date.edtf}</code>)</span>`,
    ]);
  rows.push(["Status", html`${STATUS_NOTES[edge.status]}`]);
  if (edge.attributedTo.length > 0) rows.push(["Who says so", linksTo(site, edge.attributedTo, root)]);
  if (edge.about.length > 0) rows.push(["About", linksTo(site, edge.about, root)]);
  if (edge.supersedes.length > 0) rows.push(["Corrects", linksTo(site, edge.supersedes, root)]);
  if (edge.credibility !== undefined) {
    rows.push([
      "Credibility",
      html`${edge.credibility} of 6 (${CREDIBILITY[edge.credibility - 1]}; Admiralty code)`,
    ]);
  }
  if (type.cameo !== undefined) rows.push(["CAMEO code", html`${type.cameo}`]);
  if (edge.tags.length > 0) rows.push(["Tags", html`${edge.tags.join(", ")}`]);
  return html`<dl class="facts">
${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
`;
}

/** “; between 1 and 30 June 2023”, where the date is not one day. */
function bounds(site: Site, date: FuzzyDate): Html | false {
  const [first, last] = [date.min, date.max].map((moment) => dayInWords(site, moment));
  if (first === undefined && last === undefined) return html`; it may be any day`;
  if (first === undefined) return html`; on ${last} at the latest`;
  if (last === undefined) return html`; on ${first} at the earliest`;
  return first !== last && html`; between ${first} and ${last}`;
}

const DAY = 86_400_000;

function dayInWords(site: Site, moment: number): string | undefined {
  if (!Number.isFinite(moment)) return undefined;
  const text = dayText(Math.floor(moment / DAY));
  const day = parseDate(text);
  return day === undefined ? text : dateWords(site, day);
}

function evidence(site: Site, edge: Edge, footnotes: Footnotes, root: string): Html {
  const cited = new Map<string, Citation[]>(footnotes.sources().map((id) => [id, []]));
  for (const citation of edge.sources) cited.get(citation.source)?.push(citation);
  return html`<section class="footnotes" aria-labelledby="sources-heading">
<h2 id="sources-heading">Sources</h2>
${cited.size === 0 && html`<p class="empty">This claim cites no source.</p>\n`}${
  cited.size > 0 &&
  html`<ol>
${[...cited].map(([id, citations], i) => html`<li id="source-${i + 1}">${sourceLine(site, id, root)}${citations.map(citationNote)}${reliability(site, id)}</li>\n`)}</ol>
`
}</section>
`;
}

function citationNote(citation: Citation): Html | false {
  const parts = [
    citation.stance !== "supports" && html`<span class="badge">${citation.stance}</span>`,
    citation.locator !== undefined && html`${citation.locator}`,
    citation.note !== undefined && html`${citation.note}`,
  ].filter((part) => part !== false);
  return html`${parts.length > 0 && html`<br><span class="citation-note">${join(parts, ". ")}</span>`}${citation.quote !== undefined && html`<blockquote>${citation.quote}</blockquote>`}`;
}

function reliability(site: Site, id: string): Html | false {
  const source = site.content.byId.get(id);
  if (source?.kind !== "source" || source.reliability === undefined) return false;
  return html`<br><span class="citation-note">Reliability of the source: ${source.reliability} (Admiralty code)</span>`;
}
