/** “Last changed on 3 November 2026 by Ada · history”: what git says of the file that a page is made from. */
import { type Html, html } from "../../shared/html.ts";
import { pathInRepository, repositoryOf } from "../editor.ts";
import { dayInWords, dayOf, fileHistoryOf } from "../history.ts";
import type { Site } from "../site.ts";

/** The address of the page that lists all changes. */
export const CHANGES = "changes/";

/** Nothing for a file whose last change is not known, because it was not committed or is older than the history. */
export function lastChanged(site: Site, file: string, root: string): Html | false {
  const found = fileHistoryOf(site, file);
  if (found === undefined) return false;
  const own = repositoryOf(site).pages?.history(pathInRepository(site, file));
  const { messages, mark } = site.words;
  const { parts: said } = messages;
  const history =
    own === undefined
      ? html`<a href="${root}${CHANGES}">${said.history}</a>`
      : html`<a href="${own}" rel="external nofollow noopener">${said.history}</a>`;
  const { time, author } = found.last;
  return html`${mark(said.lastChanged, { day: dayTime(site, dayOf(time)), author: authorName(site, author), history })} `;
}

/** A day in words that programs can read as well. */
export const dayTime = (site: Site, day: string): Html =>
  html`<time datetime="${day}">${dayInWords(site, day)}</time>`;

export const authorName = ({ words: { messages } }: Site, name: string): Html =>
  name === "" ? html`${messages.parts.nameless}` : html`<bdi>${name}</bdi>`;
