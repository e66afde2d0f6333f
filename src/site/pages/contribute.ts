/** How a reader corrects something in the browser, and adds to it; only where the editor of the repository is known. */
import { type Html, html } from "../../shared/html.ts";
import { FOLDERS } from "../../shared/paths.ts";
import type { Editor } from "../editor.ts";
import { type NewFile, newClaim, newEntity, newSource } from "../new-file.ts";
import { rootFrom } from "../page.ts";
import { editorLink } from "../parts/contribute.ts";
import { overviewPage } from "../parts/overview.ts";
import type { Site } from "../site.ts";

export const CONTRIBUTE = "contribute/";
const ROOT = rootFrom(CONTRIBUTE);

export function contributePage(site: Site, editor: Editor): string {
  const { shell, contribute: said } = site.words.messages;
  const { mark } = site.words;
  const link = (address: string, words: string) => html`<a href="${ROOT}${address}">${words}</a>`;
  return overviewPage(site, {
    name: "contribute",
    address: CONTRIBUTE,
    title: shell.contribute,
    summary: said.summary,
    body: html`<div class="prose">
${steps(site, editor)}${additions(site, editor)}<p>${mark(said.more, { help: link("help/", shell.help), about: link("about/", shell.about) })}</p>
</div>
`,
  });
}

function steps({ words: { messages, mark } }: Site, { host }: Editor): Html {
  const { steps: said } = messages.contribute;
  const code = (text: string) => html`<code>${text}</code>`;
  const dates = { day: code("2023-06-15"), month: code("2023-06"), year: code("2023") };
  return html`<h2>${said.heading}</h2>
<ol>
<li>${mark(said.open, { correct: messages.common.correct, host })}</li>
<li>${mark(said.change, { example: code("date: 2023-06-15"), ...dates })}</li>
<li>${said.propose}</li>
</ol>
<p>${said.afterwards}</p>
`;
}

function additions(site: Site, editor: Editor): Html {
  const { messages, mark } = site.words;
  const { contribute: said, parts } = messages;
  const sources = html`<a href="${ROOT}${FOLDERS.source}/">${parts.links.sources}</a>`;
  return html`<h2>${said.add.heading}</h2>
<p>${mark(said.add.note, { ending: html`<code>.md</code>` })}</p>
<p>${mark(said.add.first, { sources })}</p>
<ul>
${addition(site, editor.addSource(), said.addSource, newSource(site))}${addition(site, editor.addEntity(), said.addEntity, newEntity(site))}${addition(site, editor.addClaim(), said.addClaim, newClaim(site))}</ul>
`;
}

/** The link, and the text for hosts that do not take it from an address. */
function addition(
  site: Site,
  address: string | undefined,
  words: string,
  file: NewFile | undefined,
): Html | false {
  return (
    address !== undefined &&
    html`<li>${editorLink(address, words)}
<details><summary>${site.words.messages.contribute.add.copy}</summary>
<pre tabindex="0"><code>${file?.text}</code></pre>
</details></li>
`
  );
}
