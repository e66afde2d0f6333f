/** The claims of the site, with all that is told of them, fetched when a page first needs them. */
import type { Network } from "../shared/network.ts";
import type { ListWords } from "../shared/words/words.ts";

/** Fetches the network that the element names, once; after a failure, again when it is next asked for. */
export function networkOnce(element: HTMLElement, words: ListWords): () => Promise<Network> {
  let network: Promise<Network> | undefined;
  return () => {
    network ??= fetchNetwork(element, words).catch((error: unknown) => {
      network = undefined;
      throw error;
    });
    return network;
  };
}

async function fetchNetwork(element: HTMLElement, words: ListWords): Promise<Network> {
  // What reads the file comes when it is needed.
  const { openNetwork } = await import("./open-network.ts");
  const { network, tell } = await openNetwork(element, words);
  await tell(network.claims);
  return network;
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
