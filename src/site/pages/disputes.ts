/** What is contested: claims that were disputed, denied or withdrawn, each with what speaks for it and against it. */
import { type Html, html, join } from "../../shared/html.ts";
import type { Citation, Edge } from "../../shared/records.ts";
import { count } from "../../shared/text.ts";
import { oncePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { claimItem, linksTo, sourceLine } from "../parts/claim.ts";
import { overviewPage } from "../parts/overview.ts";
import { type Part, pager } from "../parts/pager.ts";
import { newestFirst, type Site } from "../site.ts";

const CONTESTED: readonly Edge["status"][] = ["disputed", "denied", "withdrawn"];

/** Claims of such a status, and those that a source is cited against; newest first. */
export const contestedClaims = oncePerSite((site): readonly Edge[] =>
  site.content.edges
    .filter(({ status, sources }) => CONTESTED.includes(status) || sources.some(isAgainst))
    .sort(newestFirst),
);

const isAgainst = ({ stance }: Citation): boolean => stance === "disputes";

export function disputesPage(site: Site, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const total = contestedClaims(site).length;
  return overviewPage(site, {
    address: part.address,
    title: "Disputes",
    summary: `Claims that are disputed, denied or withdrawn, or that a source contradicts, with each side: ${count(total, "claim")}, newest first.`,
    section: "edges",
    part: part.number,
    body: html`${total === 0 && html`<p class="empty">No claim here is contested, as far as its sources go.</p>\n`}${
      total > 0 &&
      html`<ul class="disputes claim-list">
${part.items.map((edge) => html`<li>\n<ul class="claim-list">\n${claimItem(site, edge, root)}</ul>\n${sides(site, edge, root)}</li>\n`)}</ul>
`
    }${pager(part, root)}`,
  });
}

const ANSWERS_LIMIT = 5;

function sides(site: Site, edge: Edge, root: string): Html {
  const answers = site.relations.answers.get(edge.id) ?? [];
  const side = (heading: string, citations: readonly Citation[]) =>
    html`<div><dt>${heading}</dt>${citations.length === 0 && html`<dd class="empty">no source</dd>`}${citations.map((citation) => html`<dd>${cited(site, citation, root)}</dd>`)}</div>\n`;
  return html`<dl class="sides">
${side(
  "For it",
  edge.sources.filter(({ stance }) => stance === "supports"),
)}${side("Against it", edge.sources.filter(isAgainst))}${
  answers.length > 0 &&
  html`<div><dt>Answered by</dt><dd>${linksTo(
    site,
    answers.slice(0, ANSWERS_LIMIT).map(({ id }) => id),
    root,
  )}${answers.length > ANSWERS_LIMIT && html`, and ${count(answers.length - ANSWERS_LIMIT, "more", "more")}`}</dd></div>\n`
}</dl>
`;
}

function cited(site: Site, { source, locator, quote, note }: Citation, root: string): Html {
  const notes = [locator, note].filter((part) => part !== undefined);
  return html`${sourceLine(site, source, root)}${notes.length > 0 && html` <span class="citation-note">${join(notes, ". ")}</span>`}${quote !== undefined && html`<blockquote>${quote}</blockquote>`}`;
}
