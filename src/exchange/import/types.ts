/** The words of an input for what something is → the types of the ontology. */
import type { EdgeType, EntityType, Ontology } from "../../shared/records.ts";
import { fold, toId } from "../../shared/text.ts";

/** A type by its id; `isInverse` where the word tells of the claim as seen from its other end. */
export interface MeantType {
  readonly id: string;
  readonly isInverse: boolean;
}

/** Finds what words mean; undefined for those that the ontology does not have. */
export type MeantTypes = (word: string) => MeantType | undefined;

/** “Person”, “people” and `person` mean `person`. `given` are words for which the caller says what they mean. */
export function entityTypesMeant(ontology: Ontology, given: ReadonlyMap<string, string>): MeantTypes {
  return meant(
    ontology.entityTypes,
    given,
    ({ label, plural }: EntityType) => [label, plural],
    () => [],
  );
}

/** “sanctions” means `sanction`, “is sanctioned by” the same from the other end. */
export function edgeTypesMeant(ontology: Ontology, given: ReadonlyMap<string, string>): MeantTypes {
  const inverse = (type: EdgeType) => (type.inverse === undefined ? [] : [type.inverse]);
  return meant(ontology.edgeTypes, given, ({ label, verb }: EdgeType) => [label, verb], inverse);
}

function meant<T>(
  types: ReadonlyMap<string, T>,
  given: ReadonlyMap<string, string>,
  words: (type: T) => readonly string[],
  inverse: (type: T) => readonly string[],
): MeantTypes {
  const byWord = new Map<string, MeantType>();
  const add = (word: string, found: MeantType) => {
    if (!byWord.has(keyOf(word))) byWord.set(keyOf(word), found);
  };
  for (const [word, id] of given) add(word, { id, isInverse: false });
  for (const id of types.keys()) add(id, { id, isInverse: false });
  for (const [id, type] of types) for (const word of words(type)) add(word, { id, isInverse: false });
  for (const [id, type] of types) for (const word of inverse(type)) add(word, { id, isInverse: true });
  return (word) => byWord.get(keyOf(word));
}

/** `holds-office`, `HOLDS_OFFICE` and “Holds office” are one word. */
const keyOf = (word: string): string => toId(word) || fold(word);
