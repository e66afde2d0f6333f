/**
 * What the measures and the map depend on, as a text: contents with equal texts are analysed alike, and the text is all
 * that it takes, in whatever thread.
 */
import { analyse, type Measures } from "./analyse.ts";
import { type GraphContent, supersededClaims } from "./build.ts";
import { LABELLED_LIMIT } from "./layout.ts";

type Nodes = [id: string, label: string][];
type Lines = [id: string, from: string[], to: string[]][];

export function topologyOf({ entities, edges }: Pick<GraphContent, "entities" | "edges">): string {
  const superseded = supersededClaims(edges);
  const isLabelled = entities.length <= LABELLED_LIMIT;
  const nodes: Nodes = entities.map(({ id, name }) => [id, isLabelled ? name : ""]);
  const lines: Lines = edges
    .filter(({ id }) => !superseded.has(id))
    .map(({ id, from, to }) => [id, from, to]);
  return JSON.stringify([nodes, lines]);
}

export function analyseTopology(topology: string): Measures {
  const [nodes, lines] = JSON.parse(topology) as [Nodes, Lines];
  const { graph: _, ...measures } = analyse({
    entities: nodes.map(([id, name]) => ({ id, name, type: "" })),
    edges: lines.map(([id, from, to]) => ({ id, from, to, type: "", supersedes: [] })),
    ontology: { edgeTypes: new Map() },
  });
  return measures;
}
