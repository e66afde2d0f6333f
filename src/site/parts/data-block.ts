/** Data within a page: an element that no browser runs. */
import { type Html, html, raw } from "../../shared/html.ts";

/** The data as JSON in a `script` element of a type that is no script’s. */
export function dataBlock(
  type: "application/json" | "application/ld+json",
  data: unknown,
  id?: string,
): Html {
  return html`<script type="${type}"${id !== undefined && html` id="${id}"`}>${raw(forScript(JSON.stringify(data)))}</script>\n`;
}

/** Within strings of JSON, where alone these occur; so that nothing that an author wrote can end the element. */
const forScript = (json: string): string =>
  json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
