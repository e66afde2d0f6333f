/** A page of the manual: its text, the list of all pages, and what comes before and after it. */
import type { Manual, ManualPage } from "../../content/manual.ts";
import { type Html, html } from "../../shared/html.ts";
import { manualPages, manualPath, manualProse } from "../manual.ts";
import { rootFrom } from "../page.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function manualPage(site: Site, manual: Manual, page: ManualPage): string {
  const address = manualPath(page);
  const root = rootFrom(address);
  const { prose, headings } = manualProse(page, root);
  const { manual: said } = site.words.messages;
  const isContents = page === manual.contents;
  const main = html`<div class="manual">
<article class="record">
<header class="record-header">
<h1>${page.title}</h1>
${page.summary !== "" && html`<p class="standfirst">${page.summary}</p>\n`}</header>
${
  headings.length > 2 &&
  !isContents &&
  html`<nav class="manual-sections" aria-labelledby="sections-heading">
<h2 id="sections-heading">${said.onThisPage}</h2>
<ul>
${headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>\n`)}</ul>
</nav>
`
}<div class="prose">
${prose}</div>
${neighbours(site, manual, page, root)}</article>
${!isContents && contents(manual, page, root)}</div>
`;
  return documentOf({
    site,
    root,
    address,
    title: page.title,
    description: page.summary === "" ? said.summary : page.summary,
    main,
  });
}

function contents(manual: Manual, page: ManualPage, root: string): Html {
  return html`<nav class="manual-contents" aria-labelledby="contents-heading">
<h2 id="contents-heading"><a href="${root}${manualPath(manual.contents)}">${manual.contents.title}</a></h2>
${manual.groups.map(
  ({ title, pages }) => html`<p class="manual-group">${title}</p>
<ul>
${pages.map((each) => html`<li><a href="${root}${manualPath(each)}"${each === page && html` aria-current="page"`}>${each.title}</a></li>\n`)}</ul>
`,
)}</nav>
`;
}

function neighbours({ words }: Site, manual: Manual, page: ManualPage, root: string): Html | false {
  const pages = manualPages(manual);
  const place = pages.indexOf(page);
  const { manual: said } = words.messages;
  const link = (message: string, rel: string, other: ManualPage | undefined) =>
    other !== undefined &&
    html`<p>${words.mark(message, { title: html`<a href="${root}${manualPath(other)}" rel="${rel}">${other.title}</a>` })}</p>\n`;
  return html`<nav class="story-pager" aria-label="${said.others}">
${link(said.previous, "prev", pages[place - 1])}${link(said.next, "next", pages[place + 1])}</nav>
`;
}
