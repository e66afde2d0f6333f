/** A claim in words, the same on its page, in lists and in the panel beside the map. */
import type { NetworkClaim } from "./network.ts";

export interface Speakable {
  readonly title?: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** “United States sanctions Li Shangfu”: the claim’s own title, else its actors, the verb of its type, its targets. */
export function sentenceOf(claim: Speakable, verb: string, nameOf: (id: string) => string): string {
  if (claim.title !== undefined) return claim.title;
  return `${listInWords(claim.from.map(nameOf))} ${verb} ${listInWords(claim.to.map(nameOf))}`;
}

/** The same of a claim of the network. */
export function sentenceOfClaim({ title, type, from, to }: NetworkClaim): string {
  const names = (ends: NetworkClaim["from"]) => ends.map(({ name }) => name);
  return sentenceOf({ title, from: names(from), to: names(to) }, type.verb, (name) => name);
}

/** “A”, “A and B”, “A, B and C”. */
export function listInWords(items: readonly string[]): string {
  const [last, ...rest] = [...items].reverse();
  if (last === undefined) return "";
  return rest.length === 0 ? last : `${rest.reverse().join(", ")} and ${last}`;
}

/** “Sanctions”: the first letter raised, for headings. */
export function capitalised(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** The heading over an entity’s claims of a type: “Sanctions” where it acts, “Is sanctioned by” where it is acted on. */
export function headingFor(
  type: {
    readonly label: string;
    readonly verb: string;
    readonly inverse?: string;
    readonly directed: boolean;
  },
  isActor: boolean,
): string {
  if (isActor || !type.directed) return capitalised(type.verb);
  return type.inverse === undefined ? `${type.label} (as the target)` : capitalised(type.inverse);
}
