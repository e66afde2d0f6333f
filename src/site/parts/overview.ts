/** The frame of the pages that are about the whole graph, and the lists and bars on them. */
import { type Html, html } from "../../shared/html.ts";
import type { OverviewName } from "../../shared/templates.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import { documentOf, type Section } from "../shell.ts";
import type { Site } from "../site.ts";
import { titleOfPart } from "./pager.ts";

export interface Overview {
  /** The template that lays it out; where the theme has none of this name, `overview` does. */
  readonly name: OverviewName;
  readonly address: string;
  readonly title: string;
  /** What is on the page, in a sentence. */
  readonly summary: string;
  /** What it is to search engines, where not the summary. */
  readonly description?: string;
  readonly section?: Section;
  readonly isWide?: boolean;
  /** Which part of a list in parts it is, from 1. */
  readonly part?: number;
  /** Extra elements of the head. */
  readonly head?: Html;
  readonly body: Html;
}

export function overviewPage(site: Site, page: Overview): string {
  const {
    name,
    address,
    title,
    summary,
    description = summary,
    section,
    isWide,
    part = 1,
    head,
    body,
  } = page;
  const root = rootFrom(address);
  const main = compose(
    site,
    site.content.theme.templates.has(name) ? name : "overview",
    { root, title, summary, body },
    (p) => html`<article class="record${isWide && " wide"}">
<header class="record-header">
<h1>${p.title}</h1>
<p class="standfirst">${p.summary}</p>
</header>
${p.body}</article>
`,
  );
  return documentOf({
    site,
    root,
    address,
    title: titleOfPart(site, title, part),
    description,
    section,
    head,
    main,
  });
}

/** The first of many, and how many more there are. */
export function cappedList<T>(
  { words: { messages, say } }: Site,
  items: readonly T[],
  limit: number,
  print: (item: T) => Html,
): Html {
  return html`<ul class="index">
${items.slice(0, limit).map((item) => html`<li>${print(item)}</li>\n`)}</ul>
${items.length > limit && html`<p class="and-more">${say(messages.parts.andMore, { n: items.length - limit })}</p>\n`}`;
}

export interface Bar {
  readonly label: Html;
  readonly value: number;
  /** How the value is written, where not as it is. */
  readonly text?: string;
  /** The type whose colour the bar has: `data-entity-type="person"`. */
  readonly type?: Html;
}

/** A table with a bar a row, as long as its share of the greatest. */
export function barTable(site: Site, caption: string, of: string, bars: readonly Bar[]): Html {
  const greatest = Math.max(...bars.map(({ value }) => value));
  return html`<table class="bars">
<caption>${caption}</caption>
<colgroup><col class="bar-name"><col></colgroup>
<thead class="visually-hidden"><tr><th scope="col">${of}</th><th scope="col">${site.words.messages.parts.number}</th></tr></thead>
<tbody>
${bars.map((bar) => barRow(site, bar, greatest))}</tbody>
</table>
`;
}

function barRow({ words }: Site, { label, value, text, type }: Bar, greatest: number): Html {
  const share = greatest > 0 ? Math.round((1000 * value) / greatest) / 10 : 0;
  return html`<tr${type && html` ${type}`}><th scope="row">${label}</th><td><svg class="bar-sign" width="100%" height="12" aria-hidden="true"><rect width="${share}%" height="12"/></svg><span class="bar-value">${text ?? words.number(value)}</span></td></tr>
`;
}
