/** The search page: a form, and the place for what its script finds; without it, the way to the lists. */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS, SEARCH, SEARCH_SCRIPT, STORIES } from "../../shared/paths.ts";
import { rootFrom } from "../page.ts";
import { overviewPage } from "../parts/overview.ts";
import { typeLabels } from "../search/types.ts";
import type { Site } from "../site.ts";

const WORDS = {
  title: "Search",
  summary: "Names, titles, descriptions, claims, notes and texts of everything here.",
  query: "Search for",
  kind: "Kind",
  anyKind: "Everything",
  type: "Type",
  anyType: "All types",
  submit: "Search",
  results: "Results",
  kinds: { entity: "Entities", edge: "Claims", source: "Sources", story: "Stories" },
  noScript: "Search needs JavaScript. Without it, everything is in the lists.",
};

export function searchPage(site: Site): string {
  const root = rootFrom(SEARCH);
  return overviewPage(site, {
    name: "search",
    address: SEARCH,
    title: WORDS.title,
    summary: WORDS.summary,
    section: "search",
    head: html`<script type="module" src="${root}${SEARCH_SCRIPT}"></script>\n`,
    body: html`<noscript>${withoutScript(site, root)}</noscript>
<div class="search" data-search="${root}">
${form(site)}<p class="results-count" role="status"></p>
<h2 class="visually-hidden">${WORDS.results}</h2>
<ol class="results"></ol>
<div class="results-after"></div>
</div>
`,
  });
}

function form(site: Site): Html {
  const kinds = typeLabels(site);
  return html`<form class="search-form" role="search" method="get">
<div class="search-words"><label for="search-query">${WORDS.query}</label>
<input id="search-query" type="search" name="q" autocomplete="off" spellcheck="false"></div>
<div><label for="search-kind">${WORDS.kind}</label>
<select id="search-kind" name="kind">
<option value="">${WORDS.anyKind}</option>
${kinds.map(({ kind }) => html`<option value="${kind}">${WORDS.kinds[kind]}</option>\n`)}</select></div>
<div><label for="search-type">${WORDS.type}</label>
<select id="search-type" name="type">
<option value="">${WORDS.anyType}</option>
${kinds
  .filter(({ types }) => types.length > 0)
  .map(
    ({ kind, types }) => html`<optgroup label="${WORDS.kinds[kind]}" data-kind="${kind}">
${types.map(([term, label]) => html`<option value="${term}">${label}</option>\n`)}</optgroup>
`,
  )}</select></div>
<button type="submit">${WORDS.submit}</button>
</form>
`;
}

function withoutScript({ content }: Site, root: string): Html {
  const lists = [
    [WORDS.kinds.entity, `${FOLDERS.entity}/`],
    [WORDS.kinds.edge, `${FOLDERS.edge}/`],
    [WORDS.kinds.source, `${FOLDERS.source}/`],
    ...(content.stories.length > 0 ? [[WORDS.kinds.story, `${STORIES}/`]] : []),
  ];
  return html`<p class="notice">${WORDS.noScript}</p>
<ul class="index">
${lists.map(([label, address]) => html`<li><a href="${root}${address}">${label}</a></li>\n`)}</ul>`;
}
