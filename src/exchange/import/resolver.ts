/** What drafts refer to, and what the links in their bodies mean: by the ids of the content. */
import { REFERENCE_KEYS, REFERENCES, type ReferenceKey } from "../../content/references.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { Directory } from "./directory.ts";
import type { Draft } from "./drafts.ts";
import { linkBody } from "./links.ts";
import type { Notes } from "./notes.ts";
import type { Placed } from "./placed.ts";

export class Resolver {
  readonly #directory: Directory;
  readonly #images: ReadonlySet<string>;
  readonly #notes: Notes;

  /** `images` are the paths of the pictures that the content has. */
  constructor(directory: Directory, images: ReadonlySet<string>, notes: Notes) {
    this.#directory = directory;
    this.#images = images;
    this.#notes = notes;
  }

  /** With the ids of all records that it refers to, and links by ids in its body. */
  resolved({ draft, id, keys }: Placed): Placed {
    const resolved: Record<string, unknown> = { ...keys };
    for (const key of REFERENCE_KEYS[draft.kind])
      if (!isEnd(key) && keys[key] !== undefined) resolved[key] = this.#references(draft, key, keys[key]);
    if (draft.kind !== "source" && keys.sources !== undefined)
      resolved.sources = this.#citations(draft, keys.sources);
    const { body, lost } = linkBody(draft.body, this.#directory, this.#images);
    for (const { line, link } of lost)
      this.#notes.add(
        "left-out",
        { file: draft.place.file, line: draft.bodyLines?.[line] ?? draft.place.line },
        `the link ${link} leads to no record, or to several: it becomes text`,
      );
    return { draft: { ...draft, body }, id, keys: this.#notes.fitted({ ...draft, keys: resolved }) ?? keys };
  }

  #references(draft: Draft, key: ReferenceKey, written: unknown): string[] {
    return [written]
      .flat()
      .flatMap((each) => this.#reference(draft, key, String(each), REFERENCES[key]) ?? []);
  }

  #reference(draft: Draft, key: string, name: string, kinds: readonly RecordKind[]): string | undefined {
    const [known, other] = this.#directory.find(name, kinds);
    if (known !== undefined && other === undefined) return known.id;
    const why = known === undefined ? "is no record that may stand there" : "may mean several";
    this.#notes.add("left-out", draft.place, `${key} “${name}” ${why}; the value is left out`);
    return undefined;
  }

  #citations(draft: Draft, written: unknown): unknown[] {
    return [written].flat().flatMap((each: unknown) => {
      const isPlain = typeof each !== "object" || each === null;
      const name = isPlain ? each : (each as { source?: unknown }).source;
      const source = this.#reference(draft, "sources", String(name), ["source"]);
      if (source === undefined) return [];
      return [isPlain ? source : { ...each, source }];
    });
  }
}

const isEnd = (key: string): boolean => key === "from" || key === "to";

/** What a draft says itself, and by whom else it says it. The ends of a claim are ids by now. */
export function apart({ kind, keys }: Draft) {
  const isReference = (key: string) =>
    (kind !== "source" && key === "sources") ||
    (!isEnd(key) && REFERENCE_KEYS[kind].includes(key as ReferenceKey));
  const entries = Object.entries(keys);
  return {
    own: Object.fromEntries(entries.filter(([key]) => !isReference(key))),
    references: Object.fromEntries(entries.filter(([key]) => isReference(key))),
  };
}
