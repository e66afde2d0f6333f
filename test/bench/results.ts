/** What was measured, kept in a file so that a part can be measured again alone, and the page made from all of it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BUILD_WORK, PAGE_MEMORY, PAGE_TIME } from "./builds.ts";
import { type Row, rowOf } from "./rows.ts";
import { markdownTables } from "./table.ts";

/** One part of the benchmark on one size of content. */
export interface Result {
  readonly part: string;
  readonly size: string;
  /** What was measured: “made up”, or the name of the folder. */
  readonly content: string;
  readonly runs: number;
  /** Of the machine, when it began: what runs beside counts in every time. */
  readonly load: number;
  readonly processors: number;
  readonly node: string;
  readonly rows: readonly Row[];
}

const FILE = fileURLToPath(new URL("results.json", import.meta.url));
const PAGE = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const [BEGIN, END] = ["<!-- figures: npm run bench writes what follows -->", "<!-- end of figures -->"];

export function readResults(): Result[] {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : [];
}

/** Earlier results, with new ones in the place of those of the same part and size. */
export function merged(earlier: readonly Result[], found: readonly Result[]): Result[] {
  const key = ({ part, size }: Result) => `${part} ${size}`;
  const all = new Map([...earlier, ...found].map((result) => [key(result), result]));
  return [...all.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Keeps results, and writes the page’s tables anew. */
export function keepResults(results: readonly Result[]): void {
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, "utf8"), results));
}

/** A page with other figures between its two marks. Throws where they are not there. */
export function withFigures(page: string, results: readonly Result[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error(`the page has no place for figures: ${BEGIN} … ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${figures(results)}\n${page.slice(end)}`;
}

function figures(results: readonly Result[]): string {
  return `${markdownTables(rowsOf(results))}
### How this was measured

| part | size | content | runs | load | |
|---|---|---|--:|--:|---|
${results.map(({ part, size, content, runs, load, processors, node }) => `| ${part} | ${size} | ${content} | ${runs} | ${load.toFixed(1)} | Node ${node}, ${processors} processors |`).join("\n")}
`;
}

const PARTS = ["build", "again", "million", "layout", "network", "search", "check"];
const SIZES = ["S", "M", "L"];
/** As `layout.ts` calls it. */
const LAYOUT_WORK = "work of the processors, beside ForceAtlas2";

const placeOf = ({ part, size }: Result): number => PARTS.indexOf(part) * 10 + SIZES.indexOf(size);

/** All rows in the order of the table: by what is asked for, then by row, the sizes below each other. */
export function rowsOf(results: readonly Result[]): Row[] {
  const rows = results.flatMap((result) => result.rows);
  const all = [...rows, ...growth(rows), ...layoutShares(rows)];
  const order = [...new Set(all.map(({ item, what }) => `${item} ${what}`))];
  const items = [...new Set(all.map(({ item }) => item))].sort();
  const place = (row: Row) => items.indexOf(row.item) * 10_000 + order.indexOf(`${row.item} ${row.what}`);
  return all.sort((a, b) => place(a) - place(b));
}

/** Item 4: the work of laying out a map, which other threads may do, beside that of a full build. */
function layoutShares(rows: readonly Row[]): Row[] {
  return SIZES.flatMap((size) => {
    const of = (what: string) => rows.find((row) => row.what === what && row.size === size);
    const [layout, whole] = [of(LAYOUT_WORK), of(BUILD_WORK)];
    if (layout === undefined || whole === undefined) return [];
    const head = { item: layout.item, size, what: "work of the layout, beside a full build" };
    const bound = size === "L" ? { atMost: 0.15 } : null;
    return [rowOf({ ...head, ours: layout.ours, anchor: whole.ours, unit: "s", bound })];
  });
}

/** Item 3: what a page costs at L beside what it costs at S. */
function growth(rows: readonly Row[]): Row[] {
  return [PAGE_TIME, PAGE_MEMORY].flatMap((what) => {
    const [small, large] = ["S", "L"].map((size) =>
      rows.find((row) => row.what === what && row.size === size),
    );
    if (small === undefined || large === undefined) return [];
    const { ours, unit } = large;
    const head = { item: "3 growth", size: "S → L", what: `${what}, at L beside S` };
    return [rowOf({ ...head, ours, anchor: small.ours, unit, bound: { atMost: 1.2 } })];
  });
}
