/** The whole graph as JSON-LD 1.1. */
import type { GraphData } from "./graph-data.ts";
import { GRAPH_CONTEXT, linkedNodes, namingOf } from "./linked-graph.ts";

/** A node a line. Addresses are absolute where the site knows its own, else relative to the folder of the file. */
export function jsonldOf(data: GraphData): string {
  const lines = Array.from(linkedNodes(data, namingOf(data, "../")), (node) => JSON.stringify(node));
  return `{"@context": ${JSON.stringify(GRAPH_CONTEXT)},\n"@graph": [\n${lines.join(",\n")}\n]}\n`;
}
