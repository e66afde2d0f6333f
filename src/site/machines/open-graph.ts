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
  const shown = title ?? settings.title;
  return html`${property("og:title", shown)}${property("og:description", description ?? settings.description)}${property("og:type", record === undefined ? "website" : "article")}${property("og:url", absolute(settings.baseUrl, address))}${property("og:site_name", settings.title)}${
    card !== undefined &&
    html`${property("og:image", absolute(settings.baseUrl, card))}${property("og:image:width", CARD.width)}${property("og:image:height", CARD.height)}${property("og:image:alt", say(messages.machines.cardAlt, { title: shown }))}`
  }<meta name="twitter:card" content="${card === undefined ? "summary" : "summary_large_image"}">\n`;
}

const property = (name: string, value: string | number | undefined): Html | false =>
  value !== undefined && html`<meta property="${name}" content="${value}">\n`;
