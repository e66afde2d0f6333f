/** “Cite this claim”: its citation in three forms, each to be copied. Loaded when it is first asked for. */
import { type CitedClaim, citationForms } from "../../shared/citation.ts";
import { html } from "../../shared/html.ts";
import type { NetworkClaim } from "../../shared/network.ts";
import type { PageModel } from "../model.ts";
import { copy } from "./download.ts";

export function citationDialog(
  page: HTMLElement,
  claim: NetworkClaim,
  model: PageModel,
  { site, url }: Pick<CitedClaim, "site" | "url">,
  announce: (text: string) => void,
): void {
  const { common, app } = model.words.messages;
  const { citation: words } = app;
  const cited: CitedClaim = {
    id: claim.id,
    sentence: model.sentence(claim),
    date: claim.date?.words,
    status: claim.status,
    sources: claim.sources,
    site,
    url,
    accessed: new Date().toISOString().slice(0, 10),
  };
  const forms = citationForms(cited, model.words);
  const dialog = document.createElement("dialog");
  dialog.className = "citation";
  dialog.setAttribute("aria-labelledby", "citation-heading");
  dialog.innerHTML =
    html`<div class="panel-head"><h2 id="citation-heading">${common.citation.cite}</h2><button type="button" class="panel-close" data-close aria-label="${app.close}">×</button></div>
${forms.map(([name, text], i) => html`<section><h3>${name}</h3><pre tabindex="0">${text}</pre><button type="button" data-form="${i}">${words.copy}</button></section>`)}`.markup;
  dialog.addEventListener("click", async (event) => {
    const target = event.target as HTMLElement;
    if (target === dialog || target.closest("[data-close]") !== null) return dialog.close();
    const form = forms[Number(target.dataset.form ?? -1)];
    if (form !== undefined && (await copy(form[1]))) {
      target.textContent = words.copied;
      announce(words.announced);
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  page.append(dialog);
  dialog.showModal();
}
