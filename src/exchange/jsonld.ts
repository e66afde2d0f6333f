/** The whole graph as JSON-LD 1.1. */
import type { GraphData } from "./graph-data.ts";
import { GRAPH_CONTEXT, linkedNodes, namingOf } from "./linked-graph.ts";
import { LongText } from "./long-text.ts";

/** A node a line. Addresses are absolute where the site knows its own, else relative to the folder of the file. */
export function jsonldOf(data: GraphData): Buffer {
  const text = new LongText();
  text.add(`{"@context": ${JSON.stringify(GRAPH_CONTEXT)},\n"@graph": [\n`);
  let separator = "";
  for (const node of linkedNodes(data, namingOf(data, "../"))) {
    text.add(separator + JSON.stringify(node));
    separator = ",\n";
  }
  text.add("\n]}\n");
  return text.bytes;
}
