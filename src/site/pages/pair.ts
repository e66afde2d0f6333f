/** The page of two entities: every claim between them, in order of time. */
import { html } from "../../shared/html.ts";
import { pairKey } from "../../shared/pairs.ts";
import type { Edge } from "../../shared/records.ts";
import { count } from "../../shared/text.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import type { EntityPair } from "../pairs.ts";
import { claimItem, footnoteList, linksTo } from "../parts/claim.ts";
import { type Part, pager } from "../parts/pager.ts";
import { Footnotes } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { entityName, type Site } from "../site.ts";

/** Prints one part of the claims between two. */
export function pairPage(site: Site, pair: EntityPair, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const footnotes = new Footnotes();
  const [a, b] = [entityName(site, pair.a), entityName(site, pair.b)];
  const title = `${a} and ${b}`;
  const total = count(pair.claims.length, "claim");
  const pieces = {
    root,
    first: a,
    second: b,
    summary: html`${total} between ${linksTo(site, [pair.a, pair.b], root)}, oldest first${part.of > 1 && html`. Part ${part.number} of ${part.of}`}.`,
    toNetwork: html`<p class="to-network"><a href="${root}#${encodeURIComponent(pairKey(pair.a, pair.b))}">See them in the network</a></p>\n`,
    claims: html`<ol class="claim-list">
${part.items.map((edge) => claimItem(site, edge, root, footnotes))}</ol>
`,
    pager: pager(part, root),
    sources: footnoteList(site, footnotes, root),
  };
  const main = compose(
    site,
    "pair",
    pieces,
    (p) => html`<article class="record">
<header class="record-header">
<p class="kicker">Between two</p>
<h1><bdi>${p.first}</bdi> and <bdi>${p.second}</bdi></h1>
<p class="standfirst">${p.summary}</p>
</header>
${p.toNetwork}<section class="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">Claims</h2>
${p.claims}${p.pager}</section>
${p.sources}</article>
`,
  );
  return documentOf({
    site,
    root,
    address: part.address,
    title: part.number === 1 ? title : `${title}, part ${part.number}`,
    description: `${total} between ${a} and ${b}, in order of time, each with its sources.`,
    section: "edges",
    main,
  });
}
