/** A name in its own direction and, as far as its letters tell, in its own language. */
import { type Html, html } from "../../shared/html.ts";
import { languageOfName } from "../../shared/script.ts";
import type { Site } from "../site.ts";

export function nameIn({ content }: Site, name: string): Html {
  const language = languageOfName(name, content.settings.language);
  return html`<bdi${language !== undefined && html` lang="${language}"`}>${name}</bdi>`;
}
