/** The network page: reads the network and the address, and lets the parts of the page follow the state. */
import { PLAIN_VIEWPOINT, viewpointIn } from "../shared/viewpoint.ts";
import type { SharedWords } from "../shared/words/words.ts";
import { keepHistory } from "./history.ts";
import { createModel } from "./model.ts";
import { openNetwork } from "./open-network.ts";
import { mountPage } from "./page.ts";
import { createStore, look } from "./state.ts";
import { mountStory } from "./story.ts";
import { readWords } from "./words.ts";

const page = document.querySelector<HTMLElement>("[data-network]");
if (page !== null) {
  const words = readWords();
  start(page, words).catch((error: unknown) => explain(page, words, error));
}

async function start(element: HTMLElement, words: SharedWords): Promise<void> {
  const { network, tell } = await openNetwork(element, words);
  const model = createModel(network, element.dataset.root ?? "./", words, tell);
  const isStory = element.dataset.story !== undefined;
  const store = createStore(look(isStory ? PLAIN_VIEWPOINT : viewpointIn(location)));
  if (isStory) mountStory(element, store);
  else keepHistory(store);
  await mountPage(element, model, store);
}

function explain(element: HTMLElement, { say, messages }: SharedWords, error: unknown): void {
  const notice = document.createElement("p");
  notice.className = "notice";
  const reason = error instanceof Error ? error.message : String(error);
  notice.textContent = say(messages.app.failed, { reason });
  (element.querySelector(".network-side, .story-text") ?? element).prepend(notice);
}
