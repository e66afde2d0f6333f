/** The page of a claim: who did what to whom, when, who says so, what it answers, and the evidence. */
import { type FuzzyDate, parseDate } from "../../shared/dates.ts";
import { type Html, html, join } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { Citation, Edge } from "../../shared/records.ts";
import { capitalised } from "../../shared/sentence.ts";
import { dayText } from "../../shared/viewpoint.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import { citations } from "../parts/citations.ts";
import { linksTo, sourceLine, statusBadge } from "../parts/claim.ts";
import { contributeLinks } from "../parts/contribute.ts";
import { type Fact, factList } from "../parts/facts.ts";
import { alsoBetween, thread } from "../parts/thread.ts";
import { Footnotes, proseOf } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { dateWords, edgeTypeOf, type Site, titleOf } from "../site.ts";

export function edgePage(site: Site, edge: Edge): string {
  const address = pagePath("edge", edge.id);
  const root = rootFrom(address);
  const type = edgeTypeOf(site, edge);
  const title = titleOf(site, edge);
  const { messages, say } = site.words;
  const { common, edge: said } = messages;
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
        ? html`${capitalised(common.undated)}`
        : html`<time${isoDay(edge) && html` datetime="${isoDay(edge)}"`}>${dateWords(site, edge.date)}</time>`,
    status: edge.status !== "reported" && statusBadge(site, edge.status),
    contribute: contributeLinks(site, {
      correct: edge,
      claim: { start: { edge }, words: messages.contribute.claimAboutClaim },
    }),
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
${p.contribute}</header>
${p.corrections}${p.prose}${p.facts}${p.sources}${p.thread}${p.alsoBetween}${p.citations}</article>
`,
  );
  const when = edge.date === undefined ? common.undated : dateWords(site, edge.date);
  const description = say(said.description, { sentence: title, when });
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
  const { messages, mark } = site.words;
  const claims = linksTo(
    site,
    by.map(({ id }) => id),
    root,
  );
  return html`<p class="notice">${mark(messages.edge.corrected, { claims })}</p>\n`;
}

function facts(site: Site, edge: Edge, root: string): Html {
  const type = edgeTypeOf(site, edge);
  const { messages, say, mark } = site.words;
  const { edge: said, parts } = messages;
  const { claim: fields } = messages.app;
  const rows: Fact[] = [
    [type.directed ? fields.who : fields.between, linksTo(site, edge.from, root)],
    [type.directed ? fields.whom : fields.and, linksTo(site, edge.to, root)],
  ];
  if (edge.date !== undefined)
    rows.push([
      said.when,
      html`${bounds(site, edge.date)} <span class="edtf">${mark(said.edtf, { code: html`<code>${edge.date.edtf}</code>` })}</span>`,
    ]);
  rows.push([fields.status, html`${parts.statusNotes[edge.status]}`]);
  if (edge.attributedTo.length > 0) rows.push([fields.saidBy, linksTo(site, edge.attributedTo, root)]);
  if (edge.about.length > 0) rows.push([fields.about, linksTo(site, edge.about, root)]);
  if (edge.supersedes.length > 0) rows.push([said.corrects, linksTo(site, edge.supersedes, root)]);
  if (edge.credibility !== undefined) {
    const meaning = parts.credibility[edge.credibility - 1] ?? "";
    rows.push([said.credibility, html`${say(said.grade, { grade: edge.credibility, meaning })}`]);
  }
  if (type.cameo !== undefined) rows.push([said.cameo, html`${type.cameo}`]);
  if (edge.tags.length > 0) rows.push([parts.tags, html`${edge.tags.join(parts.comma)}`]);
  return factList(site, rows, root);
}

/** “June 2023; between 1 June 2023 and 30 June 2023”; of a date that is one day, that day alone. */
function bounds(site: Site, fuzzy: FuzzyDate): string {
  const { messages, say } = site.words;
  const { edge: said } = messages;
  const date = dateWords(site, fuzzy);
  const [first, last] = [fuzzy.min, fuzzy.max].map((moment) => dayInWords(site, moment));
  if (first === undefined)
    return last === undefined ? say(said.anyDay, { date }) : say(said.atLatest, { date, last });
  if (last === undefined) return say(said.atEarliest, { date, first });
  return first === last ? date : say(said.within, { date, first, last });
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
  const { edge: said, parts } = site.words.messages;
  return html`<section class="footnotes" aria-labelledby="sources-heading">
<h2 id="sources-heading">${parts.sources}</h2>
${cited.size === 0 && html`<p class="empty">${said.noSource}</p>\n`}${
  cited.size > 0 &&
  html`<ol>
${[...cited].map(([id, citations], i) => html`<li id="source-${i + 1}">${sourceLine(site, id, root)}${citations.map((citation) => citationNote(site, citation))}${reliability(site, id)}</li>\n`)}</ol>
`
}</section>
`;
}

function citationNote({ words: { messages } }: Site, citation: Citation): Html | false {
  const parts = [
    citation.stance !== "supports" &&
      html`<span class="badge">${messages.edge.stances[citation.stance]}</span>`,
    citation.locator !== undefined && html`${citation.locator}`,
    citation.note !== undefined && html`${citation.note}`,
  ].filter((part) => part !== false);
  return html`${parts.length > 0 && html`<br><span class="citation-note">${join(parts, ". ")}</span>`}${citation.quote !== undefined && html`<blockquote>${citation.quote}</blockquote>`}`;
}

function reliability(site: Site, id: string): Html | false {
  const source = site.content.byId.get(id);
  if (source?.kind !== "source" || source.reliability === undefined) return false;
  const { messages, say } = site.words;
  return html`<br><span class="citation-note">${say(messages.edge.reliability, { grade: source.reliability })}</span>`;
}
