/**
 * The part of two graphs that a change touches: what it adds, removes and changes, whom that is about, and their
 * neighbours, placed once for both.
 */
import { buildGraph, pairsOf, supersededClaims } from "../graph/build.ts";
import { layOut } from "../graph/layout.ts";
import { removeOverlaps } from "../graph/overlap.ts";
import { tiesOf } from "../graph/ties.ts";
import { gather } from "../shared/gather.ts";
import { LABEL_GAP, LABEL_LINE, labelLines, lineWidth, nodeRadius } from "../shared/label.ts";
import { pairKey } from "../shared/pairs.ts";
import type { Places } from "../shared/place.ts";
import type { Content, Edge, Entity } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import type { Difference, RecordChanges } from "./difference.ts";
import { namerOf } from "./named.ts";
import { pairContents } from "./pairing.ts";

/** How many entities and lines are drawn: the touched before their neighbours. */
const ENTITIES_LIMIT = 60;
const NEIGHBOURS_LIMIT = 24;
const LINES_LIMIT = 200;

export type Mark = "added" | "removed" | "changed" | "renamed" | "superseded";

/** One side of the part. Records have their own names, claims theirs as title, and the ids that both sides share. */
export interface Half {
  readonly entities: readonly Entity[];
  readonly claims: readonly Edge[];
}

export interface Touched {
  readonly before: Half;
  readonly after: Half;
  readonly places: Places;
  /** By how many lines there are at an entity, on both sides together. */
  readonly radiusOf: (id: string) => number;
  /** The ids of the claims between two, on either side, in the order in which their lines are fanned. */
  readonly claimsBetween: (a: string, b: string) => readonly string[];
  readonly marks: ReadonlyMap<string, Mark>;
  /** How many touched entities and claims there was no room for. */
  readonly left: { readonly entities: number; readonly claims: number };
}

export function touchedPart(base: Content, head: Content, difference: Difference): Touched {
  const { idInHead } = pairContents(base, head);
  const sides = { before: standing(base, idInHead), after: standing(head, (id) => id) };
  const marks = marksOf(difference);
  const all = unionOf(sides.before.entities, sides.after.entities);
  // A claim as it is on each side that has it: it may have had other ends.
  const versions = [...gather([...sides.before.claims, ...sides.after.claims], ({ id }) => [id]).values()];
  const isTouched = (each: readonly Edge[]): boolean => each.some(({ id }) => marks.has(id));
  const touched = versions.filter(isTouched);
  const wanted = new Set([
    ...all.flatMap(({ id }) => (marks.has(id) ? [id] : [])),
    ...touched.flat().flatMap(({ from, to }) => [...from, ...to]),
  ]);
  const neighbours = neighboursOf(wanted, versions.flat()).slice(0, NEIGHBOURS_LIMIT);
  const chosen = new Set([...wanted, ...neighbours].slice(0, ENTITIES_LIMIT));
  const isDrawn = ({ from, to }: Edge): boolean => [...from, ...to].every((id) => chosen.has(id));
  const around = versions.filter(
    (each) => !isTouched(each) && each.some(({ from, to }) => [...from, ...to].some((id) => wanted.has(id))),
  );
  const candidates = [...touched, ...onePerPair(around)];
  const drawn = withinLines(candidates.filter((each) => each.every(isDrawn)));
  const shown = new Set(drawn.flat().map(({ id }) => id));
  const half = (side: Half): Half => ({
    entities: side.entities.filter(({ id }) => chosen.has(id)),
    claims: side.claims.filter(({ id }) => shown.has(id)),
  });
  const entities = all.filter(({ id }) => chosen.has(id));
  const edges = drawn.flatMap((each) => each.at(-1) ?? []);
  const graph = buildGraph({ ...head, entities, edges });
  const radiusOf = (id: string): number => nodeRadius(graph.degree(id));
  const [before, after] = [half(sides.before), half(sides.after)];
  const between = gather([...before.claims, ...after.claims], pairKeysOf);
  return {
    before,
    after,
    claimsBetween: (a, b) => [...new Set(between.get(pairKey(a, b))?.map(({ id }) => id))].sort(compareText),
    places: apart(entities, layOut(graph, tiesOf(graph)), radiusOf),
    radiusOf,
    marks,
    left: {
      entities: Math.max(0, wanted.size - ENTITIES_LIMIT),
      claims: touched.filter((each) => !each.some(({ id }) => shown.has(id))).length,
    },
  };
}

