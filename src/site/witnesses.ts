/** Which claims only one independent source speaks for. */
import type { Network, NetworkClaim } from "../shared/network.ts";
import { originsOf } from "../shared/support.ts";

/** Of the claims that stand, newest first; a wire copy is no second witness. */
export function restingOnOne(network: Network): NetworkClaim[] {
  return network.claims.filter(({ sources }) => originsOf(sources).size === 1);
}
