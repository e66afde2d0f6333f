/** The claims of the site, fetched when a page first needs them. */
import type { Network } from "../shared/network.ts";
import type { ListWords } from "../shared/words/words.ts";

/** Fetches the network that the element names, once; after a failure, again when it is next asked for. */
export function networkOnce(element: HTMLElement, words: ListWords): () => Promise<Network> {
  let network: Promise<Network> | undefined;
  return () => {
    network ??= fetchNetwork(element.dataset.network ?? "", words).catch((error: unknown) => {
      network = undefined;
      throw error;
    });
    return network;
  };
}

async function fetchNetwork(address: string, { messages, say }: ListWords): Promise<Network> {
  // What reads the file comes with it: until then, nobody needs it.
  const [response, { decodeNetwork }] = await Promise.all([fetch(address), import("../shared/network.ts")]);
  if (!response.ok) throw new Error(say(messages.common.answered, { status: String(response.status) }));
  return decodeNetwork(await response.json());
}

/** Says, in front of an element, that the claims could not be had; the page without them stays. */
export function explainFailure(element: HTMLElement, error: unknown, { messages, say }: ListWords): void {
  const id = "claims-failure";
  const notice = document.getElementById(id) ?? document.createElement("p");
  notice.id = id;
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  const reason = error instanceof Error ? error.message : String(error);
  notice.textContent = say(messages.lists.failed, { reason });
  element.prepend(notice);
}
