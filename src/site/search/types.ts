/** By what a search can be narrowed: the kinds of document that a site has, and the types of each. */
import { SOURCE_TYPES } from "../../shared/schema.ts";
import { type SearchKind, typeTerm } from "../../shared/search-index.ts";
import type { Site } from "../site.ts";

export interface KindOfDocument {
  readonly kind: SearchKind;
  /** `typeTerm` and label of those that something has. */
  readonly types: readonly (readonly [string, string])[];
}

export function typeLabels({ content, words }: Site): KindOfDocument[] {
  const { entities, edges, sources, stories, ontology } = content;
  const kind = (
    name: SearchKind,
    records: readonly { readonly type: string }[],
    types: Iterable<readonly [string, string]>,
  ): KindOfDocument => {
    const used = new Set(records.map(({ type }) => type));
    return {
      kind: name,
      types: [...types].flatMap(([id, label]) =>
        used.has(id) ? [[typeTerm(name, id), label] as const] : [],
      ),
    };
  };
  const labels = (types: ReadonlyMap<string, { readonly label: string }>) =>
    [...types].map(([id, { label }]) => [id, label] as const);
  const kinds = [
    kind("entity", entities, labels(ontology.entityTypes)),
    kind("story", [], []),
    kind(
      "source",
      sources,
      SOURCE_TYPES.map((id) => [id, words.messages.source.types[id]] as const),
    ),
    kind("edge", edges, labels(ontology.edgeTypes)),
  ];
  return kinds.filter((each) => each.kind !== "story" || stories.length > 0);
}
