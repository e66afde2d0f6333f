/** The page of two entities: every claim between them, in order of time. */
import { html } from "../../shared/html.ts";
import { pairKey } from "../../shared/pairs.ts";
import type { Edge } from "../../shared/records.ts";
import { rootFrom } from "../page.ts";
import type { EntityPair } from "../pairs.ts";
import { claimItem, footnoteList, linksTo } from "../parts/claim.ts";
import { type Part, pager, summaryOfPart, titleOfPart } from "../parts/pager.ts";
import { Footnotes } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { entityName, type Site } from "../site.ts";

/** Prints one part of the claims between two. */
export function pairPage(site: Site, pair: EntityPair, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const footnotes = new Footnotes();
  const names = [entityName(site, pair.a), entityName(site, pair.b)];
  const { messages, say, mark, list, listed } = site.words;
  const { pair: said } = messages;
  const title = list(names);
  const n = pair.claims.length;
  const summary = mark(said.summary, { n, both: linksTo(site, [pair.a, pair.b], root) });
  const main = html`<article class="record">
<header class="record-header">
<p class="kicker">${said.kicker}</p>
<h1>${listed(names.map((name) => html`<bdi>${name}</bdi>`))}</h1>
<p class="standfirst">${summaryOfPart(site, summary, part)}</p>
</header>
<p class="to-network"><a href="${root}#${encodeURIComponent(pairKey(pair.a, pair.b))}">${said.inNetwork}</a></p>
<section class="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">${said.claims}</h2>
<ol class="claim-list">
${part.items.map((edge) => claimItem(site, edge, root, footnotes))}</ol>
${pager(site, part, root)}</section>
${footnoteList(site, footnotes, root)}</article>
`;
  return documentOf({
    site,
    root,
    address: part.address,
    title: titleOfPart(site, title, part.number),
    description: say(said.description, { n, both: title }),
    section: "edges",
    main,
  });
}
