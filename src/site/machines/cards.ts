/** The cards of a site: one of its own, and one an entity where there are few enough. */
import { renderAsync } from "@resvg/resvg-js";
import type { Network } from "../../shared/network.ts";
import { pagePath } from "../../shared/paths.ts";
import type { AnyRecord, Entity, Story } from "../../shared/records.ts";
import { type CardText, cardPicture } from "../drawings/card-picture.ts";
import { valuePerSite } from "../once.ts";
import type { Page } from "../page.ts";
import { entityTypeOf, type Site } from "../site.ts";

/** Above this many entities, their pages show the card of the site: one takes up to 60 ms where there are many fonts. */
export const CARDS_LIMIT = 200;

const SITE_CARD = "card.png";

/** Whether each entity has a card, or the site alone, or nobody. */
const cardsOf = valuePerSite("cards", ({ content }): "none" | "site" | "each" => {
  const { settings, entities } = content;
  if (settings.baseUrl === undefined || entities.length === 0) return "none";
  return entities.length > CARDS_LIMIT ? "site" : "each";
});

/** None for a site that does not know its address: others could not fetch them. */
export function cardFiles(site: Site, network: Network): Page[] {
  const { entities, theme } = site.content;
  if (cardsOf(site) === "none") return [];
  const own = cardsOf(site) === "each" ? entities : [];
  return [
    { path: SITE_CARD, render: () => pngOf(cardPicture(network, siteText(site), theme.light)) },
    ...own.map((entity) => ({
      path: decodeURIComponent(cardOfEntity(entity)),
      render: () => pngOf(cardPicture(network, entityText(site, entity), theme.light, entity.id)),
    })),
  ];
}

/** The address of the card of a page, relative to the site’s root; undefined where there is none. */
export function cardOf(site: Site, record?: AnyRecord | Story): string | undefined {
  const cards = cardsOf(site);
  if (cards === "none") return undefined;
  const isOwn = record !== undefined && "kind" in record && record.kind === "entity";
  return isOwn && cards === "each" ? cardOfEntity(record) : SITE_CARD;
}

const cardOfEntity = ({ id }: Entity): string => `${pagePath("entity", id)}card.png`;

function siteText({ content, words: { messages, say } }: Site): CardText {
  const { common, machines } = messages;
  const { settings, entities, edges } = content;
  return {
    kicker: say(machines.cardSize, {
      entities: say(common.entities, { n: entities.length }),
      claims: say(common.claims, { n: edges.length }),
    }),
    title: settings.title,
    description: settings.description,
    foot: settings.baseUrl === undefined ? "" : new URL(settings.baseUrl).host,
  };
}

function entityText(site: Site, entity: Entity): CardText {
  return {
    kicker: entityTypeOf(site, entity).label,
    title: entity.name,
    description: entity.description,
    foot: site.content.settings.title,
  };
}

/** Those of the last builds of this process: `skein dev` builds again at every save, and few cards change. */
const drawn = new Map<string, Promise<Uint8Array>>();

/** With the fonts of the machine, in the background. */
function pngOf(svg: string): Promise<Uint8Array> {
  const found = drawn.get(svg) ?? renderAsync(svg).then((picture) => picture.asPng());
  if (drawn.size > CARDS_LIMIT) drawn.clear();
  drawn.set(svg, found);
  return found;
}
