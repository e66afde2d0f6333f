/** What a new record may be a second copy of. */
import type { AnyRecord, Content, Edge, Entity, Source } from "../../shared/records.ts";
import { editDistance, fold } from "../../shared/text.ts";
import { likenessOf } from "../likeness.ts";
import { addressKey } from "./addresses.ts";

/** A record that is there, and what it has in common with the new one, in words. */
export interface Duplicate {
  readonly record: AnyRecord;
  readonly why: string;
}

/** The records of the content that say much the same as the new one, in the order of their ids. */
export function duplicatesOf(record: AnyRecord, content: Content): Duplicate[] {
  const others = { entity: content.entities, edge: content.edges, source: content.sources }[record.kind];
  const isUndirected =
    content.ontology.edgeTypes.get(record.kind === "edge" ? record.type : "")?.directed === false;
  return others.flatMap((other) => {
    const why = other.id === record.id ? undefined : inCommon(record, other, isUndirected);
    return why === undefined ? [] : [{ record: other, why }];
  });
}

function inCommon(record: AnyRecord, other: AnyRecord, isUndirected: boolean): string | undefined {
  if (record.kind === "entity" && other.kind === "entity") return ofEntities(record, other);
  if (record.kind === "source" && other.kind === "source") return ofSources(record, other);
  if (record.kind === "edge" && other.kind === "edge") return ofEdges(record, other, isUndirected);
  return undefined;
}

function ofEntities(entity: Entity, other: Entity): string | undefined {
  const theirs = [other.name, ...other.aliases];
  for (const name of [entity.name, ...entity.aliases]) {
    const like = theirs.find((each) => areAlike(name, each));
    if (like !== undefined) return `“${name}” and its “${like}” are alike`;
  }
  const known = new Set(other.sameAs.map(addressKey));
  const same = entity.sameAs.find((address) => known.has(addressKey(address)));
  return same === undefined ? undefined : `it is ${same} too`;
}

function ofSources(source: Source, other: Source): string | undefined {
  const addresses = new Set(addressesOf(other).map(addressKey));
  const same = addressesOf(source).find((address) => addresses.has(addressKey(address)));
  if (same !== undefined) return `it has the address ${same} too`;
  return likenessOf(source.title) === likenessOf(other.title)
    ? `its title is “${other.title}” too`
    : undefined;
}

const addressesOf = ({ url, archiveUrl }: Source): string[] =>
  [url, archiveUrl].filter((address) => address !== undefined);

function ofEdges(edge: Edge, other: Edge, isUndirected: boolean): string | undefined {
  if (edge.type !== other.type || !mayMeet(edge.date, other.date)) return undefined;
  const [ends, theirs] = [edge, other].map(({ from, to }) => [listed(from), listed(to)]);
  const isSame = ends?.join(" → ") === theirs?.join(" → ");
  const isTurned = isUndirected && ends?.join(" → ") === theirs?.toReversed().join(" → ");
  if (!isSame && !isTurned) return undefined;
  return `it has the same type, from and to, and ${edge.date === undefined ? "no date either" : `its date, ${other.date?.edtf}, may be the same`}`;
}

const listed = (ids: readonly string[]): string => [...ids].sort().join(", ");

/** Whether two dates can mean the same moment; nothing is known of one without a date. */
function mayMeet(a: Edge["date"], b: Edge["date"]): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.min <= b.max && b.min <= a.max;
}

/** Names that are one but for case, accents, signs, the order of their words, or a slip of the pen in a long one. */
export function areAlike(a: string, b: string): boolean {
  const [one, two] = [likenessOf(a), likenessOf(b)];
  if (one === two || sortedWords(a) === sortedWords(b)) return true;
  // Summits of two years differ in a digit, and so do names of two Chinese in a character.
  if (digitsIn(one) !== digitsIn(two)) return false;
  const slips = Math.min(Math.floor(Math.min(one.length, two.length) / LETTERS_A_SLIP), MOST_SLIPS);
  return slips > 0 && editDistance(one, two, slips + 1) <= slips;
}

const LETTERS_A_SLIP = 7;
const MOST_SLIPS = 2;

const sortedWords = (name: string): string =>
  fold(name)
    .split(/[\s\p{P}]+/u)
    .filter((word) => word !== "")
    .sort()
    .join(" ") || name;

const digitsIn = (text: string): string => text.replace(/\P{N}+/gu, "");
