/** Networks of nodes and lines → tables: what GEXF and GraphML have in common. */
import { jsonIn } from "../cells.ts";
import type { Row } from "../rows.ts";
import type { InputPlace, Note } from "./drafts.ts";
import type { InputRow, InputTable } from "./tables.ts";

export interface Network {
  readonly tables: readonly InputTable[];
  readonly notes: readonly Note[];
}

/** Collects what a file says of its nodes and lines. */
export class NetworkReader {
  readonly #place: InputPlace;
  readonly #nodes: InputRow[] = [];
  readonly #lines: InputRow[] = [];
  readonly #notes: Note[] = [];
  readonly #claims = new Set<string>();
  #sources: readonly InputRow[] = [];
  #isOurs = false;

  constructor(file: string) {
    this.#place = { file, line: 1 };
  }

  leaveOut(line: number, message: string): void {
    this.#notes.push({ code: "left-out", file: this.#place.file, line, message });
  }

  node(line: number, cells: Row): void {
    this.#nodes.push({ file: this.#place.file, line, cells });
  }

  /**
   * A line. In a file of Skein’s a claim is a line a pair of its ends, each with the whole claim, whose id is `claim`;
   * the first is enough.
   */
  edge(line: number, id: string | undefined, from: string, to: string, attributes: Row): void {
    const { claim, ...own } = attributes;
    if (claim !== undefined && this.#claims.has(claim)) return;
    if (claim !== undefined) this.#claims.add(claim);
    const cells = claim === undefined ? { ...own, from, to } : { from, to, ...own };
    this.#lines.push({ file: this.#place.file, line, cells: { ...cells, id: claim ?? id ?? "" } });
  }

  /** The sources of a file of Skein’s: rows as JSON. */
  sources(line: number, json: string): void {
    const rows = jsonIn(json);
    if (!Array.isArray(rows)) {
      this.leaveOut(line, "sources are no JSON list, and are left out");
      return;
    }
    // No other program writes any.
    this.#isOurs = true;
    this.#sources = rows.filter(isRow).map((cells) => ({ ...this.#place, line, cells }));
  }

  /** Ids of a file of Skein’s are kept, even where all are mere numbers. */
  read(): Network {
    const isOurs = this.#isOurs;
    const table = (kind: InputTable["kind"], rows: readonly InputRow[]): InputTable => ({
      kind,
      place: this.#place,
      columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))],
      rows,
      isOurs,
    });
    const tables = [table("entity", this.#nodes), table("edge", this.#lines), table("source", this.#sources)];
    return { tables: tables.filter(({ rows }) => rows.length > 0), notes: this.#notes };
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((cell) => typeof cell === "string");
