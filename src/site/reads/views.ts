/**
 * The parts of a site as pages see them: like those that they are made from, and with a note of what is read.
 * Settings, ontology, theme, manual and what is measured once for all are not noted: they are what `siteKeyOf` says.
 */
import type { Analysis } from "../../graph/analyse.ts";
import { allInBrief, type ContentInBrief, inBrief } from "../../shared/brief.ts";
import { oncePer } from "../../shared/once.ts";
import type { Content } from "../../shared/records.ts";
import type { Relations } from "../relations.ts";
import type { Cells } from "./reader.ts";
import { TrackedFinder, TrackedMap, TrackedSet, TrackedValue } from "./tracked.ts";

interface Tracked<T> {
  readonly value: T;
  readonly cells: readonly Cells[];
}

export function trackContent(content: Content): Tracked<ContentInBrief> {
  const entities = new TrackedValue("entities", content.entities);
  const edges = new TrackedValue("edges", content.edges);
  const sources = new TrackedValue("sources", content.sources);
  const stories = new TrackedValue("stories", content.stories);
  const byId = new TrackedMap("record", content.byId, inBrief);
  const found = new TrackedFinder("link", (target) => content.links.find(target), allInBrief);
  const atPath = new TrackedFinder(
    "path",
    (key) => {
      const [file = "", path = ""] = key.split("\0");
      return content.links.atPath(path, file);
    },
    (found) => found && inBrief(found),
  );
  const value: ContentInBrief = {
    settings: content.settings,
    ontology: content.ontology,
    theme: content.theme,
    get entities() {
      return entities.read();
    },
    get edges() {
      return edges.read();
    },
    get sources() {
      return sources.read();
    },
    get stories() {
      return stories.read();
    },
    byId,
    links: { find: (target) => found.find(target), atPath: (path, file) => atPath.find(`${file}\0${path}`) },
  };
  return { value, cells: [entities, edges, sources, stories, byId, found, atPath].map(({ cells }) => cells) };
}

/** `skein dev` makes many sites with the same analysis. */
export const trackAnalysis = oncePer((analysis: Analysis): Tracked<Analysis> => {
  const { betweennessIsExact, given } = analysis;
  const pagerank = new TrackedMap("pagerank", analysis.pagerank);
  const betweenness = new TrackedMap("betweenness", analysis.betweenness);
  const communities = new TrackedMap("community", analysis.communities);
  const positions = new TrackedMap("position", analysis.positions);
  const graph = new TrackedValue("graph", analysis.graph, () => analysis.graph.export());
  const value: Analysis = {
    betweennessIsExact,
    given,
    pagerank,
    betweenness,
    communities,
    positions,
    get graph() {
      return graph.read();
    },
  };
  return { value, cells: [pagerank, betweenness, communities, positions, graph].map(({ cells }) => cells) };
});

export function trackRelations(relations: Relations): Tracked<Relations> {
  const claims = new TrackedMap("claims", relations.claims);
  const attributed = new TrackedMap("attributed", relations.attributed);
  const about = new TrackedMap("about", relations.about);
  const answers = new TrackedMap("answers", relations.answers);
  const corrections = new TrackedMap("corrections", relations.corrections);
  const citingClaims = new TrackedMap("citingclaims", relations.citingClaims);
  const citingEntities = new TrackedMap("citingentities", relations.citingEntities, allInBrief);
  const derived = new TrackedMap("derived", relations.derived, allInBrief);
  const superseded = new TrackedSet("superseded", relations.superseded);
  const value = {
    claims,
    attributed,
    about,
    answers,
    corrections,
    citingClaims,
    citingEntities,
    derived,
    superseded,
  };
  return { value, cells: Object.values(value).map(({ cells }) => cells) };
}

export function trackBeside<H>({ history, texts }: { history?: H; texts?: ReadonlyMap<string, string> }): {
  readonly history: () => H | undefined;
  readonly texts?: ReadonlyMap<string, string>;
  readonly cells: readonly Cells[];
} {
  const trackedHistory = new TrackedValue("history", history);
  const trackedTexts = new TrackedMap("text", texts ?? new Map());
  return {
    history: () => trackedHistory.read(),
    ...(texts !== undefined && { texts: trackedTexts }),
    cells: [trackedHistory.cells, trackedTexts.cells],
  };
}
