/** The page that hosts show for an address that leads nowhere; it may appear at any depth, so its links are absolute. */
import { html } from "../../shared/html.ts";
import { compose } from "../compose.ts";
import { baseOf } from "../machines/addresses.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function notFoundPage(site: Site): string {
  const { baseUrl } = site.content.settings;
  // Two slashes at its beginning would lead to another website.
  const root = baseUrl === undefined ? "/" : new URL(baseOf(baseUrl)).pathname.replace(/^\/+/, "/");
  const main = compose(
    site,
    "not-found",
    { root },
    () => html`<article class="record">
<header class="record-header">
<h1>Nothing here</h1>
<p class="standfirst">No page has this address. It may have been renamed or removed.</p>
</header>
<p>Look for it among the <a href="${root}entities/">entities</a>, the <a href="${root}edges/">claims</a> or the <a href="${root}sources/">sources</a>, or start from the <a href="${root}">network</a>.</p>
</article>
`,
  );
  return documentOf({ site, root, title: "Nothing here", main });
}
