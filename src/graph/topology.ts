/**
 * What the measures depend on, as a text: contents with equal texts have the same measures, and the text is all that it
 * takes, in whatever thread.
 */
import { type Measures, measure } from "./analyse.ts";
import { buildGraph, type GraphContent, supersededClaims } from "./build.ts";
import { LABELLED_LIMIT } from "./layout.ts";

type Lines = [id: string, from: string[], to: string[]][];

export function topologyOf({ entities, edges }: Pick<GraphContent, "entities" | "edges">): string {
  const superseded = supersededClaims(edges);
  const nodes = entities.map(({ id }) => id);
  const lines: Lines = edges
    .filter(({ id }) => !superseded.has(id))
    .map(({ id, from, to }) => [id, from, to]);
  return JSON.stringify([nodes, lines]);
}

/**
 * Whether two contents have the same graph. Of many entities, the names may differ: only the layout of a small graph reads
 * them.
 */
export function haveSameGraph(before: GraphContent, after: GraphContent): boolean {
  const isLabelled = after.entities.length <= LABELLED_LIMIT;
  return (
    areAlike(directions(before), directions(after), (direction) => [direction]) &&
    areAlike(before.entities, after.entities, ({ id, type, name }) => [id, type, isLabelled ? name : ""]) &&
    areAlike(before.edges, after.edges, ({ id, type, from, to, supersedes }) => [
      id,
      type,
      ...[from, to, supersedes].map((ids) => ids.join(",")),
    ])
  );
}

const directions = ({ ontology }: GraphContent): string[] =>
  [...ontology.edgeTypes].map(([id, { directed }]) => `${id} ${directed}`);

/** Most are the very same, and need no second look. */
function areAlike<T>(
  before: readonly T[],
  after: readonly T[],
  facts: (record: T) => readonly string[],
): boolean {
  return (
    before.length === after.length &&
    before.every((record, i) => {
      const other = after[i];
      if (other === undefined || other === record) return other === record;
      return JSON.stringify(facts(record)) === JSON.stringify(facts(other));
    })
  );
}

export function measureTopology(topology: string): Measures {
  const [nodes, lines] = JSON.parse(topology) as [string[], Lines];
  const graph = buildGraph({
    entities: nodes.map((id) => ({ id, name: "", type: "" })),
    edges: lines.map(([id, from, to]) => ({ id, from, to, type: "", supersedes: [] })),
    ontology: { edgeTypes: new Map() },
  });
  return measure(graph);
}
