/** What a search has found, as items of a list. */
import { type Html, html, join } from "../../shared/html.ts";
import { pagePath, storyPath } from "../../shared/paths.ts";
import type { SearchKind } from "../../shared/search-index.ts";
import type { AskedTerm } from "../../shared/terms.ts";
import type { SearchMessages, Words } from "../../shared/words/words.ts";
import { excerpt, marked } from "./excerpt.ts";
import type { FoundDocument } from "./full-text.ts";

export interface ResultContext {
  readonly terms: readonly AskedTerm[];
  readonly root: string;
  /** What types are called, by `typeTerm`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly words: Words<SearchMessages>;
}

export function resultItem(document: FoundDocument, context: ResultContext): Html {
  const { terms, root } = context;
  const { kind, id, title, also, text, isSuperseded } = document;
  const body = [also, text].filter((part) => part !== undefined).join(" · ");
  return html`<li class="result${isSuperseded && " superseded"}">
<p class="claim-sentence"><a href="${root}${addressOf(kind, id)}"><bdi>${marked(title, terms)}</bdi></a></p>
<p class="claim-facts">${join(factsOf(document, context), html` <span aria-hidden="true">·</span> `)}</p>
${body !== "" && html`<p class="excerpt" dir="auto">${excerpt(body, terms)}</p>`}
</li>`;
}

const addressOf = (kind: SearchKind, id: string): string =>
  kind === "story" ? storyPath(id) : pagePath(kind, id);

function factsOf(document: FoundDocument, { labels, words: { messages } }: ResultContext): Html[] {
  const { kind, type, date, status, isSuperseded } = document;
  const facts = [html`${sign(kind, type)}${messages.search.is[kind]}`];
  const label = type === undefined ? undefined : labels.get(type);
  if (label !== undefined) facts.push(html`<span class="badge">${label}</span>`);
  if (date !== undefined) facts.push(html`${date}`);
  else if (kind === "edge") facts.push(html`${messages.common.undated}`);
  if (status !== undefined)
    facts.push(html`<span class="badge status-${status}">${messages.common.status[status]}</span>`);
  if (isSuperseded) facts.push(html`<span class="badge">${messages.search.superseded}</span>`);
  return facts;
}

/** In the colour of the type; its term ends in its id. */
function sign(kind: SearchKind, type = ""): Html {
  const id = type.split(":").at(-1) ?? "";
  if (kind === "entity") return html`<span class="swatch" data-entity-type="${id}"></span>`;
  if (kind === "edge") return html`<span class="line-swatch" data-edge-type="${id}"></span>`;
  return html`<span class="source-sign" aria-hidden="true"></span>`;
}
