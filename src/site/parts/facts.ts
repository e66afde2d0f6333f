/** What is known of a record in few words: a list of terms, each with its value. */
import { type Html, html } from "../../shared/html.ts";
import { compose } from "../compose.ts";
import type { Site } from "../site.ts";

export type Fact = readonly [term: string, value: Html];

export function factList(site: Site, facts: readonly Fact[], root: string): Html {
  const pieces = {
    root,
    rows: html`${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}`,
  };
  return compose(
    site,
    "facts",
    pieces,
    (p) => html`<dl class="facts">
${p.rows}</dl>
`,
  );
}
