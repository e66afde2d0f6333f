/** Looking through a source or a publisher: what it carries, what it carries alone, what is left without it. */
import type { NetworkClaim, NetworkSource } from "../shared/network.ts";
import type { Lens, Viewpoint } from "../shared/viewpoint.ts";
import type { Model } from "./model.ts";

/** The sources that a viewpoint looks through; undefined where it looks through none. */
export function lookedThrough(
  model: Model,
  { source, publisher }: Pick<Viewpoint, "source" | "publisher">,
): ReadonlySet<NetworkSource> | undefined {
  if (source === undefined && publisher === undefined) return undefined;
  return new Set(
    model.network.sources.filter(
      (each) => each.id === source || (publisher !== undefined && each.publisher === publisher),
    ),
  );
}

/**
 * Whether a claim is seen through a lens. It rests on the sources where one that supports it is among them or was made
 * from one of them; on them alone where all are. Without them stands what does not rest on them alone.
 */
export function isSeenThrough(claim: NetworkClaim, sources: ReadonlySet<NetworkSource>, lens: Lens): boolean {
  const resting = claim.sources.filter((source) => restsOn(source, sources)).length;
  if (lens === "supports") return resting > 0;
  const isAlone = resting > 0 && resting === claim.sources.length;
  return lens === "alone" ? isAlone : !isAlone;
}

function restsOn(source: NetworkSource, sources: ReadonlySet<NetworkSource>): boolean {
  const seen = new Set([source]);
  for (const each of seen) {
    if (sources.has(each)) return true;
    for (const origin of each.derivedFrom) seen.add(origin);
  }
  return false;
}
