/** The search page: a form, and the place for what its script finds; without it, the way to the lists. */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS, SEARCH, SEARCH_SCRIPT, STORIES } from "../../shared/paths.ts";
import { assetPath } from "../assets.ts";
import { rootFrom } from "../page.ts";
import { overviewPage } from "../parts/overview.ts";
import { wordsBlock } from "../parts/words-block.ts";
import { typeLabels } from "../search/types.ts";
import type { Site } from "../site.ts";

export function searchPage(site: Site): string {
  const root = rootFrom(SEARCH);
  const { search: said } = site.words.messages;
  return overviewPage(site, {
    name: "search",
    address: SEARCH,
    title: said.title,
    summary: said.summary,
    section: "search",
    head: html`${wordsBlock(site, ["common", "search"])}<script type="module" src="${root}${assetPath(site, SEARCH_SCRIPT)}"></script>\n`,
    body: html`<noscript>${withoutScript(site, root)}</noscript>
<div class="search" data-search="${root}">
${form(site)}<p class="results-count" role="status"></p>
<h2 class="visually-hidden">${said.results}</h2>
<ol class="results"></ol>
<div class="results-after"></div>
</div>
`,
  });
}

function form(site: Site): Html {
  const kinds = typeLabels(site);
  const { search: said } = site.words.messages;
  return html`<form class="search-form" role="search" method="get">
<div class="search-words"><label for="search-query">${said.query}</label>
<input id="search-query" type="search" name="q" autocomplete="off" spellcheck="false"></div>
<div><label for="search-kind">${said.kind}</label>
<select id="search-kind" name="kind">
<option value="">${said.anyKind}</option>
${kinds.map(({ kind }) => html`<option value="${kind}">${said.kinds[kind]}</option>\n`)}</select></div>
<div><label for="search-type">${said.type}</label>
<select id="search-type" name="type">
<option value="">${said.anyType}</option>
${kinds
  .filter(({ types }) => types.length > 0)
  .map(
    ({ kind, types }) => html`<optgroup label="${said.kinds[kind]}" data-kind="${kind}">
${types.map(([term, label]) => html`<option value="${term}">${label}</option>\n`)}</optgroup>
`,
  )}</select></div>
<button type="submit">${said.submit}</button>
</form>
`;
}

function withoutScript({ content, words }: Site, root: string): Html {
  const { search: said } = words.messages;
  const lists = [
    [said.kinds.entity, `${FOLDERS.entity}/`],
    [said.kinds.edge, `${FOLDERS.edge}/`],
    [said.kinds.source, `${FOLDERS.source}/`],
    ...(content.stories.length > 0 ? [[said.kinds.story, `${STORIES}/`]] : []),
  ];
  return html`<p class="notice">${said.noScript}</p>
<ul class="index">
${lists.map(([label, address]) => html`<li><a href="${root}${address}">${label}</a></li>\n`)}</ul>`;
}
