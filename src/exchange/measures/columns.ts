/** The columns of a file of measures: what they are called, and what may stand in them. */
import { nearest } from "../../shared/text.ts";

/** Something wrong with the file, and the way out. Line and column count from 1. */
export interface MeasureProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Cell {
  readonly text: string;
  /** Where it begins on its line, from 1. */
  readonly column: number;
}

/** Numbers and ids hold no comma, so that quotes can stand around a cell and mean nothing. */
export function cellsIn(line: string): Cell[] {
  let column = 1;
  return line.split(",").map((raw) => {
    const cell = { text: raw.replace(/^\s*"(.*)"\s*$/, "$1").trim(), column };
    column += raw.length + 1;
    return cell;
  });
}

const MEASURES = ["x", "y", "pagerank", "betweenness", "community"] as const;
export type Measure = (typeof MEASURES)[number];
const COLUMNS: readonly string[] = ["id", ...MEASURES];

export const isMeasure = (name: string): name is Measure => MEASURES.some((each) => each === name);

/** Says what is wrong with the names of the columns. */
export function checkHeader(header: readonly Cell[], problems: MeasureProblem[]): void {
  const names = header.map(({ text }) => text);
  const say = (column: number, message: string) => problems.push({ line: 1, column, message });
  if (names.length === 1 && /^[^,]*[;\t]/.test(names[0] ?? ""))
    say(1, "the cells are not separated by commas; write the file with commas between them");
  else if (!names.includes("id"))
    say(1, `no column is called id; the first line names the columns: ${COLUMNS.join(", ")}`);
  else if (names.length === 1) say(1, `there is no column beside id; add some of ${MEASURES.join(", ")}`);
  for (const [i, { text, column }] of header.entries()) {
    if (problems.length > 0 && names.length === 1) return;
    if (!COLUMNS.includes(text)) say(column, unknownColumn(text));
    else if (names.indexOf(text) < i) say(column, `a second column is called ${text}; leave one out`);
  }
  for (const [one, other] of [
    ["x", "y"],
    ["y", "x"],
  ] as const)
    if (names.includes(one) && !names.includes(other))
      say(header[names.indexOf(one)]?.column ?? 1, `${one} is there without ${other}; give both or neither`);
}

function unknownColumn(name: string): string {
  const meant = nearest(name, COLUMNS);
  const way =
    meant === undefined ? `leave it out; there are ${COLUMNS.join(", ")}` : `did you mean ${meant}?`;
  return `no column is called “${shortened(name)}”; ${way}`;
}

export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** No map is larger, and sums and squares of such numbers can still be worked out. */
const FARTHEST = 1e12;

/** What is wrong with the cell of a measure; undefined where nothing is. */
export function wrongWith(name: Measure, cell: string): string | undefined {
  const value = Number(cell);
  const shown = `“${shortened(cell)}”`;
  if (cell === "") return `${name} is empty; write a number for every entity, or leave the column out`;
  if (!NUMBER.test(cell)) return `${name} ${shown} is no number; write it with a point, as 0.25 or 2.5e-7`;
  if (name === "community")
    return Number.isSafeInteger(value)
      ? undefined
      : `community ${shown} is no whole number; number the groups`;
  if (name === "x" || name === "y")
    return Math.abs(value) <= FARTHEST ? undefined : `${name} ${shown} is too far away; scale the map down`;
  if (value >= 0 && value <= 1) return undefined;
  return name === "pagerank"
    ? `pagerank ${shown} is no share from 0 to 1; divide each by the sum of all`
    : `betweenness ${shown} is no share from 0 to 1; divide it by the number of pairs of others`;
}
