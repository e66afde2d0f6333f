/** What was added and is perhaps there already, or is what was removed under another id. */
import { likenessOf } from "../content/likeness.ts";
import { gather } from "../shared/gather.ts";
import type { Content, Edge, Entity, Source } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { Likely } from "./difference.ts";
import type { Namer } from "./named.ts";
import type { Pairing } from "./pairing.ts";
import { similarNames } from "./similar-names.ts";

/** In order of kind and id; two records are named once, the added one first. */
export function likelyDuplicates(
  head: Content,
  pairing: Pairing,
  names: { readonly base: Namer; readonly head: Namer },
): Likely[] {
  const entities = likelyEntities(head.entities, pairing);
  const claims = likelyClaims(head.edges, pairing);
  const sources = likelySources(head.sources, pairing);
  const told = new Set<string>();
  return [...entities, ...claims, ...sources].flatMap(({ record, other, reason }): Likely[] => {
    const key = [record.id, other.id].sort(compareText).join(" ");
    if (told.has(key)) return [];
    told.add(key);
    const nameOf = reason === "renamed" ? names.base : names.head;
    return [{ ...names.head(record), kind: record.kind, other: nameOf(other), reason }];
  });
}

interface Twins<T> {
  readonly record: T;
  readonly other: T;
  readonly reason: Likely["reason"];
}

/** Of many that a record is like, so many are named. */
const NAMED = 3;

/** The first records that are not this one, for that reason. */
function twins<T>(
  record: T,
  others: readonly T[],
  reason: Likely["reason"],
  isTwin: (other: T) => boolean = () => true,
): Twins<T>[] {
  const found: Twins<T>[] = [];
  for (const other of others) {
    if (other !== record && isTwin(other)) found.push({ record, other, reason });
    if (found.length === NAMED) break;
  }
  return found;
}

const namesOf = ({ name, aliases }: Entity): string[] => [name, ...aliases].map(likenessOf);

function likelyEntities(entities: readonly Entity[], { entity }: Pairing): Twins<Entity>[] {
  // One that goes by a new name may be somebody who is there.
  const named = entity.both.filter(({ base, head }) =>
    namesOf(head).some((name) => !namesOf(base).includes(name)),
  );
  const added = [...entity.onlyHead, ...named.map(({ head }) => head)];
  if (added.length === 0) return [];
  const isNew = new Set(entity.onlyHead);
  const byName = gather(entities, namesOf);
  const removed = gather(entity.onlyBase, namesOf);
  const similar = similarNames(added.flatMap(namesOf), byName.keys());
  return added.flatMap((record) =>
    namesOf(record).flatMap((name): Twins<Entity>[] => {
      const isOfType = (other: Entity): boolean => other.type === record.type;
      const near = (similar.get(name) ?? []).flatMap((each) => byName.get(each) ?? []);
      return [
        ...twins(record, byName.get(name) ?? [], "same-name"),
        ...(isNew.has(record) ? twins(record, removed.get(name) ?? [], "renamed", isOfType) : []),
        ...twins(record, near, "similar-name", isOfType),
      ];
    }),
  );
}

function likelyClaims(edges: readonly Edge[], { edge, idInHead }: Pairing): Twins<Edge>[] {
  if (edge.onlyHead.length === 0) return [];
  const keyOf = ({ type, from, to }: Edge, name = (id: string) => id): string =>
    JSON.stringify([type, from.map(name).sort(compareText), to.map(name).sort(compareText)]);
  const said = gather(edges, (claim) => [keyOf(claim)]);
  const removed = gather(edge.onlyBase, (claim) => [keyOf(claim, idInHead)]);
  return edge.onlyHead.flatMap((record): Twins<Edge>[] => {
    const isSame = (other: Edge): boolean => areAtOneTime(record, other) && !areRelated(record, other);
    const isOfDate = ({ date }: Edge): boolean => date?.edtf === record.date?.edtf;
    return [
      ...twins(record, said.get(keyOf(record)) ?? [], "same-claim", isSame),
      ...twins(record, removed.get(keyOf(record)) ?? [], "renamed", isOfDate),
    ];
  });
}

/** Whether both can be of one moment: of a day and of its month, or of no known date. */
function areAtOneTime({ date: a }: Edge, { date: b }: Edge): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.min <= b.max && b.min <= a.max;
}

/** Whether one corrects or answers the other, which is why both are there. */
function areRelated(a: Edge, b: Edge): boolean {
  const named = (edge: Edge) => [...edge.supersedes, ...edge.respondsTo];
  return named(a).includes(b.id) || named(b).includes(a.id);
}

function likelySources(sources: readonly Source[], { source }: Pairing): Twins<Source>[] {
  if (source.onlyHead.length === 0) return [];
  const byAddress = gather(sources, addressesOf);
  const byTitle = gather(sources, titleOf);
  const removed = gather(source.onlyBase, (each) => [...addressesOf(each), ...titleOf(each)]);
  return source.onlyHead.flatMap((record) => {
    const find = (
      index: ReadonlyMap<string, readonly Source[]>,
      keys: readonly string[],
      reason: Likely["reason"],
    ): Twins<Source>[] => keys.flatMap((key) => twins(record, index.get(key) ?? [], reason));
    return [
      ...find(byAddress, addressesOf(record), "same-address"),
      ...find(byTitle, titleOf(record), "same-title"),
      ...find(removed, [...addressesOf(record), ...titleOf(record)], "renamed"),
    ];
  });
}

const titleOf = ({ title, publisher }: Source): string[] => [
  `${likenessOf(title)} ${likenessOf(publisher ?? "")}`,
];

/** Where a source is read, without what does not lead elsewhere: the scheme, `www.`, a fragment, marks of campaigns. */
function addressesOf({ url, archiveUrl }: Source): string[] {
  return [url, archiveUrl].flatMap((address) => {
    if (address === undefined) return [];
    const parsed = new URL(address);
    for (const key of [...parsed.searchParams.keys()]) if (/^utm_/.test(key)) parsed.searchParams.delete(key);
    return [`${parsed.host.replace(/^www\./, "")}${parsed.pathname.replace(/\/+$/, "")}${parsed.search}`];
  });
}
