/**
 * The page of a story: its text, and the map beside it. The script sets the map to the `data-viewpoint` of the step
 * that is read; without it, every step has a link to the map as it should look there.
 */
import { type Html, html } from "../../shared/html.ts";
import type { Network } from "../../shared/network.ts";
import { NETWORK_DATA, storyPath } from "../../shared/paths.ts";
import type { Story } from "../../shared/records.ts";
import { addressOf } from "../../shared/viewpoint.ts";
import { compose } from "../compose.ts";
import { networkPicture } from "../drawings/network-picture.ts";
import { rootFrom } from "../page.ts";
import { footnoteList } from "../parts/claim.ts";
import { contributeLinks } from "../parts/contribute.ts";
import { networkHead } from "../parts/network-head.ts";
import { Footnotes, storyProseOf } from "../prose.ts";
import { documentOf } from "../shell.ts";
import type { Site } from "../site.ts";

export function storyPage(site: Site, story: Story, network: Network): string {
  const address = storyPath(story.id);
  const root = rootFrom(address);
  const footnotes = new Footnotes();
  const { introduction, steps, notes } = storyProseOf(site, story, root, footnotes);
  const { story: said } = site.words.messages;
  const prose = (part: Html) => part.markup !== "" && html`<div class="prose">\n${part}</div>\n`;
  const pieces = {
    root,
    title: story.title,
    description: story.description,
    introduction: prose(introduction),
    steps: html`${steps.map((step, i) => stepSection(site, story, i, step, root))}`,
    notes: prose(notes),
    sources: footnoteList(site, footnotes, root),
    others: neighbours(site, story, root),
    contribute: contributeLinks(site, { correct: story }),
    map: html`<div class="stage" id="stage">
${network.entities.length === 0 ? html`<p class="empty">${said.nothing}</p>\n` : networkPicture(network, { root, words: site.words }).svg}</div>
`,
  };
  const inner = compose(
    site,
    "story",
    pieces,
    (p) => html`<article class="story-text">
<header class="record-header">
<h1><bdi>${p.title}</bdi></h1>
${p.description !== undefined && html`<p class="standfirst">${p.description}</p>\n`}</header>
${p.introduction}${p.steps}${p.notes}${p.sources}${p.others}${p.contribute}</article>
${p.map}`,
  );
  const main = html`<div class="network story" data-network="${root}${NETWORK_DATA}" data-root="${root}" data-story>
${inner}</div>
`;
  return documentOf({
    site,
    root,
    address,
    title: story.title,
    description: story.description,
    section: "stories",
    bodyClass: "story-page",
    head: networkHead(site, root),
    main,
    record: story,
  });
}

function stepSection(site: Site, story: Story, index: number, prose: Html, root: string): Html {
  const viewpoint = story.steps[index];
  const address = viewpoint === undefined ? "" : addressOf(viewpoint);
  return html`<section class="step prose" id="step-${index + 1}" data-viewpoint="${address}">
${prose}<p class="step-map"><a href="${root}${address}">${site.words.messages.story.onMap}</a></p>
</section>
`;
}

/** The stories before and after this one. */
function neighbours(site: Site, story: Story, root: string): Html | false {
  const { stories } = site.content;
  const place = stories.indexOf(story);
  const { messages, mark } = site.words;
  const { story: said } = messages;
  const link = (message: string, rel: string, other: Story | undefined) =>
    other !== undefined &&
    html`<p>${mark(message, { title: html`<a href="${root}${storyPath(other.id)}" rel="${rel}"><bdi>${other.title}</bdi></a>` })}</p>\n`;
  if (stories.length < 2) return false;
  return html`<nav class="story-pager" aria-label="${said.others}">
${link(said.previous, "prev", stories[place - 1])}${link(said.next, "next", stories[place + 1])}</nav>
`;
}
