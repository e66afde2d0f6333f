/** A claim in words, the same on its page, in lists and in the panel beside the map. */
import type { NetworkClaim } from "./network.ts";
import type { CommonWords } from "./words/words.ts";

export interface Speakable {
  readonly title?: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** “United States sanctions Li Shangfu”: the claim’s own title, else its actors, the verb of its type, its targets. */
export function sentenceOf(
  claim: Speakable,
  verb: string,
  nameOf: (id: string) => string,
  { say, list, messages }: CommonWords,
): string {
  if (claim.title !== undefined) return claim.title;
  const said = { who: list(claim.from.map(nameOf)), verb, whom: list(claim.to.map(nameOf)) };
  let sentence: string | undefined;
  for (const part of messages.common.sentence.split(" ")) {
    const next = say(part, said);
    sentence = sentence === undefined ? next : joined(sentence, next);
  }
  return sentence ?? "";
}

/**
 * What two pieces of a sentence meet in where no space belongs between them: Chinese or Japanese letters on both sides, or
 * full-width punctuation on one, which has its space in itself.
 */
const JOINT =
  /[\u3001-\u301f\uff01-\uff65]|^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}] [\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;

/** “美国制裁李尚福”, but “Lloyd Austin 会见李尚福”. */
function joined(left: string, right: string): string {
  // Where both are older than these scripts, as in most languages, there is nothing to look for.
  if (left.charCodeAt(left.length - 1) < FIRST_JOINED && right.charCodeAt(0) < FIRST_JOINED)
    return `${left} ${right}`;
  const [last, first] = [[...left].at(-1) ?? "", [...right][0] ?? ""];
  return JOINT.test(`${last} ${first}`) ? left + right : `${left} ${right}`;
}

/** Of the characters that `JOINT` knows, the first: a radical of Han letters. */
const FIRST_JOINED = 0x2e80;

/** The same of a claim as the network holds it. */
export function claimSentence(claim: NetworkClaim, words: CommonWords): string {
  const [from, to] = [claim.from, claim.to].map((ends) => ends.map(({ name }) => name));
  const names = { title: claim.title, from: from ?? [], to: to ?? [] };
  return sentenceOf(names, claim.type.verb, (name) => name, words);
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
  { say, messages }: CommonWords,
): string {
  if (isActor || !type.directed) return capitalised(type.verb);
  return type.inverse === undefined
    ? say(messages.common.asTarget, { type: type.label })
    : capitalised(type.inverse);
}
