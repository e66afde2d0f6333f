/**
 * Finds claims that have no title of their own by who, what and whom: a claim’s sentence is made of names and a verb,
 * so that it need not be indexed itself. A hundred thousand sentences in an index would take seconds to make, and a
 * tenth of a second for each key.
 */
import type { NetworkClaim, NetworkEdgeType, NetworkEntity } from "../shared/network.ts";
import { editDistance } from "../shared/text.ts";
import type { PageModel } from "./model.ts";

type Part = NetworkEntity | NetworkEdgeType;

/** As in the index of names: how much of a word may be mistyped, and from what length on. */
const MISTAKES = 0.2;
const SHORT = 3;
/** A word more would not fit into the bits of a number. */
const MOST_WORDS = 30;

export interface ClaimSearch {
  /** Claims in whose sentence each word begins a word, newest first, at most so many. */
  find(words: readonly string[], limit: number): NetworkClaim[];
}

/** `tokensOf` gives what is found of a text by its beginning. */
export function createClaimSearch(model: PageModel, tokensOf: (text: string) => string[]): ClaimSearch {
  const { network } = model;
  const parts = new Map<string, Part[]>();
  const add = (part: Part, text: string) => {
    for (const token of new Set(tokensOf(text))) {
      const list = parts.get(token);
      if (list === undefined) parts.set(token, [part]);
      else list.push(part);
    }
  };
  for (const entity of network.entities) add(entity, entity.name);
  for (const type of network.edgeTypes) add(type, type.verb);
  const tokens = [...parts.keys()].sort();
  /** Words that join the names of a joint act: “and”. */
  const joints = new Set(tokensOf(model.words.list(["0", "0", "0"])));

  /** The tokens that a word begins; where there are none, those it may be a mistake for. */
  function meant(word: string): string[] {
    const first = firstAt(tokens, word);
    let end = first;
    while (tokens[end]?.startsWith(word)) end++;
    if (end > first || word.length <= SHORT) return tokens.slice(first, end);
    const limit = Math.round(word.length * MISTAKES);
    return tokens.filter(
      (token) =>
        Math.abs(token.length - word.length) <= limit && editDistance(token, word, limit + 1) <= limit,
    );
  }

  return {
    find(all, limit) {
      const words = all.filter((word) => !joints.has(word)).slice(0, MOST_WORDS);
      if (words.length === 0 || limit <= 0) return [];
      const bits = new Map<Part, number>();
      for (const [i, word] of words.entries())
        for (const token of meant(word))
          for (const part of parts.get(token) ?? []) bits.set(part, (bits.get(part) ?? 0) | (1 << i));
      const whole = 2 ** words.length - 1;
      const found: NetworkClaim[] = [];
      for (const claim of network.claims) {
        if (claim.title !== undefined) continue;
        let has = bits.get(claim.type) ?? 0;
        for (const entity of claim.from) has |= bits.get(entity) ?? 0;
        for (const entity of claim.to) has |= bits.get(entity) ?? 0;
        if (has === whole && found.push(claim) >= limit) break;
      }
      return found;
    },
  };
}

/** Where a text stands in an ordered list, or would stand. */
function firstAt(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
