/** Links from a page to the web editor: correct what is here, add what is missing. Nothing where the editor is not known. */
import { type Html, html } from "../../shared/html.ts";
import type { AnyRecord, Story } from "../../shared/records.ts";
import { type ClaimStart, type Editor, editorOf } from "../editor.ts";
import type { Site } from "../site.ts";

export interface Contribution {
  /** The record whose file is to be corrected. */
  readonly correct?: AnyRecord | Story;
  /** What a new claim is to be about, with the words of the link. */
  readonly claim?: { readonly start?: ClaimStart; readonly words: Html | string };
  readonly entity?: boolean;
  readonly source?: boolean;
}

/** A row of links, without those that lead nowhere. */
export function contributeLinks(site: Site, contribution: Contribution): Html | false {
  const editor = editorOf(site);
  if (editor === undefined) return false;
  const { contribute: said } = site.words.messages;
  const links = linksIn(site, editor, contribution);
  return (
    links.length > 0 &&
    html`<nav class="contribute" aria-label="${said.heading}">
<ul>
${links.map(([address, words]) => html`<li>${editorLink(address, words)}</li>\n`)}</ul>
</nav>
`
  );
}

function linksIn(
  { words: { messages } }: Site,
  editor: Editor,
  { correct, claim, entity, source }: Contribution,
): [string, Html | string][] {
  const { common, contribute: said } = messages;
  const all: [string | undefined, Html | string][] = [
    [correct && editor.correct(correct), common.correct],
    [claim && editor.addClaim(claim.start), claim?.words ?? said.addClaim],
    [entity === true ? editor.addEntity() : undefined, said.addEntity],
    [source === true ? editor.addSource() : undefined, said.addSource],
  ];
  return all.flatMap(([address, words]) => (address === undefined ? [] : [[address, words]]));
}

/** Robots have no business in an editor. */
export const editorLink = (address: string, words: Html | string): Html =>
  html`<a href="${address}" rel="external nofollow noopener">${words}</a>`;
