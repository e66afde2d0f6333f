/** GEXF, 1.1 to 1.3 (https://gexf.net) → tables: the columns are the attributes, by their titles. */
import { type Network, NetworkReader } from "./network.ts";
import { readXml, type XmlElement, type XmlHandler } from "./xml.ts";

/** Throws `BadInput` for what is no GEXF. */
export function readGexf(file: string, text: string): Network {
  const reader = new GexfReader(file);
  readXml(file, text, { root: "gexf", format: "GEXF" }, reader);
  return reader.network.read();
}

interface Attribute {
  readonly title: string;
  fallback?: string;
}

/** What is known of the node or edge that is open. */
interface Open {
  readonly element: XmlElement;
  readonly cells: Record<string, string>;
}

class GexfReader implements XmlHandler {
  readonly network: NetworkReader;
  readonly #attributes = { node: new Map<string, Attribute>(), edge: new Map<string, Attribute>() };
  readonly #open: Open[] = [];

  constructor(file: string) {
    this.network = new NetworkReader(file);
  }

  open(element: XmlElement): void {
    const { name, attributes, line, parents } = element;
    if (name === "attribute") this.#declare(element);
    else if (name === "node" || name === "edge") {
      const cells: Record<string, string> = Object.create(null);
      this.#open.push({ element, cells });
      if (parents.some((parent) => parent.name === "node"))
        this.network.leaveOut(line, "that a node holds others is left out; they stand beside it");
    } else if (name === "attvalue") this.#value(attributes);
    else if (name.startsWith("viz:")) this.#set(name, JSON.stringify(attributes));
    else if (name === "spell") this.#set("spell", spanOf(attributes) ?? "");
  }

  close({ name, line, parents }: XmlElement, text: string): void {
    const last = this.#declared(parents.at(-1));
    if (name === "default" && last !== undefined) last.fallback = text.trim();
    else if (name === "sources" && parents.at(-1)?.name === "meta") this.network.sources(line, text);
    else if (name === "node" || name === "edge") this.#close();
  }

  #declare(element: XmlElement): void {
    const { id = "", title = id } = element.attributes;
    this.#table(element)?.set(id, { title });
  }

  #table({ parents }: XmlElement): Map<string, Attribute> | undefined {
    const kind = parents.at(-1)?.attributes.class;
    return kind === "node" || kind === "edge" ? this.#attributes[kind] : undefined;
  }

  #declared(element: XmlElement | undefined): Attribute | undefined {
    return element?.name === "attribute" ? this.#table(element)?.get(element.attributes.id ?? "") : undefined;
  }

  #value({ for: name, id = "", value = "" }: Readonly<Record<string, string>>): void {
    const kind = this.#open.at(-1)?.element.name === "edge" ? "edge" : "node";
    const title = this.#attributes[kind].get(name ?? id)?.title ?? name ?? id;
    this.#set(title, value);
  }

  #set(column: string, value: string): void {
    const cells = this.#open.at(-1)?.cells;
    // Of an attribute that changes in time, each value has its own element.
    if (cells !== undefined)
      cells[column] = cells[column] === undefined ? value : `${cells[column]}; ${value}`;
  }

  #close(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const { element, cells } = closed;
    const kind = element.name === "edge" ? "edge" : "node";
    for (const { title, fallback } of this.#attributes[kind].values())
      if (fallback !== undefined) cells[title] ??= fallback;
    const {
      id,
      source = "",
      target = "",
      type,
      start,
      end,
      startopen,
      endopen,
      pid,
      ...others
    } = element.attributes;
    const date = spanOf({ start: start ?? startopen, end: end ?? endopen });
    if (date !== undefined) cells.date ??= date;
    // What is said of direction belongs to the type of a claim.
    if (type !== undefined && type !== "directed") cells[`${type} edge`] = type;
    if (pid !== undefined) cells.pid = pid;
    for (const [name, value] of Object.entries(others)) if (!name.includes(":")) cells[name] ??= value;
    if (kind === "node") this.network.node(element.line, { ...cells, id: id ?? "" });
    else this.network.edge(element.line, id, source, target, { ...cells });
  }
}

/** The time from `start` to `end` in EDTF. */
function spanOf({ start, end }: { readonly start?: string; readonly end?: string }): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  return start === end ? start : `${start ?? ".."}/${end ?? ".."}`;
}
