/** What can be answered: what the content has, as far as the ontology allows it there. */
import type { AnyRecord, Content, EdgeType, Entity } from "../../shared/records.ts";
import { SOURCE_TYPES, STATUSES } from "../../shared/schema.ts";
import { sentenceOf } from "../../shared/sentence.ts";
import { ENGLISH } from "../../shared/words/languages.ts";
import type { Choice } from "./asker.ts";
import type { Keys } from "./keys.ts";

/** What is there to choose from, and what is known by now. */
interface Known {
  readonly content: Content;
  readonly keys: Keys;
}

export const entityTypeChoices = ({ content }: Known): Choice[] =>
  [...content.ontology.entityTypes.values()].map(({ id, label }) => ({ value: id, label, hint: id }));

/** The types of claim that may stand between the ends that are known. */
export function typeChoices({ content, keys }: Known): Choice[] {
  const fits = (type: EdgeType): boolean =>
    ENDS.every((end) => endsIn(keys, end, content).every((entity) => isAllowed(entity, type[end])));
  return [...content.ontology.edgeTypes.values()]
    .filter(fits)
    .map(({ id, label, verb }) => ({ value: id, label, hint: verb, words: [id] }));
}

const ENDS = ["from", "to"] as const;

function endsIn(keys: Keys, end: "from" | "to", { byId }: Content): Entity[] {
  return [keys[end] ?? []].flat().flatMap((id) => {
    const record = byId.get(String(id));
    return record?.kind === "entity" ? [record] : [];
  });
}

const isAllowed = ({ type }: Entity, allowed: readonly string[] | undefined): boolean =>
  allowed === undefined || allowed.includes(type);

/** The entities that the type of the claim allows at an end. */
export function entityChoices({ entities, ontology }: Content, keys: Keys, end: "from" | "to"): Choice[] {
  const allowed = ontology.edgeTypes.get(String(keys.type))?.[end];
  return entities
    .filter((entity) => isAllowed(entity, allowed))
    .map(({ id, name, aliases, type }) => ({
      value: id,
      label: name,
      hint: [`${ontology.entityTypes.get(type)?.label ?? type}, ${id}`, ...aliases].join(", "),
      words: aliases,
    }));
}

export const sourceChoices = ({ sources }: Content): Choice[] =>
  sources.map(({ id, title, publisher, published }) => ({
    value: id,
    label: title,
    hint: [id, publisher, published?.edtf].filter((part) => part !== undefined).join(", "),
    words: publisher === undefined ? [] : [publisher],
  }));

export const claimChoices = (content: Content): Choice[] =>
  content.edges.map((edge) => ({
    value: edge.id,
    label: titleOf({ ...edge }, content),
    hint: [edge.id, edge.date?.edtf].filter((part) => part !== undefined).join(", "),
  }));

/** The first of them is what the schema takes where there is none. */
export const statusChoices = (): Choice[] => STATUSES.map(plainly);
export const sourceTypeChoices = (): Choice[] => SOURCE_TYPES.map(plainly);

const plainly = (value: string): Choice => ({ value, label: value });

/** The claim in words: its title, or what its pages would say without one. */
export function titleOf(keys: Keys, { byId, ontology }: Content): string {
  const ids = (key: string): string[] => [keys[key] ?? []].flat().map(String);
  const nameOf = (id: string): string => nameIn(byId.get(id)) ?? id;
  const verb = ontology.edgeTypes.get(String(keys.type))?.verb ?? String(keys.type);
  const title = typeof keys.title === "string" ? keys.title : undefined;
  return sentenceOf({ title, from: ids("from"), to: ids("to") }, verb, nameOf, ENGLISH);
}

const nameIn = (record: AnyRecord | undefined): string | undefined =>
  record?.kind === "entity" ? record.name : undefined;
