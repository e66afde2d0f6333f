/** The network as a page fetches it: first what the map shows, then what is told of claims, when somebody asks. */
import { detailsPath } from "../shared/claim-details.ts";
import type { Network, NetworkClaim } from "../shared/network.ts";
import { type DetailsFile, decodeNetwork } from "../shared/network-data.ts";
import type { CommonWords } from "../shared/words/words.ts";

/**
 * Has all told of claims: their own titles, to whom they are attributed, what they are about, what is cited against
 * them. Undefined where that has been done.
 */
export type Tell = (claims: Iterable<NetworkClaim>) => Promise<void> | undefined;

export interface FetchedNetwork {
  readonly network: Network;
  readonly tell: Tell;
}

/** Fetches the network that the element names. Throws where the server has no answer, or not this one. */
export async function openNetwork({ dataset }: HTMLElement, words: CommonWords): Promise<FetchedNetwork> {
  const { network: address = "", root = "./" } = dataset;
  const response = await fetched(address, words);
  const { network, untold, tell } = decodeNetwork(new Uint8Array(await response.arrayBuffer()));
  const loading = new Map<number, Promise<void>>();

  async function load(chunk: number): Promise<void> {
    try {
      const answer = await fetched(root + detailsPath(chunk), words);
      tell(chunk, (await answer.json()) as DetailsFile);
    } finally {
      loading.delete(chunk);
    }
  }

  return {
    network,
    tell(claims) {
      const chunks = untold(claims);
      if (chunks.length === 0) return undefined;
      const loads = chunks.map((chunk) => {
        const running = loading.get(chunk) ?? load(chunk);
        loading.set(chunk, running);
        return running;
      });
      return Promise.all(loads).then(() => undefined);
    },
  };
}

async function fetched(address: string, { say, messages }: CommonWords): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(say(messages.common.answered, { status: String(response.status) }));
  return response;
}
