/** GraphML (http://graphml.graphdrawing.org) → tables: the columns are the data, by the names of their keys. */
import { type Network, NetworkReader } from "./network.ts";
import { readXml, type XmlElement, type XmlHandler } from "./xml.ts";

/** Throws `BadInput` for what is no GraphML. */
export function readGraphml(file: string, text: string): Network {
  const reader = new GraphmlReader(file);
  readXml(file, text, { root: "graphml", format: "GraphML" }, reader);
  return reader.network.read();
}

interface Key {
  readonly name: string;
  /** What it is of: `node`, `edge`, `graph` or `all`. */
  readonly of: string;
  fallback?: string;
}

class GraphmlReader implements XmlHandler {
  readonly network: NetworkReader;
  readonly #keys = new Map<string, Key>();
  readonly #open: { readonly element: XmlElement; readonly cells: Record<string, string> }[] = [];

  constructor(file: string) {
    this.network = new NetworkReader(file);
  }

  open(element: XmlElement): void {
    const { name, attributes, line } = element;
    if (name === "key") {
      const { id = "", for: of = "all" } = attributes;
      this.#keys.set(id, { name: attributes["attr.name"] ?? attributes["yfiles.type"] ?? id, of });
    } else if (name === "node" || name === "edge") this.#open.push({ element, cells: Object.create(null) });
    else if (name === "hyperedge") this.network.leaveOut(line, "a hyperedge is left out");
    else if (name === "port") this.network.leaveOut(line, "a port is left out");
    else if (name === "graph" && this.#open.length > 0)
      this.network.leaveOut(line, "that a node holds others is left out; they stand beside it");
  }

  close({ name, attributes, parents, line }: XmlElement, text: string): void {
    const parent = parents.at(-1);
    if (name === "default" && parent?.name === "key") {
      const key = this.#keys.get(parent.attributes.id ?? "");
      if (key !== undefined) key.fallback = text;
    } else if (name === "data") this.#data(attributes.key ?? "", text, parent, line);
    else if (name.startsWith("y:")) this.#drawn(name, text);
    else if (name === "node" || name === "edge") this.#close();
  }

  #data(id: string, text: string, parent: XmlElement | undefined, line: number): void {
    const name = this.#keys.get(id)?.name ?? id;
    if (parent?.name === "graph" && name === "sources") this.network.sources(line, text);
    else if (parent?.name === "graph") {
      if (name !== "title") this.network.leaveOut(line, `“${name}” of the graph is left out`);
    } else if (parent?.name === "node" || parent?.name === "edge") {
      const cells = this.#open.at(-1)?.cells;
      // What is drawn by yEd is no text.
      if (cells !== undefined && text.trim() !== "") cells[name] = text;
    }
  }

  /** yEd keeps the words of a node or a line in its drawing. */
  #drawn(name: string, text: string): void {
    const cells = this.#open.at(-1)?.cells;
    if (cells === undefined || text.trim() === "") return;
    if (name === "y:NodeLabel" || name === "y:EdgeLabel") cells.label ??= text.trim();
  }

  #close(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const { element, cells } = closed;
    for (const { name, of, fallback } of this.#keys.values())
      if (fallback !== undefined && (of === element.name || of === "all")) cells[name] ??= fallback;
    const { id, source = "", target = "", directed: _, ...others } = element.attributes;
    for (const [name, value] of Object.entries(others)) if (!name.includes(":")) cells[name] ??= value;
    if (element.name === "node") this.network.node(element.line, { ...cells, id: id ?? "" });
    else this.network.edge(element.line, id, source, target, { ...cells });
  }
}
