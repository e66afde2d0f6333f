/**
 * The graph as GEXF 1.3 (https://gexf.net) for Gephi and its like. Written here: graphology-gexf, which reads it in the
 * tests, leaves the line breaks of a body bare in an attribute, where every parser makes spaces of them.
 */
import type { GraphData } from "./graph-data.ts";
import { LongText } from "./long-text.ts";
import {
  type Attributes,
  attributeTypes,
  linesOf,
  type NetworkLine,
  type NetworkNode,
  nodesOf,
  sourcesOf,
} from "./network.ts";
import { xmlText } from "./xml.ts";

/**
 * Nodes with place and colour; each line directed, because many readers take no mixture, with `directed` saying whether
 * its direction means anything. What no node holds, the sources, is JSON in `sources` of the metadata.
 */
export function gexfOf(data: GraphData): Buffer {
  const [nodes, lines] = [nodesOf(data), linesOf(data)];
  const { title } = data.content.settings;
  const text = new LongText();
  text.add(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>Skein</creator><description>${xmlText(title)}</description><sources>${xmlText(sourcesOf(data))}</sources></meta>
<graph defaultedgetype="directed" mode="static">
${declarations("node", nodes)}${declarations("edge", lines)}<nodes>
`);
  for (const node of nodes) text.add(nodeElement(node));
  text.add("</nodes>\n<edges>\n");
  for (const line of lines) text.add(edgeElement(line));
  text.add("</edges>\n</graph>\n</gexf>\n");
  return text.bytes;
}

function declarations(
  kind: "node" | "edge",
  elements: readonly { readonly attributes: Attributes }[],
): string {
  const declared = [...attributeTypes(elements)].map(
    ([name, type]) => `<attribute id="${xmlText(name)}" title="${xmlText(name)}" type="${type}"/>\n`,
  );
  return `<attributes class="${kind}">\n${declared.join("")}</attributes>\n`;
}

const nodeElement = ({ id, label, color, x, y, attributes }: NetworkNode): string =>
  `<node id="${xmlText(id)}" label="${xmlText(label)}">${values(attributes)}${colorElement(color)}<viz:position x="${x}" y="${y}"/></node>\n`;

/** Of #rrggbb. GEXF 1.3 has it as it is, too, which NetworkX does not read. */
function colorElement(color: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

const edgeElement = ({ id, label, from, to, weight, attributes }: NetworkLine): string =>
  `<edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}" weight="${weight}" label="${xmlText(label)}">${values(attributes)}</edge>\n`;

function values(attributes: Attributes): string {
  let said = "";
  for (const name in attributes)
    said += `<attvalue for="${xmlText(name)}" value="${xmlText(attributes[name] ?? "")}"/>`;
  return `<attvalues>${said}</attvalues>`;
}
