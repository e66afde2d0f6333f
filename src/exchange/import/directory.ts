/** Who is meant: the records of an import and of the content by their ids, and by everything that they are called. */
import { namesOf } from "../../content/names.ts";
import { gather } from "../../shared/gather.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { AnyRecord, Content } from "../../shared/records.ts";
import { fold } from "../../shared/text.ts";
import type { Draft } from "./drafts.ts";

/** What a reference may name: a record by the id that it has, or will have. */
export interface Known {
  readonly id: string;
  readonly kind: RecordKind;
  /** What readers know it by; undefined for most claims. */
  readonly name?: string;
}

export class Directory {
  readonly #content: Content;
  readonly #calls = new Map<string, Known[]>();
  readonly #names = new Map<string, Known[]>();
  readonly #added = new Map<string, Known>();

  constructor(content: Content) {
    this.#content = content;
    const records = [...content.entities, ...content.edges, ...content.sources];
    for (const [name, named] of gather(records, (record: AnyRecord) => namesOf(record).map(fold)))
      this.#names.set(name, named.map(knownAs));
  }

  /** Enters a record of the import under the id that it was given. */
  add(draft: Draft, id: string): void {
    const { name, title, aliases } = draft.keys;
    const known = { id, kind: draft.kind, name: textIn(name ?? title) };
    this.#added.set(id, known);
    const calls = draft.id === undefined ? draft.calls : [draft.id, ...draft.calls];
    for (const call of new Set(calls)) enter(this.#calls, call.normalize("NFC"), known);
    const names = [name, title, aliases].flat().filter((each) => typeof each === "string");
    for (const each of new Set(names.map(fold))) enter(this.#names, each, known);
  }

  /**
   * The records of the kinds that a text of the input may mean: those that the input itself calls so, else the one of
   * that id, else those of that name.
   */
  find(text: string, kinds: readonly RecordKind[]): readonly Known[] {
    const call = text.normalize("NFC");
    const called = among(this.#calls.get(call), kinds);
    if (called.length > 0) return called;
    const record = this.#added.get(call) ?? this.#content.byId.get(call);
    if (record !== undefined && kinds.includes(record.kind))
      return ["file" in record ? knownAs(record) : record];
    return among(this.#names.get(fold(text)), kinds);
  }

  /** Whether the input calls the record so, and not merely by the id or the name that it has in the content. */
  isCall(text: string): boolean {
    return this.#calls.has(text.normalize("NFC"));
  }
}

const knownAs = (record: AnyRecord): Known => ({
  id: record.id,
  kind: record.kind,
  name: namesOf(record)[0],
});

const textIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function enter(index: Map<string, Known[]>, name: string, known: Known): void {
  const list = index.get(name);
  if (list === undefined) index.set(name, [known]);
  else if (!list.some(({ id }) => id === known.id)) list.push(known);
}

const among = (found: readonly Known[] | undefined, kinds: readonly RecordKind[]): readonly Known[] =>
  found?.filter(({ kind }) => kinds.includes(kind)) ?? [];
