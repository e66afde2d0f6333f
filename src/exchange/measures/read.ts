/**
 * Places and measures that another program has worked out: CSV with a row an entity and the columns `id`, and of `x` and
 * `y`, `pagerank`, `betweenness` and `community` those that there are. Read strictly, because a wrong number looks like
 * a right one on a page.
 */
import type { GivenMeasures } from "../../shared/given.ts";
import type { Content } from "../../shared/records.ts";
import { count, nearest } from "../../shared/text.ts";
import { KINDS } from "../rows.ts";
import {
  type Cell,
  cellsIn,
  checkHeader,
  isMeasure,
  type Measure,
  type MeasureProblem,
  shortened,
  wrongWith,
} from "./columns.ts";

/** More are not looked for. */
export const PROBLEM_LIMIT = 20;

/** What the file gives, or what is wrong with it, at most `PROBLEM_LIMIT` things. */
export function readMeasures(
  text: string,
  content: Pick<Content, "entities" | "byId">,
): { readonly given: GivenMeasures } | { readonly problems: readonly MeasureProblem[] } {
  const problems: MeasureProblem[] = [];
  const lines = text
    .replace(/^\uFEFF/, "")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
  const header = cellsIn(lines[0] ?? "");
  checkHeader(header, problems);
  if (problems.length > 0) return { problems };
  const reader = new Reader(header, content, problems);
  for (let i = 1; i < lines.length && problems.length < PROBLEM_LIMIT; i++)
    reader.take(lines[i] ?? "", i + 1);
  if (problems.length === 0) reader.finish(lines.length);
  return problems.length > 0 ? { problems } : { given: reader.given() };
}

class Reader {
  readonly #header: readonly Cell[];
  readonly #content: Pick<Content, "entities" | "byId">;
  readonly #problems: MeasureProblem[];
  /** The line of each entity’s row. */
  readonly #lines = new Map<string, number>();
  readonly #values: Readonly<Record<Measure, Map<string, number>>> = {
    x: new Map(),
    y: new Map(),
    pagerank: new Map(),
    betweenness: new Map(),
    community: new Map(),
  };

  constructor(
    header: readonly Cell[],
    content: Pick<Content, "entities" | "byId">,
    problems: MeasureProblem[],
  ) {
    this.#header = header;
    this.#content = content;
    this.#problems = problems;
  }

  /** Takes the row on a line. */
  take(text: string, line: number): void {
    const cells = cellsIn(text);
    const say = (column: number, message: string) => this.#problems.push({ line, column, message });
    if (cells.length !== this.#header.length) {
      const found = count(text === "" ? 0 : cells.length, "cell");
      say(1, `the row has ${found}, and the first line ${this.#header.length}; write one for each column`);
      return;
    }
    const at = this.#header.findIndex(({ text }) => text === "id");
    const { text: id = "", column = 1 } = cells[at] ?? {};
    const trouble = this.#troubleWith(id);
    if (trouble !== undefined) say(column, trouble);
    else this.#lines.set(id, line);
    for (const [i, cell] of cells.entries()) {
      const name = this.#header[i]?.text ?? "";
      if (!isMeasure(name)) continue;
      const wrong = wrongWith(name, cell.text);
      if (wrong !== undefined) say(cell.column, wrong);
      else this.#values[name].set(id, Number(cell.text));
    }
  }

  #troubleWith(id: string): string | undefined {
    const line = this.#lines.get(id);
    if (line !== undefined) return `“${id}” has a row on line ${line} already; leave one out`;
    const record = this.#content.byId.get(id);
    if (record === undefined) return this.#unknown(id);
    if (record.kind !== "entity") return `“${id}” is a ${KINDS[record.kind]}; leave out what is no entity`;
    return record.id === id ? undefined : `“${id}” is called “${record.id}” now; write that`;
  }

  #unknown(id: string): string {
    const meant = nearest(
      id,
      this.#content.entities.map((entity) => entity.id),
    );
    const way = meant === undefined ? "leave the row out" : `did you mean “${meant}”?`;
    return `no entity “${shortened(id)}”; ${way}`;
  }

  /** Looks at the rows together; `last` is the last line. */
  finish(last: number): void {
    const missing = this.#content.entities.filter(({ id }) => !this.#lines.has(id)).map(({ id }) => id);
    if (missing.length > 0) {
      const first = missing.slice(0, 3).map((id) => `“${id}”`);
      const more = missing.length > first.length ? ` and ${missing.length - first.length} more` : "";
      const message = `no row for ${first.join(", ")}${more}; write one for every entity, as a new export has them`;
      this.#problems.push({ line: last, column: 1, message });
      return;
    }
    this.#checkSum();
    this.#checkPlaces();
  }

  /** A hundredth is for numbers that were rounded. */
  #checkSum(): void {
    const shares = [...this.#values.pagerank.values()];
    const sum = shares.reduce((total, share) => total + share, 0);
    if (shares.length === 0 || Math.abs(sum - 1) <= 0.01) return;
    const message = `the shares make ${Number(sum.toPrecision(4))} and not 1 together; divide each by their sum`;
    this.#problems.push({ line: 1, column: this.#columnOf("pagerank"), message });
  }

  /** Where most stand on one another there is no map to see, and nodes would have to be pushed apart for hours. */
  #checkPlaces(): void {
    const { x, y } = this.#values;
    const places = new Set([...x].map(([id, value]) => `${value} ${y.get(id)}`));
    if (x.size < 2 || places.size * 2 >= x.size) return;
    const message = `${count(x.size, "entity", "entities")} stand in ${count(places.size, "place")}; give each a place of its own`;
    this.#problems.push({ line: 1, column: this.#columnOf("x"), message });
  }

  #columnOf(name: Measure): number {
    return this.#header.find(({ text }) => text === name)?.column ?? 1;
  }

  given(): GivenMeasures {
    const { x, y, pagerank, betweenness, community } = this.#values;
    const has = (name: Measure) => this.#header.some(({ text }) => text === name);
    return {
      ...(has("x") && {
        positions: new Map([...x].map(([id, left]) => [id, { x: left, y: y.get(id) ?? 0 }])),
      }),
      ...(has("pagerank") && { pagerank }),
      ...(has("betweenness") && { betweenness }),
      ...(has("community") && { communities: community }),
    };
  }
}
