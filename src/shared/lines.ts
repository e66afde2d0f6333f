/** Which lines claims draw, and which claims draw none any more. */
import type { Edge } from "./records.ts";

/** The lines of a claim: each actor with each target. */
export function pairsOf(edge: Pick<Edge, "from" | "to">): [from: string, to: string][] {
  return edge.from.flatMap((from) => edge.to.map((to): [string, string] => [from, to]));
}

/** The keys of a claim’s lines: its id, `id/2`, `id/3` … */
export const lineKey = (claim: string, index: number): string =>
  index === 0 ? claim : `${claim}/${index + 1}`;

/** The ids of claims that a later claim corrects. */
export function supersededClaims(edges: readonly Pick<Edge, "supersedes">[]): Set<string> {
  return new Set(edges.flatMap((edge) => edge.supersedes));
}
