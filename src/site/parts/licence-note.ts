/** Under which licence the graph is, as far as it is said. */
import { type Html, html } from "../../shared/html.ts";
import type { Site } from "../site.ts";

export function licenceNote({ content, words: { messages, mark } }: Site): Html {
  const { license } = content.settings;
  const { about: said } = messages;
  return html`<p>${license === undefined ? said.noLicense : mark(said.license, { license: html`<bdi>${license}</bdi>` })}</p>
`;
}
