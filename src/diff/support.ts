/** Which claims rest on other independent sources than before: their own citations changed, or what a source is made from. */
import type { Content, Edge } from "../shared/records.ts";
import { originsOf } from "../shared/support.ts";
import { compareText } from "../shared/text.ts";
import type { SupportChange } from "./difference.ts";
import type { Namer } from "./named.ts";
import type { Pairing } from "./pairing.ts";

export function supportChanges(
  base: Content,
  head: Content,
  pairing: Pairing,
  nameOf: Namer,
): SupportChange[] {
  const [before, after] = [witnessesIn(base), witnessesIn(head)];
  const kept = pairing.edge.both.flatMap(({ base: old, head: now }): SupportChange[] => {
    const had = new Set(before(old).map(pairing.idInHead));
    const has = new Set(after(now));
    const lost = [...had].filter((id) => !has.has(id));
    const gained = [...has].filter((id) => !had.has(id));
    if (lost.length + gained.length === 0) return [];
    return [{ ...nameOf(now), before: had.size, after: has.size, lost, gained }];
  });
  const groundless = pairing.edge.onlyHead
    .filter((claim) => after(claim).length === 0)
    .map((claim): SupportChange => ({ ...nameOf(claim), after: 0, lost: [], gained: [] }));
  return [...kept, ...groundless].sort(weakestFirst);
}

/** What rests on nothing first, then what lost the most. */
function weakestFirst(a: SupportChange, b: SupportChange): number {
  const change = (each: SupportChange) => each.after - (each.before ?? 0);
  return (
    Number(b.after === 0) - Number(a.after === 0) ||
    change(a) - change(b) ||
    a.after - b.after ||
    compareText(a.id, b.id)
  );
}

interface Origin {
  readonly id: string;
  readonly derivedFrom: readonly Origin[];
}

/** The ids of the independent sources that a claim of the content rests on, sorted. */
function witnessesIn(content: Content): (claim: Edge) => string[] {
  const sources = new Map<string, Origin>();
  const pick = (ids: readonly string[]): Origin[] => ids.flatMap((id) => sources.get(id) ?? []);
  for (const { id, derivedFrom } of content.sources)
    sources.set(id, {
      id,
      get derivedFrom() {
        return pick(derivedFrom);
      },
    });
  return ({ sources: cited }) => {
    const supporting = cited.filter(({ stance }) => stance === "supports").map(({ source }) => source);
    return [...originsOf(pick(supporting))].map(({ id }) => id).sort(compareText);
  };
}
