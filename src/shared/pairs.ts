/** The lines of the map, gathered by the two entities they run between. */
import type { NetworkClaim, NetworkEntity } from "./network.ts";

/** One drawn line: a claim between one actor and one target. A joint act is several lines of one claim. */
export interface Line {
  readonly claim: NetworkClaim;
  readonly from: NetworkEntity;
  readonly to: NetworkEntity;
  /** Its place among the lines of its pair. */
  readonly index: number;
}

/** All lines between two entities, whatever their direction; of an entity with itself, its loops. */
export interface Pair {
  /** `a--b`, the lower id first. */
  readonly key: string;
  readonly a: NetworkEntity;
  readonly b: NetworkEntity;
  readonly lines: readonly Line[];
}

/** The key of two ids, the same in whatever order they are given. */
export const pairKey = (a: string, b: string): string => (a <= b ? `${a}--${b}` : `${b}--${a}`);

/** The pairs of these claims, in the order in which the claims first name them. */
export function pairsOf(claims: readonly NetworkClaim[]): Pair[] {
  const pairs = new Map<string, Pair & { readonly lines: Line[] }>();
  for (const claim of claims) {
    for (const from of claim.from) {
      for (const to of claim.to) {
        const key = pairKey(from.id, to.id);
        let pair = pairs.get(key);
        if (pair === undefined) {
          const [a, b] = from.id <= to.id ? [from, to] : [to, from];
          pair = { key, a, b, lines: [] };
          pairs.set(key, pair);
        }
        pair.lines.push({ claim, from, to, index: pair.lines.length });
      }
    }
  }
  return [...pairs.values()];
}
