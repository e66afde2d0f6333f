/** The graph as GraphML (http://graphml.graphdrawing.org) for NetworkX, igraph, yEd and their like. */
import type { GraphData } from "./graph-data.ts";
import { LongText } from "./long-text.ts";
import { type Attributes, attributeTypes, linesOf, nodesOf, sourcesOf } from "./network.ts";
import { xmlText } from "./xml.ts";

/** As in GEXF: each line is directed, and the sources are JSON, in `sources` of the graph. */
export function graphmlOf(data: GraphData): Buffer {
  const [nodes, lines] = [nodesOf(data), linesOf(data)];
  const forNodes = keysFor("node", { label: "", color: "", x: 0, y: 0 }, nodes);
  const forEdges = keysFor("edge", { label: "", weight: 1 }, lines);
  const text = new LongText();
  text.add(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="title" for="graph" attr.name="title" attr.type="string"/>
<key id="sources" for="graph" attr.name="sources" attr.type="string"/>
${forNodes.declared}${forEdges.declared}<graph edgedefault="directed">
<data key="title">${xmlText(data.content.settings.title)}</data>
<data key="sources">${xmlText(sourcesOf(data))}</data>
`);
  for (const { id, label, color, x, y, attributes } of nodes)
    text.add(
      `<node id="${xmlText(id)}">${values({ label, color, x, y }, forNodes)}${values(attributes, forNodes)}</node>\n`,
    );
  for (const { id, from, to, label, weight, attributes } of lines)
    text.add(
      `<edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">${values({ label, weight }, forEdges)}${values(attributes, forEdges)}</edge>\n`,
    );
  text.add("</graph>\n</graphml>\n");
  return text.bytes;
}

/** The short names by which the data of elements refer to their attributes. */
interface Keys {
  readonly declared: string;
  readonly ids: ReadonlyMap<string, string>;
}

/** `first` is what every element has, before what only some have. */
function keysFor(
  kind: "node" | "edge",
  first: Attributes,
  elements: readonly { readonly attributes: Attributes }[],
): Keys {
  const types =
    elements.length === 0 ? [] : [...attributeTypes([{ attributes: first }]), ...attributeTypes(elements)];
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
