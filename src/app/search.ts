/** Finds entities, claims and sources by name, in any script, accents and small mistakes forgiven. */
import MiniSearch from "minisearch";
import type { NetworkClaim } from "../shared/network.ts";
import { UNSPACED } from "../shared/terms.ts";
import { fold } from "../shared/text.ts";
import { createClaimSearch } from "./claim-search.ts";
import type { PageModel } from "./model.ts";

export interface Found {
  readonly id: string;
  readonly kind: "entity" | "claim" | "source";
  readonly name: string;
  readonly note: string;
  /** Of an entity or a claim. */
  readonly type?: string;
}

export interface Search {
  /** The best first, at most so many. */
  find(query: string, limit: number): Found[];
  /** Fulfilled when all can be found; until then, what has been read so far. */
  readonly ready: Promise<void>;
}

/** As much of the middle of a name as anybody types. */
const MIDDLE = 32;
/** So many are read at a time, so that the page never stands still. */
const CHUNK = 400;

interface Document {
  readonly id: number;
  readonly name: string;
  readonly aliases: string;
}

export function createSearch(model: PageModel): Search {
  const { network } = model;
  const { common, app } = model.words.messages;
  const found: Found[] = [];
  const documents: Document[] = [];
  const weights: number[] = [];
  const add = (item: Found, aliases: readonly string[], weight: number) => {
    documents.push({ id: found.length, name: item.name, aliases: aliases.join(" ") });
    weights.push(weight);
    found.push(item);
  };
  for (const { id, name, type, description, aliases, pagerank } of network.entities) {
    const note = description === undefined ? type.label : `${type.label} · ${description}`;
    add({ id, kind: "entity", name, note, type: type.id }, aliases, 3 + 1.5 * Math.log10(1 + 1e4 * pagerank));
  }
  for (const { id, title, publisher } of network.sources)
    add(
      { id, kind: "source", name: title, note: `${app.finder.source} · ${publisher ?? id}` },
      [publisher ?? ""],
      1,
    );
  const claimFound = (claim: NetworkClaim): Found => {
    const note = `${app.finder.claim} · ${claim.date?.words ?? common.undated}`;
    return { id: claim.id, kind: "claim", name: model.sentence(claim), note, type: claim.type.id };
  };
  const claims = createClaimSearch(model, tokens);
  const index = new MiniSearch<Document>({
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

  async function fill(): Promise<void> {
    await index.addAllAsync(documents, { chunkSize: CHUNK });
    await model.tell(network.claims);
    const known = documents.length;
    for (const claim of network.claims) if (claim.title !== undefined) add(claimFound(claim), [], 1);
    await index.addAllAsync(documents.slice(known), { chunkSize: CHUNK });
  }

  return {
    // What cannot be told cannot be found; the rest can.
    ready: fill().catch(() => undefined),
    find(query, limit) {
      const results = index
        .search(query, { boostDocument: (id: number) => weights[id] ?? 1 })
        .slice(0, limit)
        .flatMap(({ id }) => found[id] ?? []);
      return [...results, ...claims.find(words(query), limit - results.length).map(claimFound)];
    },
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
