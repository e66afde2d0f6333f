/** A feed in Atom (RFC 4287). */
import { type Html, html } from "../../shared/html.ts";
import { pagePath } from "../../shared/paths.ts";
import type { Edge } from "../../shared/records.ts";
import { edgeTypeOf, type Site, titleOf } from "../site.ts";
import { absolute } from "./addresses.ts";
import { authorsOf, FEED_FORMATS, type Feed, momentOf, sourcesOf, summaryOf } from "./feed.ts";

/** Atom asks for a moment of every entry: of one without, this. */
const UNKNOWN_MOMENT = "1970-01-01T00:00:00Z";

export function atomFeed(site: Site, baseUrl: string, feed: Feed): string {
  const { title, language, license } = site.content.settings;
  const own = absolute(baseUrl, feed.address + FEED_FORMATS.atom.ending);
  // Written alike, the greatest text is the latest moment.
  const updated = feed.claims.map((edge) => momentOf(site, edge) ?? UNKNOWN_MOMENT).sort();
  return forXml(html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${own}</id>
<title>${feed.title}</title>
<updated>${updated.at(-1) ?? UNKNOWN_MOMENT}</updated>
<author><name>${title}</name></author>
<link rel="self" type="${FEED_FORMATS.atom.type}" href="${own}"/>
<link rel="alternate" type="text/html" href="${absolute(baseUrl, feed.home)}"/>
<generator>Skein</generator>
${license !== undefined && html`<rights>${license}</rights>\n`}${feed.claims.map((edge) => entry(site, baseUrl, edge))}</feed>
`);
}

function entry(site: Site, baseUrl: string, edge: Edge): Html {
  const address = absolute(baseUrl, pagePath("edge", edge.id));
  const type = edgeTypeOf(site, edge);
  return html`<entry>
<id>${address}</id>
<title>${titleOf(site, edge)}</title>
<updated>${momentOf(site, edge) ?? UNKNOWN_MOMENT}</updated>
${authorsOf(site, edge).map((name) => html`<author><name>${name}</name></author>\n`)}<link rel="alternate" type="text/html" href="${address}"/>
${sourcesOf(site, edge).map(({ url }) => url !== undefined && html`<link rel="via" href="${new URL(url).href}"/>\n`)}<category term="${type.id}" label="${type.label}"/>
${edge.tags.map((tag) => html`<category term="${tag}"/>\n`)}<summary>${summaryOf(site, edge)}</summary>
</entry>
`;
}

/** What escapes HTML escapes XML as well; two characters that XML has not at all are all that is left. */
const forXml = ({ markup }: Html): string => markup.replace(/[\ufffe\uffff]/g, "");
