/** Ids for what an import brings: that of the input where it has one, else one made from names. */

import { likenessOf } from "../../content/likeness.ts";
import type { AnyRecord, Content } from "../../shared/records.ts";
import { isId, isTooLong, toId } from "../../shared/text.ts";
import type { Draft } from "./drafts.ts";

/** Gives ids, each of them once. The same content and the same drafts in the same order give the same ids. */
export class Ids {
  readonly #content: Content;
  readonly #given = new Set<string>();
  /** For each base the first number that nobody has been given yet: namesakes may be many. */
  readonly #next = new Map<string, number>();

  readonly #isCalled: (name: string) => boolean;

  /** `isCalled` tells names by which records are known already: no other may take such a name for its id. */
  constructor(content: Content, isCalled: (name: string) => boolean) {
    this.#content = content;
    this.#isCalled = isCalled;
  }

  /** The id that the input gives the record; undefined where another record has it. */
  keep(id: string, draft: Draft): string | undefined {
    const existing = this.#content.byId.get(id);
    if (this.#given.has(id) || (existing !== undefined && existing.kind !== draft.kind)) return undefined;
    this.#given.add(id);
    return existing?.id ?? id;
  }

  /**
   * An id made from words: `li-shangfu`, or `li-shangfu-2` where that is somebody else’s. One in the content that is the
   * same by name, or the same claim, has it already: so a second import finds what the first has written.
   */
  make(words: readonly string[], draft: Draft): string {
    const base = toId(words.join(" ")) || KIND_WORDS[draft.kind];
    for (let n = this.#next.get(base) ?? 1; ; n++) {
      const id = numbered(base, n);
      if (this.#given.has(id) && n === (this.#next.get(base) ?? 1)) this.#next.set(base, n + 1);
      const existing = this.#content.byId.get(id);
      if (this.#given.has(id)) continue;
      if (existing === undefined ? this.#isCalled(id) : !isSame(existing, draft)) continue;
      this.#given.add(id);
      return existing?.id ?? id;
    }
  }
}

const KIND_WORDS = { entity: "entity", edge: "claim", source: "source" } as const;

function numbered(base: string, n: number): string {
  if (n === 1) return base;
  let stem = base;
  // By whole characters, and a hyphen that is left at the end goes with them.
  while (isTooLong(`${stem}-${n}`)) stem = [...stem].slice(0, -1).join("").replace(/-+$/, "");
  const id = `${stem}-${n}`;
  return isId(id) ? id : toId(id);
}

/** Whether a record of the content is what a draft is about, as far as names and ends can tell. */
function isSame(record: AnyRecord, { kind, keys }: Draft): boolean {
  if (record.kind !== kind) return false;
  if (record.kind === "edge") {
    const ends = (end: unknown): string => JSON.stringify([end].flat());
    return (
      record.type === keys.type &&
      ends(record.from) === ends(keys.from) &&
      ends(record.to) === ends(keys.to) &&
      record.date?.edtf === keys.date
    );
  }
  const name = likenessOf(String(keys.name ?? keys.title));
  const names = record.kind === "entity" ? [record.name, ...record.aliases] : [record.title];
  return names.some((each) => likenessOf(each) === name);
}
