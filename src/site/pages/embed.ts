/** The map for other people’s pages: no more than the drawing of a chosen viewpoint, and the way back. */
import { html } from "../../shared/html.ts";
import { EMBED_SCRIPT, ICON, NETWORK_DATA, STYLESHEET } from "../../shared/paths.ts";
import { assetPath } from "../assets.ts";
import { compose } from "../compose.ts";
import { themeScript } from "../parts/theme-script.ts";
import { wordsBlock } from "../parts/words-block.ts";
import { CONTENT_SECURITY_POLICY } from "../policy.ts";
import type { Site } from "../site.ts";

export function embedPage(site: Site): string {
  const { settings } = site.content;
  const root = "../";
  const { messages, mark } = site.words;
  const { small: said } = messages;
  const page = html`<a href="${root}">${said.ownPage}</a>`;
  const pieces = {
    root,
    title: settings.title,
    map: html`<div class="stage"><noscript><p class="notice">${mark(said.embedNoScript, { page })}</p></noscript></div>\n`,
    source: html`<p class="embed-source"><a href="${root}" target="_blank" rel="noopener"><bdi>${settings.title}</bdi></a></p>\n`,
  };
  const main = compose(
    site,
    "embed",
    pieces,
    (p) => html`<h1 class="visually-hidden"><bdi>${p.title}</bdi></h1>
${p.map}${p.source}`,
  );
  return html`<!doctype html>
<html lang="${settings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${settings.title}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}${assetPath(site, ICON)}" type="image/svg+xml">
<link rel="stylesheet" href="${root}${assetPath(site, STYLESHEET)}">
${themeScript(site, root)}
<script type="module" src="${root}${assetPath(site, EMBED_SCRIPT)}"></script>
${wordsBlock(site, ["common"])}</head>
<body class="embed-page">
<main class="embed" data-network="${root}${NETWORK_DATA}" data-root="${root}">
${main}</main>
</body>
</html>
`.markup;
}
