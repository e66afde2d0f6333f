/** Says that what is told of claims could not be had; they are shown without it. */
import { type Html, html } from "../shared/html.ts";
import type { SharedWords } from "../shared/words/words.ts";

export function untoldNotice(error: unknown, { say, messages }: SharedWords): Html {
  const reason = error instanceof Error ? error.message : String(error);
  return html`<p class="notice" role="alert">${say(messages.app.panel.untold, { reason })}</p>`;
}
