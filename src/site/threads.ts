/** The threads of a graph: claims joined by what they answer and by the claims that they are about. */
import { compareDates } from "../shared/dates.ts";
import type { Edge } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { answersAfter, reachedFrom } from "../shared/threads.ts";
import { mapPerSite, oncePerSite } from "./once.ts";
import { PART_SIZE, partAt } from "./parts/pager.ts";
import type { Site } from "./site.ts";

export interface Thread {
  /** The id of its oldest claim. */
  readonly id: string;
  /** More than one, oldest first, and none before what it answers. */
  readonly claims: readonly Edge[];
}

/** One claim of a thread on the page of all threads. */
export interface ThreadStep {
  readonly thread: Thread;
  readonly edge: Edge;
  /** Its place in the thread, from 0. */
  readonly index: number;
}

/** The claims of all threads in a row: the longest thread first, each from its oldest claim on. */
export const threadSteps = oncePerSite((site): readonly ThreadStep[] => {
  const seen = new Set<Edge>();
  const threads: Thread[] = [];
  for (const edge of site.content.edges) {
    if (seen.has(edge)) continue;
    const reached = reachedFrom(edge, (each) => joinedTo(site, each));
    for (const each of reached) seen.add(each);
    const claims = answersAfter([...reached].sort(oldestFirst), (each) => claimsIn(site, each.respondsTo));
    const [oldest] = claims;
    if (claims.length > 1 && oldest !== undefined) threads.push({ id: oldest.id, claims });
  }
  threads.sort((a, b) => b.claims.length - a.claims.length || compareText(a.id, b.id));
  return threads.flatMap((thread) => thread.claims.map((edge, index) => ({ thread, edge, index })));
});

function joinedTo(site: Site, edge: Edge): Edge[] {
  const { answers, about } = site.relations;
  return [
    ...claimsIn(site, [...edge.respondsTo, ...edge.about]),
    ...(answers.get(edge.id) ?? []),
    ...(about.get(edge.id) ?? []),
  ];
}

/** The claims among what these ids name. */
function claimsIn(site: Site, ids: readonly string[]): Edge[] {
  return ids.map((id) => site.content.byId.get(id)).filter((record) => record?.kind === "edge");
}

/** By the first moment that each can mean, the undated last, ties by id. */
export function oldestFirst(a: Edge, b: Edge): number {
  return compareDates(a.date, b.date) || compareText(a.id, b.id);
}

export const THREADS = "threads/";

/** Where a claim is in its thread. */
export interface PlaceInThread {
  /** How many claims the thread has. */
  readonly of: number;
  /** The claim among those around it, oldest first, and how many there are before these. */
  readonly around: readonly Edge[];
  readonly before: number;
  /** The address at which it is listed among all threads, with its fragment. */
  readonly address: string;
}

/** So many claims before one and after it. */
const REACH = 12;

const places = mapPerSite("thread", (site): ReadonlyMap<string, PlaceInThread> => {
  const steps = threadSteps(site);
  return new Map(steps.map((step, at) => [step.edge.id, placeOf(step, at)]));
});

function placeOf({ thread: { claims }, edge, index }: ThreadStep, at: number): PlaceInThread {
  const before = Math.max(0, index - REACH);
  const part = partAt(THREADS, Math.floor(at / PART_SIZE) + 1);
  return {
    of: claims.length,
    around: claims.slice(before, index + REACH + 1),
    before,
    address: `${part}#${encodeURIComponent(stepFragment(edge.id))}`,
  };
}

/** Undefined for a claim that belongs to no thread. */
export function placeInThread(site: Site, edge: Edge): PlaceInThread | undefined {
  return places(site).get(edge.id);
}

/** The id of a claim’s place on that page. */
export const stepFragment = (id: string): string => `claim-${id}`;
