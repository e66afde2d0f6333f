/** How other sites show a link to a page: Open Graph (https://ogp.me), and what X and others add to it. */
import { type Html, html } from "../../shared/html.ts";
import { CARD } from "../drawings/card-picture.ts";
import { absolute } from "./addresses.ts";
import { cardOf } from "./cards.ts";
import type { Described } from "./linked-data.ts";

export function openGraph({ site, address, title, description, record }: Described): Html {
  const { settings } = site.content;
  const { messages, say } = site.words;
  const card = cardOf(site, record);
  const properties: [string, string | undefined][] = [
    ["og:title", title ?? settings.title],
    ["og:description", description ?? settings.description],
    ["og:type", record === undefined ? "website" : "article"],
    ["og:url", absolute(settings.baseUrl, address)],
    ["og:site_name", settings.title],
  ];
  if (card !== undefined)
    properties.push(
      ["og:image", absolute(settings.baseUrl, card)],
      ["og:image:width", String(CARD.width)],
      ["og:image:height", String(CARD.height)],
      ["og:image:alt", say(messages.machines.cardAlt, { title: title ?? settings.title })],
    );
  return html`${properties.map(([name, value]) => value !== undefined && html`<meta property="${name}" content="${value}">\n`)}<meta name="twitter:card" content="${card === undefined ? "summary" : "summary_large_image"}">\n`;
}
