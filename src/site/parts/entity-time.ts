/** The claims of an entity in time: a drawing without tools. */
import { type Html, html } from "../../shared/html.ts";
import { TIMELINE } from "../../shared/paths.ts";
import { timelinePicture, wholeWindow } from "../../shared/timeline-picture.ts";
import { compose } from "../compose.ts";
import type { Surroundings } from "../network.ts";
import type { Site } from "../site.ts";

/** Nothing where fewer than two of its claims that stand have a date: there is no before and after. */
export function entityTime(site: Site, surroundings: Surroundings, root: string): Html | false {
  const claims = surroundings.claims.filter(({ date }) => date !== undefined);
  const span = wholeWindow(claims);
  if (claims.length < 2 || span === undefined) return false;
  const { messages, say } = site.words;
  const { time: said } = messages.entity;
  const { svg, hasMarks } = timelinePicture(claims, span, {
    types: surroundings.edgeTypes,
    frame: { root, words: site.words },
  });
  const pieces = {
    root,
    picture: svg,
    note: say(hasMarks ? said.marks : said.bars, { n: claims.length }),
    toTimeline: html`<p class="to-network"><a href="${root}${TIMELINE}">${said.timeline}</a></p>\n`,
  };
  return compose(
    site,
    "in-time",
    pieces,
    (p) => html`<section class="time" aria-labelledby="time-heading">
<h2 id="time-heading">${said.heading}</h2>
<p class="time-count">${p.note}</p>
<div class="time-plot">
${p.picture}</div>
${p.toTimeline}</section>
`,
  );
}
