/** The page at an address that a record had before it was renamed. */
import { html } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { AnyRecord } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import { rootFrom } from "../page.ts";
import { linkTo } from "../parts/claim.ts";
import { documentOf } from "../shell.ts";
import { type Site, titleOf } from "../site.ts";

/** Sends the reader on, and tells search engines which address counts. */
export function movedPage(site: Site, record: AnyRecord, formerId: string): string {
  const root = rootFrom(pagePath(record.kind, formerId));
  const address = pagePath(record.kind, record.id);
  const name = titleOf(site, record);
  const { messages, say, mark } = site.words;
  const { small: said } = messages;
  const pieces = {
    root,
    name,
    address: root + address,
    movedTo: mark(said.movedTo, { entity: linkTo(site, record, root) }),
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
    title: say(said.hasMoved, { name }),
    head: html`<meta http-equiv="refresh" content="0; url=${root}${address}">\n<meta name="robots" content="noindex">\n`,
    main,
  });
}
