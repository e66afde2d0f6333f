/** The network page: reads the network and the address, and lets the parts of the page follow the state. */
import { decodeNetwork } from "../shared/network.ts";
import { PLAIN_VIEWPOINT, viewpointIn } from "../shared/viewpoint.ts";
import { keepHistory } from "./history.ts";
import { createModel } from "./model.ts";
import { mountPage } from "./page.ts";
import { createStore, look } from "./state.ts";
import { mountStory } from "./story.ts";
import { readWords } from "./words.ts";

const page = document.querySelector<HTMLElement>("[data-network]");
if (page !== null) start(page).catch((error: unknown) => explain(page, error));

async function start(element: HTMLElement): Promise<void> {
  const response = await fetch(element.dataset.network ?? "");
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const model = createModel(decodeNetwork(await response.json()), element.dataset.root ?? "./", readWords());
  const isStory = element.dataset.story !== undefined;
  const store = createStore(look(isStory ? PLAIN_VIEWPOINT : viewpointIn(location)));
  if (isStory) mountStory(element, store);
  else keepHistory(store);
  await mountPage(element, model, store);
}

function explain(element: HTMLElement, error: unknown): void {
  const notice = document.createElement("p");
  notice.className = "notice";
  const reason = error instanceof Error ? error.message : String(error);
  notice.textContent = `The interactive map could not be loaded (${reason}). The drawing and the lists are all here.`;
  (element.querySelector(".network-side, .story-text") ?? element).prepend(notice);
}
