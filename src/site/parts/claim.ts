/** How a claim is listed: its sentence, when, how sure, who says so, and what it rests on. */

import type { RecordInBrief } from "../../shared/brief.ts";
import { type Html, html, join } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { Citation, Edge, Status } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import type { Footnotes } from "../prose.ts";
import { dateWords, type Site, titleOf } from "../site.ts";

/** A link to a record’s page under its own name. */
export function linkTo(site: Site, record: RecordInBrief, root: string): Html {
  return html`<a href="${root}${pagePath(record.kind, record.id)}"><bdi>${titleOf(site, record)}</bdi></a>`;
}

/** Links to the records with these ids, as “A, B and C”. */
export function linksTo(site: Site, ids: readonly string[], root: string): Html {
  const links = ids.map((id) => {
    const record = site.content.byId.get(id);
    return record === undefined ? html`${id}` : linkTo(site, record, root);
  });
  return site.words.listed(links);
}

/** One item of a list of claims. */
export function claimItem(site: Site, edge: Edge, root: string, footnotes?: Footnotes): Html {
  const pieces = {
    root,
    sentence: html`${linkTo(site, edge, root)}${footnotes && marks(site, edge.sources, footnotes)}`,
    facts: join(factsOf(site, edge, root), html` <span aria-hidden="true">·</span> `),
    superseded: site.relations.superseded.has(edge.id) && site.words.messages.parts.superseded,
  };
  return compose(
    site,
    "claim",
    pieces,
    (p) => html`<li class="claim${p.superseded && " superseded"}">
<p class="claim-sentence">${p.sentence}</p>
<p class="claim-facts">${p.facts}</p>
</li>
`,
  );
}

function factsOf(site: Site, edge: Edge, root: string): Html[] {
  const { messages, mark } = site.words;
  const { common, parts } = messages;
  const facts: Html[] = [html`${edge.date === undefined ? common.undated : dateWords(site, edge.date)}`];
  if (edge.status !== "reported") facts.push(statusBadge(site, edge.status));
  if (site.relations.superseded.has(edge.id))
    facts.push(html`<span class="badge">${parts.superseded}</span>`);
  if (edge.attributedTo.length > 0)
    facts.push(mark(common.says, { names: firstLinks(site, edge.attributedTo, root) }));
  if (edge.respondsTo.length > 0)
    facts.push(mark(common.answers, { claims: firstLinks(site, edge.respondsTo, root) }));
  return facts;
}

const LINKS_LIMIT = 10;

/** Links to the first of many, and how many others: a claim may answer thousands, whose own pages have all of them. */
export function firstLinks(site: Site, ids: readonly string[], root: string): Html {
  if (ids.length <= LINKS_LIMIT) return linksTo(site, ids, root);
  const { messages, mark } = site.words;
  const links = linksTo(site, ids.slice(0, LINKS_LIMIT), root);
  return mark(messages.parts.andOthers, { links, n: ids.length - LINKS_LIMIT });
}

export function statusBadge({ words: { messages } }: Site, status: Status): Html {
  return html`<span class="badge status-${status}">${messages.common.status[status]}</span>`;
}

/** The footnote marks of citations: one for each source, however often it is cited. */
export function marks(site: Site, citations: readonly Citation[], footnotes: Footnotes): Html {
  const { messages, say } = site.words;
  const cited = new Set(citations.map(({ source }) => source));
  return html`${[...cited].map((source) => {
    const number = footnotes.numberOf(source);
    return html`<sup class="footnote"><a href="#source-${number}" aria-label="${say(messages.parts.sourceMark, { number })}">${number}</a></sup>`;
  })}`;
}

/** The list of footnotes at the end of a page. */
export function footnoteList(site: Site, footnotes: Footnotes, root: string): Html | false {
  const sources = footnotes.sources();
  if (sources.length === 0) return false;
  return html`<section class="footnotes" aria-labelledby="sources-heading">
<h2 id="sources-heading">${site.words.messages.parts.sources}</h2>
<ol>
${sources.map((id, i) => html`<li id="source-${i + 1}">${sourceLine(site, id, root)}</li>\n`)}</ol>
</section>
`;
}

/** A source in one bibliographic line that links to its page, and to the original. */
export function sourceLine(site: Site, id: string, root: string): Html {
  const source = site.content.byId.get(id);
  if (source?.kind !== "source") return html`${id}`;
  const { parts: said } = site.words.messages;
  const parts = [
    source.authors.length > 0 && html`${source.authors.join(said.comma)}`,
    linkTo(site, source, root),
    source.publisher !== undefined && html`<cite>${source.publisher}</cite>`,
    source.published !== undefined && html`${dateWords(site, source.published)}`,
    source.url !== undefined &&
      html`<a href="${source.url}" rel="external nofollow noopener">${said.original}</a>`,
    source.archiveUrl !== undefined &&
      html`<a href="${source.archiveUrl}" rel="external nofollow noopener">${said.archived}</a>`,
  ];
  return join(
    parts.filter((part) => part !== false),
    said.comma,
  );
}
