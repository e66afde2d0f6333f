/** “Last changed on 3 November 2026 by Ada · history”: what git says of the file that a page is made from. */
import { type Html, html } from "../../shared/html.ts";
import { dayInWords, dayOf, fileHistoryOf, historyOf } from "../history.ts";
import { repositoryPages } from "../repository.ts";
import type { Site } from "../site.ts";

/** The address of the page that lists all changes. */
export const CHANGES = "changes/";

const WORDS = {
  lastChanged: "Last changed on",
  by: "by",
  nameless: "somebody without a name",
  history: "history",
};

/** Nothing for a file whose last change is not known, because it was not committed or is older than the history. */
export function lastChanged(site: Site, file: string, root: string): Html | false {
  const found = fileHistoryOf(site, file);
  if (found === undefined) return false;
  const own = repositoryPages(site.content.settings.repository)?.history(
    `${historyOf(site)?.folder ?? ""}${file}`,
  );
  const link =
    own === undefined
      ? html`<a href="${root}${CHANGES}">${WORDS.history}</a>`
      : html`<a href="${own}" rel="external nofollow noopener">${WORDS.history}</a>`;
  return html`${WORDS.lastChanged} ${dayTime(site, dayOf(found.last.time))} ${WORDS.by} ${authorName(found.last.author)} · ${link}. `;
}

/** A day in words that programs can read as well. */
export const dayTime = (site: Site, day: string): Html =>
  html`<time datetime="${day}">${dayInWords(site, day)}</time>`;

export const authorName = (name: string): Html =>
  name === "" ? html`${WORDS.nameless}` : html`<bdi>${name}</bdi>`;
