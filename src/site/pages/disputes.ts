/** What is contested: claims that were disputed, denied or withdrawn, each with what speaks for it and against it. */
import { isContested } from "../../shared/contested.ts";
import { type Html, html, join } from "../../shared/html.ts";
import type { Citation, Edge } from "../../shared/records.ts";
import { oncePerSite, valuePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { claimItem, linksTo, sourceLine } from "../parts/claim.ts";
import { overviewPage } from "../parts/overview.ts";
import { type Part, pager } from "../parts/pager.ts";
import { newestFirst, type Site } from "../site.ts";

/** Newest first. */
export const contestedClaims = oncePerSite((site): readonly Edge[] =>
  site.content.edges.filter(isContested).sort(newestFirst),
);

const contestedCount = valuePerSite("contested", (site) => contestedClaims(site).length);

const isAgainst = ({ stance }: Citation): boolean => stance === "disputes";

export function disputesPage(site: Site, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const total = contestedCount(site);
  const { messages, say } = site.words;
  const { shell, common, disputes: said } = messages;
  return overviewPage(site, {
    name: "disputes",
    address: part.address,
    title: shell.disputes,
    summary: say(said.summary, { claims: say(common.claims, { n: total }) }),
    section: "edges",
    part: part.number,
    body: html`${total === 0 && html`<p class="empty">${said.none}</p>\n`}${
      total > 0 &&
      html`<ul class="disputes claim-list">
${part.items.map((edge) => html`<li>\n<ul class="claim-list">\n${claimItem(site, edge, root)}</ul>\n${sides(site, edge, root)}</li>\n`)}</ul>
`
    }${pager(site, part, root)}`,
  });
}

const ANSWERS_LIMIT = 5;

function sides(site: Site, edge: Edge, root: string): Html {
  const { disputes: said } = site.words.messages;
  const side = (heading: string, citations: readonly Citation[]) =>
    html`<div><dt>${heading}</dt>${citations.length === 0 && html`<dd class="empty">${said.noSource}</dd>`}${citations.map((citation) => html`<dd>${cited(site, citation, root)}</dd>`)}</div>\n`;
  return html`<dl class="sides">
${side(
  said.for,
  edge.sources.filter(({ stance }) => stance === "supports"),
)}${side(said.against, edge.sources.filter(isAgainst))}${answers(site, edge, root)}</dl>
`;
}

function answers(site: Site, edge: Edge, root: string): Html | false {
  const ids = (site.relations.answers.get(edge.id) ?? []).map(({ id }) => id);
  if (ids.length === 0) return false;
  const { messages, mark } = site.words;
  const { disputes: said } = messages;
  const first = linksTo(site, ids.slice(0, ANSWERS_LIMIT), root);
  const n = ids.length - ANSWERS_LIMIT;
  return html`<div><dt>${said.answeredBy}</dt><dd>${n > 0 ? mark(said.moreAnswers, { answers: first, n }) : first}</dd></div>\n`;
}

function cited(site: Site, { source, locator, quote, note }: Citation, root: string): Html {
  const notes = [locator, note].filter((part) => part !== undefined);
  return html`${sourceLine(site, source, root)}${notes.length > 0 && html` <span class="citation-note">${join(notes, ". ")}</span>`}${quote !== undefined && html`<blockquote>${quote}</blockquote>`}`;
}
