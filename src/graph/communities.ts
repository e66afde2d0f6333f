/**
 * Which entities belong together, by the claims between them.
 *
 * Louvain method: Blondel, Guillaume, Lambiotte and Lefebvre, “Fast unfolding of communities in large networks”,
 * Journal of Statistical Mechanics (2008) P10008.
 */
import louvain from "graphology-communities-louvain";
import { compareText } from "../shared/text.ts";
import { seededRandom } from "./random.ts";
import type { TieGraph } from "./ties.ts";

/** The community of each node, numbered from 0: the largest first, ties broken by the smallest id. */
export function communitiesOf(ties: TieGraph): Map<string, number> {
  if (ties.size === 0) return new Map(ties.nodes().map((id, i) => [id, i]));
  return numbered(Object.entries(louvain(ties, { getEdgeWeight: "weight", rng: seededRandom(1) })));
}

/** The same communities, numbered in that way. */
export function numbered(found: Iterable<readonly [id: string, community: number]>): Map<string, number> {
  const members = new Map<number, string[]>();
  for (const [id, community] of found) {
    const list = members.get(community);
    if (list === undefined) members.set(community, [id]);
    else list.push(id);
  }
  const ordered = [...members.values()]
    .map((ids) => ids.sort(compareText))
    .sort((a, b) => b.length - a.length || compareText(a[0] ?? "", b[0] ?? ""));
  return new Map(ordered.flatMap((ids, community) => ids.map((id): [string, number] => [id, community])));
}
