/** An entity among its neighbours: a drawing, the way to the network page, and the pages of its pairs. */
import { type Html, html } from "../../shared/html.ts";
import { pairPath } from "../../shared/paths.ts";
import type { Entity } from "../../shared/records.ts";
import { addressOf, PLAIN_VIEWPOINT } from "../../shared/viewpoint.ts";
import { compose } from "../compose.ts";
import { neighbourhoodPicture } from "../drawings/neighbourhood-picture.ts";
import type { Surroundings } from "../network.ts";
import { type PairSize, pairsWith } from "../pairs.ts";
import { entityName, type Site } from "../site.ts";

export function neighbourhood(site: Site, entity: Entity, surroundings: Surroundings, root: string): Html {
  const picture = neighbourhoodPicture(site, surroundings, entity.id, root);
  const focused = addressOf({ ...PLAIN_VIEWPOINT, select: entity.id, within: 1 });
  const connection = addressOf({ ...PLAIN_VIEWPOINT, route: `${entity.id}--` });
  const { messages, say } = site.words;
  const { neighbours: said } = messages.parts;
  const toNetwork = html`<p class="to-network"><a href="${root}${focused}">${said.inNetwork}</a> · <a href="${root}${connection}">${messages.app.entity.connect}</a></p>\n`;
  if (picture === undefined) return toNetwork;
  const { svg, shown, of, isBundled } = picture;
  const cut = shown < of ? say(said.cut, { shown, n: of - shown }) : "";
  const bundled = isBundled ? said.bundled : "";
  const pieces = {
    root,
    picture: svg,
    note: cut && bundled ? say(said.cutAndBundled, { cut, bundled }) : cut || bundled,
    toNetwork,
    pairs: pairList(site, entity, root),
  };
  return compose(
    site,
    "neighbourhood",
    pieces,
    (p) => html`<section class="neighbourhood" aria-labelledby="neighbours-heading">
<h2 id="neighbours-heading">${said.heading}</h2>
<figure>
<div class="neighbourhood-picture">
${p.picture}</div>
${p.note !== "" && html`<figcaption>${p.note}</figcaption>\n`}</figure>
${p.toNetwork}${p.pairs}</section>
`,
  );
}

const PAIRS_OPEN = 12;
const PAIRS_LIMIT = 200;

function pairList(site: Site, entity: Entity, root: string): Html | false {
  const pairs = pairsWith(site, entity.id);
  if (pairs.length === 0) return false;
  const { messages, say } = site.words;
  const { neighbours: said } = messages.parts;
  const item = ({ other, size }: PairSize) =>
    html`<li><a href="${root}${pairPath(entity.id, other)}"><bdi>${entityName(site, other)}</bdi></a> <span class="tally">${say(messages.common.claims, { n: size })}</span></li>\n`;
  const rest = pairs.slice(PAIRS_OPEN, PAIRS_LIMIT);
  return html`<h3>${said.pairs}</h3>
<ul class="names">
${pairs.slice(0, PAIRS_OPEN).map(item)}</ul>
${rest.length > 0 && html`<details>\n<summary>${say(said.more, { n: pairs.length - PAIRS_OPEN })}</summary>\n<ul class="names">\n${rest.map(item)}</ul>\n${pairs.length > PAIRS_LIMIT && html`<p>${say(said.moreInNetwork, { n: pairs.length - PAIRS_LIMIT })}</p>\n`}</details>\n`}`;
}
