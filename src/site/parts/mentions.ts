/** “Mentioned in”: the records whose bodies link to an entity, with the sentence around each link. */
import { type Html, html } from "../../shared/html.ts";
import type { Entity } from "../../shared/records.ts";
import { compose } from "../compose.ts";
import { type Mention, mentionsIn, recordsMentioning, sentenceAround } from "../mentions.ts";
import type { Site } from "../site.ts";
import { linkTo } from "./claim.ts";

const RECORDS_LIMIT = 40;
const SENTENCES_LIMIT = 3;

export function mentions(site: Site, entity: Entity, root: string): Html | false {
  const records = recordsMentioning(site, entity.id);
  if (records.length === 0) return false;
  const { messages, say } = site.words;
  const { parts: said } = messages;
  const pieces = {
    root,
    records: html`${records.slice(0, RECORDS_LIMIT).map((record) => html`<li>${linkTo(site, record, root)}${quotes(site, mentionsIn(site, record, entity.id))}</li>\n`)}`,
    more: records.length > RECORDS_LIMIT && say(said.andMore, { n: records.length - RECORDS_LIMIT }),
  };
  return compose(
    site,
    "mentions",
    pieces,
    (p) => html`<section class="mentions" aria-labelledby="mentions-heading">
<h2 id="mentions-heading">${said.mentionedIn}</h2>
<ul class="index">
${p.records}</ul>
${p.more && html`<p>${p.more}</p>\n`}</section>
`,
  );
}

function quotes(site: Site, list: readonly Mention[]): Html {
  const { language } = site.content.settings;
  const sentences = new Map<string, Html>();
  for (const mention of list.slice(0, SENTENCES_LIMIT)) {
    const [before, words, after] = sentenceAround(mention, language);
    // A sentence that links to it twice is said once.
    const key = before + words + after;
    if (!sentences.has(key))
      sentences.set(
        key,
        html`<span class="index-note"><bdi>${before}<mark>${words}</mark>${after}</bdi></span>`,
      );
  }
  return html`${[...sentences.values()]}`;
}
