/** The claims of the site, fetched when a page first needs them. */
import type { Network } from "../shared/network.ts";

/** Fetches the network that the element names, once; after a failure, again when it is next asked for. */
export function networkOnce(element: HTMLElement): () => Promise<Network> {
  let network: Promise<Network> | undefined;
  return () => {
    network ??= fetchNetwork(element.dataset.network ?? "").catch((error: unknown) => {
      network = undefined;
      throw error;
    });
    return network;
  };
}

async function fetchNetwork(address: string): Promise<Network> {
  // What reads the file comes with it: until then, nobody needs it.
  const [response, { decodeNetwork }] = await Promise.all([fetch(address), import("../shared/network.ts")]);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return decodeNetwork(await response.json());
}

/** Says, in front of an element, that the claims could not be had; the page without them stays. */
export function explainFailure(element: HTMLElement, error: unknown): void {
  const id = "claims-failure";
  const notice = document.getElementById(id) ?? document.createElement("p");
  notice.id = id;
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  const reason = error instanceof Error ? error.message : String(error);
  notice.textContent = `The claims could not be loaded (${reason}). What the page shows without them is all here.`;
  element.prepend(notice);
}
