/** Finds entities by any of their names, in any script, accents and small mistakes forgiven. */
import MiniSearch from "minisearch";
import type { Network, NetworkEntity } from "../shared/network.ts";
import { fold } from "../shared/text.ts";

const LIMIT = 12;
/** As much of the middle of a name as anybody types. */
const MIDDLE = 32;

/** Scripts written without spaces, in which any part of a name may be what the reader types. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

/** A search over the network’s entities: the best first, at most a dozen. */
export function createSearch(network: Network): (query: string) => NetworkEntity[] {
  const index = new MiniSearch({
    fields: ["name", "aliases"],
    tokenize: tokens,
    processTerm: (term) => term || null,
    searchOptions: {
      tokenize: words,
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: { name: 2 },
      combineWith: "AND",
    },
  });
  index.addAll(network.entities.map(({ name, aliases }, id) => ({ id, name, aliases: aliases.join(" ") })));
  return (query) => {
    const weight = (id: number) => 1 + 0.5 * Math.log10(1 + 1e4 * (network.entities[id]?.pagerank ?? 0));
    const found = index.search(query, { boostDocument: weight });
    return found.slice(0, LIMIT).flatMap(({ id }) => network.entities[id] ?? []);
  };
}

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Words, and every ending of a word without spaces, so that a prefix search finds its middle. */
function tokens(text: string): string[] {
  return words(text).flatMap((word) => {
    if (!UNSPACED.test(word)) return [word];
    const characters = [...word];
    return characters.map((_, i) => characters.slice(i, i + MIDDLE).join(""));
  });
}
