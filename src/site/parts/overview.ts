/** The frame of the pages that are about the whole graph, and the lists and bars on them. */
import { type Html, html } from "../../shared/html.ts";
import { count } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { documentOf, type Section } from "../shell.ts";
import type { Site } from "../site.ts";

export interface Overview {
  readonly address: string;
  readonly title: string;
  /** What is on the page, in a sentence. */
  readonly summary: string;
  readonly section?: Section;
  readonly isWide?: boolean;
  /** Which part of a list in parts it is, from 1. */
  readonly part?: number;
  /** Extra elements of the head. */
  readonly head?: Html;
  readonly body: Html;
}

export function overviewPage(site: Site, page: Overview): string {
  const { address, title, summary, section, isWide, part = 1, head, body } = page;
  const main = html`<article class="record${isWide && " wide"}">
<header class="record-header">
<h1>${title}</h1>
<p class="standfirst">${summary}</p>
</header>
${body}</article>
`;
  return documentOf({
    site,
    root: rootFrom(address),
    address,
    title: part === 1 ? title : `${title}, part ${part}`,
    description: summary,
    section,
    head,
    main,
  });
}

/** The first of many, and how many more there are. */
export function cappedList<T>(items: readonly T[], limit: number, print: (item: T) => Html): Html {
  return html`<ul class="index">
${items.slice(0, limit).map((item) => html`<li>${print(item)}</li>\n`)}</ul>
${items.length > limit && html`<p class="and-more">And ${count(items.length - limit, "more", "more")}.</p>\n`}`;
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
export function barTable(caption: string, of: string, bars: readonly Bar[]): Html {
  const greatest = Math.max(...bars.map(({ value }) => value));
  return html`<table class="bars">
<caption>${caption}</caption>
<colgroup><col class="bar-name"><col></colgroup>
<thead class="visually-hidden"><tr><th scope="col">${of}</th><th scope="col">Number</th></tr></thead>
<tbody>
${bars.map((bar) => barRow(bar, greatest))}</tbody>
</table>
`;
}

function barRow({ label, value, text, type }: Bar, greatest: number): Html {
  const share = greatest > 0 ? Math.round((1000 * value) / greatest) / 10 : 0;
  return html`<tr${type && html` ${type}`}><th scope="row">${label}</th><td><svg class="bar-sign" width="100%" height="12" aria-hidden="true"><rect width="${share}%" height="12"/></svg><span class="bar-value">${text ?? value.toLocaleString("en-GB")}</span></td></tr>
`;
}
