/** The page of two entities: every claim between them, in order of time. */
import { type Html, html } from "../../shared/html.ts";
import { pairKey } from "../../shared/pairs.ts";
import type { Edge } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import type { PairInBrief } from "../pairs.ts";
import { claimItem, footnoteList, linksTo } from "../parts/claim.ts";
import { contributeLinks } from "../parts/contribute.ts";
import { type Part, pager, titleOfPart } from "../parts/pager.ts";
import { Footnotes } from "../prose.ts";
import { documentOf } from "../shell.ts";
import { entityName, type Site } from "../site.ts";

type Two = Omit<PairInBrief, "first">;

/** Prints one part of the claims between two. */
export function pairPage(site: Site, pair: Two, part: Part<Edge>): string {
  const root = rootFrom(part.address);
  const footnotes = new Footnotes();
  const names = [entityName(site, pair.a), entityName(site, pair.b)];
  const { messages, say, mark, list, listed } = site.words;
  const { pair: said } = messages;
  const title = list(names);
  const n = pair.size;
  const summary = mark(said.summary, { n, both: linksTo(site, [pair.a, pair.b], root) });
  const pieces = {
    root,
    first: names[0],
    second: names[1],
    both: listed(names.map((name) => html`<bdi>${name}</bdi>`)),
    summary:
      part.of === 1
        ? summary
        : mark(messages.parts.partSummary, { summary, number: part.number, of: part.of }),
    toNetwork: html`<p class="to-network"><a href="${root}#${encodeURIComponent(pairKey(pair.a, pair.b))}">${said.inNetwork}</a></p>\n`,
    claims: html`<ol class="claim-list">
${part.items.map((edge) => claimItem(site, edge, root, footnotes))}</ol>
`,
    contribute: contributeBetween(site, pair),
    pager: pager(site, part, root),
    sources: footnoteList(site, footnotes, root),
  };
  const main = compose(
    site,
    "pair",
    pieces,
    (p) => html`<article class="record">
<header class="record-header">
<p class="kicker">${said.kicker}</p>
<h1>${p.both}</h1>
<p class="standfirst">${p.summary}</p>
${p.contribute}</header>
${p.toNetwork}<section class="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">${said.claims}</h2>
${p.claims}${p.pager}</section>
${p.sources}</article>
`,
  );
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

function contributeBetween(site: Site, { a, b }: Two): Html | false {
  const entity = site.content.byId.get(a);
  if (entity?.kind !== "entity") return false;
  return contributeLinks(site, {
    claim: { start: { entity, other: b }, words: site.words.messages.contribute.claimBetween },
  });
}