/** The claims that there is room for, each with its versions; a joint act takes a line a pair. */
function withinLines(claims: readonly (readonly Edge[])[]): (readonly Edge[])[] {
  let room = LINES_LIMIT;
  return claims.filter((versions) => {
    const lines = Math.max(...versions.map(({ from, to }) => from.length * to.length));
    if (lines === 0 || lines > room) return false;
    room -= lines;
    return true;
  });
}

/** Of the claims between the same two, the first: what is not touched only shows who is near. */
function onePerPair(claims: readonly (readonly Edge[])[]): (readonly Edge[])[] {
  const seen = new Set<string>();
  return claims.filter((versions) => {
    const keys = versions.flatMap(pairKeysOf);
    const isNew = keys.some((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}

const pairKeysOf = (claim: Edge): string[] => pairsOf(claim).map(([from, to]) => pairKey(from, to));

/** How far the ring around what changed is from its node, in pixels. */
export const RING = 4;
/** Between two names. */
const SPACE = 4;

/** Moved until no name covers another, with a line of room for what happened to each. */
function apart(entities: readonly Entity[], places: Places, radiusOf: (id: string) => number): Places {
  const boxes = entities.map(({ id, name }) => {
    const lines = labelLines(name);
    const radius = radiusOf(id) + RING + 1;
    return {
      ...(places.get(id) ?? { x: 0, y: 0 }),
      halfWidth: Math.max(radius, Math.max(...lines.map(lineWidth)) / 2) + SPACE,
      top: radius + SPACE,
      bottom: radius + LABEL_GAP + (lines.length + 1) * LABEL_LINE + SPACE,
    };
  });
  removeOverlaps(boxes);
  return new Map(entities.map(({ id }, i) => [id, boxes[i] ?? { x: 0, y: 0 }]));
}

/** The entities, and the claims that stand and whose ends are there, with ids of the head. */
function standing(content: Content, idInHead: (id: string) => string): Half {
  const { entities, edges } = content;
  const nameOf = namerOf(content);
  const superseded = supersededClaims(edges);
  const known = new Set(entities.map(({ id }) => idInHead(id)));
  const isKnown = (id: string): boolean => known.has(id);
  return {
    entities: entities.map((entity) => ({ ...entity, id: idInHead(entity.id) })),
    claims: edges
      .filter(({ id }) => !superseded.has(id))
      .map((edge) => ({
        ...edge,
        // While its ends have the ids by which their names are found.
        title: nameOf(edge).title,
        id: idInHead(edge.id),
        from: edge.from.map(idInHead).filter(isKnown),
        to: edge.to.map(idInHead).filter(isKnown),
        // Only these are drawn, and none of them is superseded on its side.
        supersedes: [],
      })),
  };
}

/** Each entity once, as it is on the later side where it is on both; in order of ids. */
function unionOf(before: readonly Entity[], after: readonly Entity[]): Entity[] {
  const byId = new Map([...before, ...after].map((entity) => [entity.id, entity]));
  return [...byId.values()].sort((a, b) => compareText(a.id, b.id));
}

/** What happened to each record, by the id that both sides share. */
function marksOf({ records, support, superseded }: Difference): Map<string, Mark> {
  const marksIn = ({ added, removed, renamed, changed }: RecordChanges): [string, Mark][] => [
    ...removed.map(({ id, partOf }): [string, Mark] => [
      partOf ?? id,
      partOf === undefined ? "removed" : "changed",
    ]),
    ...renamed.map(({ id }): [string, Mark] => [id, "renamed"]),
    ...changed.map(({ id }): [string, Mark] => [id, "changed"]),
    ...added.map(({ id }): [string, Mark] => [id, "added"]),
  ];
  return new Map([
    ...support.map(({ id }): [string, Mark] => [id, "changed"]),
    ...marksIn(records.entity),
    ...marksIn(records.edge),
    ...superseded.now.map(({ id }): [string, Mark] => [id, "superseded"]),
  ]);
}

/** The entities that share a claim with one of these, those with the most such claims first. */
function neighboursOf(ids: ReadonlySet<string>, claims: readonly Edge[]): string[] {
  const ends = claims
    .map(({ from, to }) => [...from, ...to])
    .filter((each) => each.some((id) => ids.has(id)))
    .flatMap((each) => each.filter((id) => !ids.has(id)));
  const counted = gather(
    ends.map((id, i) => ({ id, i })),
    ({ id }) => [id],
  );
  return [...counted.entries()]
    .sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b))
    .map(([id]) => id);
}
