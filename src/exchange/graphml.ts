/** The graph as GraphML (http://graphml.graphdrawing.org) for NetworkX, igraph, yEd and their like. */
import type { GraphData } from "./graph-data.ts";
import { LongText } from "./long-text.ts";
import { type Attributes, attributeTypes, linesOf, nodesOf, sourcesOf } from "./network.ts";
import { xmlText } from "./xml.ts";

/** As in GEXF: each line is directed, and the sources are JSON, in `sources` of the graph. */
export function graphmlOf(data: GraphData): string {
  const nodes = nodesOf(data).map(({ id, label, color, x, y, attributes }) => ({
    id,
    attributes: { label, color, x, y, ...attributes },
  }));
  const lines = linesOf(data).map(({ id, from, to, label, weight, attributes }) => ({
    ...{ id, from, to },
    attributes: { label, weight, ...attributes },
  }));
  const [forNodes, forEdges] = [keysFor("node", nodes), keysFor("edge", lines)];
  const text = new LongText();
  text.add(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="title" for="graph" attr.name="title" attr.type="string"/>
<key id="sources" for="graph" attr.name="sources" attr.type="string"/>
${forNodes.declared}${forEdges.declared}<graph edgedefault="directed">
<data key="title">${xmlText(data.content.settings.title)}</data>
<data key="sources">${xmlText(sourcesOf(data))}</data>
`);
  for (const { id, attributes } of nodes)
    text.add(`<node id="${xmlText(id)}">${values(attributes, forNodes)}</node>\n`);
  for (const { id, from, to, attributes } of lines)
    text.add(
      `<edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">${values(attributes, forEdges)}</edge>\n`,
    );
  text.add("</graph>\n</graphml>\n");
  return text.toString();
}

/** The short names by which the data of elements refer to their attributes. */
interface Keys {
  readonly declared: string;
  readonly ids: ReadonlyMap<string, string>;
}

function keysFor(kind: "node" | "edge", elements: readonly { readonly attributes: Attributes }[]): Keys {
  const types = [...attributeTypes(elements)];
  const ids = new Map(types.map(([name], i) => [name, `${kind.charAt(0)}${i}`]));
  const declared = types.map(
    ([name, type]) =>
      `<key id="${ids.get(name)}" for="${kind}" attr.name="${xmlText(name)}" attr.type="${type === "integer" ? "int" : type}"/>\n`,
  );
  return { declared: declared.join(""), ids };
}

function values(attributes: Attributes, { ids }: Keys): string {
  let said = "";
  for (const name in attributes)
    said += `<data key="${ids.get(name)}">${xmlText(attributes[name] ?? "")}</data>`;
  return said;
}
