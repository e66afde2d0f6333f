/** “Cite this claim”: in words, as BibTeX and as CSL-JSON, folded away. */
import { type CitedClaim, citationForms } from "../../shared/citation.ts";
import { type Html, html } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { Edge } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import { baseOf } from "../machines/addresses.ts";
import { dateWords, type Site, titleOf } from "../site.ts";

export function citations(site: Site, edge: Edge): Html {
  const cited = citedClaim(site, edge);
  const forms = citationForms(cited, site.words);
  const [[, plain], [, bibtex], [, csl]] = forms;
  return compose(site, "citations", { plain, bibtex, csl }, () => {
    return html`<details class="citations">
<summary>${site.words.messages.common.citation.cite}</summary>
${forms.map(([name, text]) => html`<h2>${name}</h2>\n<pre tabindex="0">${text}</pre>\n`)}</details>
`;
  });
}

function citedClaim(site: Site, edge: Edge): CitedClaim {
  const { baseUrl, title } = site.content.settings;
  const supporting = edge.sources.filter(({ stance }) => stance === "supports");
  const sources = [...new Set(supporting.map(({ source }) => source))]
    .map((id) => site.content.byId.get(id))
    .filter((record) => record?.kind === "source");
  return {
    id: edge.id,
    sentence: titleOf(site, edge),
    date: edge.date && dateWords(site, edge.date),
    status: edge.status,
    sources,
    site: title,
    url: baseUrl === undefined ? undefined : new URL(pagePath("edge", edge.id), baseOf(baseUrl)).href,
  };
}
