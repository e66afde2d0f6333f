/** Which record of one side is which of the other: by id, then by former ids, so that a rename is no loss. */
import type { AnyRecord, Content, Story } from "../shared/records.ts";
import type { Kind } from "./difference.ts";

export interface Pairs<T> {
  readonly both: readonly { readonly base: T; readonly head: T }[];
  readonly onlyBase: readonly T[];
  readonly onlyHead: readonly T[];
}

export interface Pairing {
  readonly entity: Pairs<Content["entities"][number]>;
  readonly edge: Pairs<Content["edges"][number]>;
  readonly source: Pairs<Content["sources"][number]>;
  readonly story: Pairs<Story>;
  /** What a record of the base is called in the head: its own id where nothing else is known. */
  readonly idInHead: (id: string) => string;
}

export function pairContents(base: Content, head: Content): Pairing {
  const entity = pairsOf(base.entities, head.entities);
  const edge = pairsOf(base.edges, head.edges);
  const source = pairsOf(base.sources, head.sources);
  const story = pairsOf(base.stories, head.stories);
  const ids = new Map<string, string>();
  for (const pairs of [entity, edge, source]) {
    for (const { base: before, head: after } of pairs.both) ids.set(before.id, after.id);
    // Of two that were merged, the id of one leads to the other.
    for (const gone of pairs.onlyBase) ids.set(gone.id, heirOf(gone, head)?.id ?? gone.id);
  }
  return { entity, edge, source, story, idInHead: (id) => ids.get(id) ?? id };
}

/** The record of another content that has the id of this one among its former ids. */
export function heirOf(gone: Pairable, content: Content): AnyRecord | undefined {
  const heir = content.byId.get(gone.id);
  return heir !== undefined && heir.id !== gone.id && heir.kind === gone.kind ? heir : undefined;
}

export function kindOf(record: Pairable): Kind {
  return record.kind ?? "story";
}

/** Stories have no kind, and no former ids. */
interface Pairable {
  readonly id: string;
  readonly kind?: AnyRecord["kind"];
  readonly formerIds?: readonly string[];
}

function pairsOf<T extends Pairable>(base: readonly T[], head: readonly T[]): Pairs<T> {
  const before = new Map(base.map((record) => [record.id, record]));
  const partners = new Map<T, T>();
  for (const record of head) {
    const same = before.get(record.id);
    if (same !== undefined) partners.set(record, same);
  }
  const taken = new Set(partners.values());
  const pair = (old: T | undefined, now: T | undefined): void => {
    if (old === undefined || now === undefined || taken.has(old) || partners.has(now)) return;
    partners.set(now, old);
    taken.add(old);
  };
  const after = new Map(head.map((record) => [record.id, record]));
  for (const now of head) for (const id of now.formerIds ?? []) pair(before.get(id), now);
  // What was renamed back.
  for (const old of base) for (const id of old.formerIds ?? []) pair(old, after.get(id));
  return {
    both: head.flatMap((now) => {
      const old = partners.get(now);
      return old === undefined ? [] : [{ base: old, head: now }];
    }),
    onlyBase: base.filter((old) => !taken.has(old)),
    onlyHead: head.filter((now) => !partners.has(now)),
  };
}
