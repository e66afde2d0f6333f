/** The threads of a graph: claims joined by what they answer and by the claims that they are about. */
import { compareDates } from "../shared/dates.ts";
import type { Edge } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { answersAfter, reachedFrom } from "../shared/threads.ts";
import { oncePerSite } from "./once.ts";
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

interface Threads {
  readonly steps: readonly ThreadStep[];
  readonly byClaim: ReadonlyMap<string, { readonly step: ThreadStep; readonly at: number }>;
}

const allThreads = oncePerSite((site): Threads => {
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
  const steps = threads.flatMap((thread) => thread.claims.map((edge, index) => ({ thread, edge, index })));
  return { steps, byClaim: new Map(steps.map((step, at) => [step.edge.id, { step, at }])) };
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

/** The claims of all threads in a row: the longest thread first, each from its oldest claim on. */
export function threadSteps(site: Site): readonly ThreadStep[] {
  return allThreads(site).steps;
}

/** Where a claim is in its thread; undefined for one that belongs to none. */
export function stepOf(site: Site, edge: Edge): ThreadStep | undefined {
  return allThreads(site).byClaim.get(edge.id)?.step;
}

export const THREADS = "threads/";

/** The address at which a claim is listed among all threads, with its fragment. */
export function stepAddress(site: Site, edge: Edge): string {
  const at = allThreads(site).byClaim.get(edge.id)?.at ?? 0;
  return `${partAt(THREADS, Math.floor(at / PART_SIZE) + 1)}#${encodeURIComponent(stepFragment(edge.id))}`;
}

/** The id of a claim’s place on that page. */
export const stepFragment = (id: string): string => `claim-${id}`;
