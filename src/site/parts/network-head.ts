/** What stands in the head of a page with the map: its script and data, and all that these will ask for, at once. */
import { type Html, html } from "../../shared/html.ts";
import { NETWORK_DATA, NETWORK_SCRIPT } from "../../shared/paths.ts";
import { assetPath } from "../assets.ts";
import { networkParts } from "../scripts.ts";
import type { Site } from "../site.ts";
import { wordsBlock } from "./words-block.ts";

export function networkHead(site: Site, root: string): Html {
  return html`${wordsBlock(site)}<script type="module" src="${root}${assetPath(site, NETWORK_SCRIPT)}"></script>
<link rel="preload" href="${root}${NETWORK_DATA}" as="fetch" crossorigin="anonymous">
${networkParts().map((path) => html`<link rel="modulepreload" href="${root}${path}">\n`)}`;
}
