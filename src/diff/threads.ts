/** Threads that fell apart or grew together, and claims that answer or are about what is not there. */
import { gather } from "../shared/gather.ts";
import type { Content, Edge } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { reachedFrom } from "../shared/threads.ts";
import type { Dangling, Difference, ThreadChange } from "./difference.ts";
import type { Namer } from "./named.ts";
import type { Pairing } from "./pairing.ts";

export function threadChanges(
  base: Content,
  head: Content,
  pairing: Pairing,
  nameOf: Namer,
): Difference["threads"] {
  const { both } = pairing.edge;
  const [old, now] = [threadsIn(base), threadsIn(head)];
  const toHead = new Map(both.map((pair) => [pair.base, pair.head]));
  const toBase = new Map(both.map((pair) => [pair.head, pair.base]));
  return {
    cut: splitsOf(old, now, toHead),
    joined: splitsOf(now, old, toBase),
    dangling: danglingIn(head, base, nameOf),
  };
}

/** The claims that each claim is in a thread with, itself among them. */
type Threads = ReadonlyMap<Edge, ReadonlySet<Edge>>;

function threadsIn({ edges, byId }: Content): Threads {
  const claims = (ids: readonly string[]): Edge[] =>
    ids.map((id) => byId.get(id)).filter((record) => record?.kind === "edge");
  const named = (edge: Edge): string[] => [...edge.respondsTo, ...edge.about];
  const naming = gather(edges, named);
  const threads = new Map<Edge, ReadonlySet<Edge>>();
  for (const edge of edges) {
    if (threads.has(edge)) continue;
    const thread = reachedFrom(edge, (each) => [...claims(named(each)), ...(naming.get(each.id) ?? [])]);
    for (const each of thread) threads.set(each, thread);
  }
  return threads;
}

/**
 * The threads of one side whose claims, as far as the other side has them, are in several threads there. The pieces have
 * the ids of the other side.
 */
function splitsOf(whole: Threads, parts: Threads, partner: ReadonlyMap<Edge, Edge>): ThreadChange[] {
  return [...new Set(whole.values())]
    .flatMap((thread): ThreadChange[] => {
      const members = [...thread];
      const kept = members.flatMap((claim) => partner.get(claim) ?? []);
      const pieces = gather(kept, (claim) => [parts.get(claim)]);
      if (pieces.size < 2) return [];
      return [
        {
          between: idsOf(members.filter((claim) => !partner.has(claim))),
          pieces: [...pieces.values()]
            .map(idsOf)
            .sort((a, b) => b.length - a.length || compareText(a[0] ?? "", b[0] ?? "")),
        },
      ];
    })
    .sort((a, b) => compareText(a.pieces[0]?.[0] ?? "", b.pieces[0]?.[0] ?? ""));
}

const idsOf = (claims: readonly Edge[]): string[] => claims.map(({ id }) => id).sort(compareText);

const KEYS = ["respondsTo", "about"] as const;

/** What names something that is not there, and did not do so before. */
function danglingIn(head: Content, base: Content, nameOf: Namer): Dangling[] {
  return head.edges.flatMap((edge) =>
    KEYS.flatMap((key) =>
      edge[key]
        .filter((id) => !head.byId.has(id) && !isOld(base, edge.id, key, id))
        .map((to): Dangling => ({ ...nameOf(edge), key, to })),
    ),
  );
}

/** Whether the base has the same mistake. */
function isOld(base: Content, id: string, key: (typeof KEYS)[number], to: string): boolean {
  const edge = base.byId.get(id);
  return edge?.kind === "edge" && edge[key].includes(to) && !base.byId.has(to);
}
