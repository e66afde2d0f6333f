/** The script that every page begins with, and what its switch says: it runs before the page’s words are read. */
import { type Html, html } from "../../shared/html.ts";
import { THEME_SCRIPT } from "../../shared/paths.ts";
import { assetPath } from "../assets.ts";
import type { Site } from "../site.ts";

export function themeScript(site: Site, root: string): Html {
  const { theme } = site.words.messages.shell;
  return html`<script src="${root}${assetPath(site, THEME_SCRIPT)}" data-auto="${theme.auto}" data-auto-label="${theme.autoLabel}" data-light="${theme.light}" data-light-label="${theme.lightLabel}" data-dark="${theme.dark}" data-dark-label="${theme.darkLabel}"></script>`;
}
