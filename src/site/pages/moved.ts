/** The page at an address that an entity had before it was renamed. */
import { html } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { Entity } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import { linkTo } from "../parts/claim.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

/** Sends the reader on, and tells search engines which address counts. */
export function movedPage(site: Site, entity: Entity, formerId: string): string {
  const root = rootFrom(pagePath("entity", formerId));
  const address = pagePath("entity", entity.id);
  const { messages, say, mark } = site.words;
  const { small: said } = messages;
  const pieces = {
    root,
    name: entity.name,
    address: root + address,
    movedTo: mark(said.movedTo, { entity: linkTo(site, entity, root) }),
  };
  const main = compose(
    site,
    "moved",
    pieces,
    (p) => html`<article class="record">
<h1>${said.moved}</h1>
<p>${p.movedTo}</p>
</article>
`,
  );
  return documentOf({
    site,
    root,
    address,
    isUnlisted: true,
    title: say(said.hasMoved, { name: entity.name }),
    head: html`<meta http-equiv="refresh" content="0; url=${root}${address}">\n<meta name="robots" content="noindex">\n`,
    main,
  });
}
