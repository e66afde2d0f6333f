/** The page that hosts show for an address that leads nowhere; it may appear at any depth, so its links are absolute. */
import { html } from "../../shared/html.ts";
import { compose } from "../compose.ts";
import { baseOf } from "../machines/addresses.ts";
import { contributeLinks } from "../parts/contribute.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function notFoundPage(site: Site): string {
  const { baseUrl } = site.content.settings;
  // Two slashes at its beginning would lead to another website.
  const root = baseUrl === undefined ? "/" : new URL(baseOf(baseUrl)).pathname.replace(/^\/+/, "/");
  const { messages, mark } = site.words;
  const { parts, small: said } = messages;
  const link = (address: string, words: string) => html`<a href="${root}${address}">${words}</a>`;
  const elsewhere = mark(said.lookElsewhere, {
    entities: link("entities/", parts.links.entities),
    claims: link("edges/", parts.links.claims),
    sources: link("sources/", parts.links.sources),
    network: link("", parts.links.network),
  });
  const main = compose(
    site,
    "not-found",
    {
      root,
      contribute: contributeLinks(site, {
        claim: { words: messages.contribute.addClaim },
        entity: true,
        source: true,
      }),
    },
    (p) => html`<article class="record">
<header class="record-header">
<h1>${said.notFound}</h1>
<p class="standfirst">${said.notFoundNote}</p>
</header>
<p>${elsewhere}</p>
${p.contribute}</article>
`,
  );
  return documentOf({ site, root, title: said.notFound, main });
}
