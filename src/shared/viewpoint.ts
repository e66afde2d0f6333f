/**
 * What a reader looks at, as plain data: the address of the network page holds it, a step of a story sets it. One
 * vocabulary for both: a key here is a parameter of the address and a key of a story’s step.
 */

/** How claims are narrowed to what one source or publisher carries. */
export const LENSES = ["supports", "alone", "without"] as const;
export type Lens = (typeof LENSES)[number];

export const TABLE_ORDERS = ["date", "who", "what", "whom", "status", "sources"] as const;
export type TableOrder = (typeof TABLE_ORDERS)[number];

/** Everything that is shared with an address. Lists are sets in the order of the alphabet; left out means “all”. */
export interface Viewpoint {
  /** The id of an entity, a claim or a source, or `a--b`: all claims between two entities. */
  readonly select?: string;
  /** Only what is within so many steps of the selection. */
  readonly within?: 1 | 2 | 3;
  /** Entity types, edge types and statuses that are off. */
  readonly hide: readonly string[];
  readonly hideClaims: readonly string[];
  readonly hideStatus: readonly string[];
  readonly tag?: string;
  /** Look through a source, by id, or through everything of a publisher, by name. */
  readonly source?: string;
  readonly publisher?: string;
  readonly lens: Lens;
  /** At least so many independent sources. */
  readonly minSources: number;
  /** Year, month or day: the first and last moment that count. */
  readonly from?: string;
  readonly to?: string;
  /** A day: what had happened by then, and which relations held. Outranks `from` and `to`. */
  readonly asOf?: string;
  readonly undated: boolean;
  /** `a--b`: how these two are connected. */
  readonly route?: string;
  /** Which of the connections, from 0. */
  readonly alternative: number;
  readonly onlyConfirmed: boolean;
  readonly forward: boolean;
  readonly view: "map" | "table";
  readonly sort: { readonly by: TableOrder; readonly descending: boolean };
  readonly color: "type" | "community";
  /** The middle of what is seen, and how wide that is, in units of the map. */
  readonly at?: { readonly x: number; readonly y: number; readonly width: number };
}

export const PLAIN_VIEWPOINT: Viewpoint = {
  hide: [],
  hideClaims: [],
  hideStatus: [],
  lens: "supports",
  minSources: 0,
  undated: true,
  alternative: 0,
  onlyConfirmed: false,
  forward: false,
  view: "map",
  sort: { by: "date", descending: true },
  color: "type",
};

/** The address of a viewpoint, relative to the network page: `?within=2#li-shangfu`; empty for the plain one. */
export function addressOf(viewpoint: Viewpoint): string {
  const parameters: string[] = [];
  function put(key: string, value: string | number | undefined): void {
    if (value !== undefined && value !== "") parameters.push(`${key}=${encode(String(value))}`);
  }
  const plain = PLAIN_VIEWPOINT;
  put("within", viewpoint.within);
  for (const key of ["hide", "hideClaims", "hideStatus"] as const) put(key, viewpoint[key].join(","));
  for (const key of ["tag", "source", "publisher"] as const) put(key, viewpoint[key]);
  if (viewpoint.lens !== plain.lens) put("lens", viewpoint.lens);
  if (viewpoint.minSources > 0) put("minSources", viewpoint.minSources);
  for (const key of ["from", "to", "asOf"] as const) put(key, viewpoint[key]);
  if (!viewpoint.undated) put("undated", "no");
  put("route", viewpoint.route);
  if (viewpoint.alternative > 0) put("alternative", viewpoint.alternative);
  for (const key of ["onlyConfirmed", "forward"] as const) if (viewpoint[key]) put(key, "yes");
  if (viewpoint.view !== plain.view) put("view", viewpoint.view);
  const { by, descending } = viewpoint.sort;
  if (by !== plain.sort.by || descending !== plain.sort.descending) put("sort", (descending ? "-" : "") + by);
  if (viewpoint.color !== plain.color) put("color", viewpoint.color);
  const { at } = viewpoint;
  if (at !== undefined) put("at", [at.x, at.y, at.width].map((value) => Math.round(value)).join(","));
  const query = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  return query + (viewpoint.select === undefined ? "" : `#${encode(viewpoint.select)}`);
}

/** Percent-encoded, but for what is harmless and often there. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll("%2C", ",");

/** Reads the `search` and `hash` of an address. What it does not understand is left out: an address is not trusted. */
export function viewpointIn({ search, hash }: { search: string; hash: string }): Viewpoint {
  const parameters = new URLSearchParams(search);
  const text = (key: string) => parameters.get(key) || undefined;
  const list = (key: string) => [...new Set((text(key) ?? "").split(",").filter(Boolean))].sort();
  const day = (key: string) =>
    [text(key)].find((value) => value !== undefined && daysIn(value) !== undefined);
  const order = /^(-?)(\w+)$/.exec(text("sort") ?? "");
  const by = TABLE_ORDERS.find((each) => each === order?.[2]);
  return {
    select: decoded(hash.slice(1)) || undefined,
    within: ([1, 2, 3] as const).find((steps) => String(steps) === text("within")),
    hide: list("hide"),
    hideClaims: list("hideClaims"),
    hideStatus: list("hideStatus"),
    tag: text("tag"),
    source: text("source"),
    publisher: text("publisher"),
    lens: LENSES.find((lens) => lens === text("lens")) ?? PLAIN_VIEWPOINT.lens,
    minSources: wholeNumber(text("minSources")),
    from: day("from"),
    to: day("to"),
    asOf: day("asOf"),
    undated: text("undated") !== "no",
    route: text("route"),
    alternative: wholeNumber(text("alternative")),
    onlyConfirmed: text("onlyConfirmed") === "yes",
    forward: text("forward") === "yes",
    view: text("view") === "table" ? "table" : "map",
    sort: by === undefined ? PLAIN_VIEWPOINT.sort : { by, descending: order?.[1] === "-" },
    color: text("color") === "community" ? "community" : "type",
    at: cameraIn(text("at")),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const wholeNumber = (text: string | undefined): number => (/^\d{1,3}$/.test(text ?? "") ? Number(text) : 0);

function cameraIn(text: string | undefined): Viewpoint["at"] {
  const [x, y, width, ...rest] = (text ?? "").split(",").map(Number);
  if (x === undefined || y === undefined || width === undefined || rest.length > 0) return undefined;
  return [x, y, width].every(Number.isFinite) && width > 0 ? { x, y, width } : undefined;
}

/** The two ids of `a--b`; undefined for any other text. No id holds two hyphens in a row. */
export function pairIn(text: string | undefined): readonly [string, string] | undefined {
  const [a, b, ...rest] = (text ?? "").split("--");
  return a && b && rest.length === 0 ? [a, b] : undefined;
}

const DAY = 86_400_000;

/** Days since 1970 of the first and last day of a year, a month or a day: `2023-06` → 19509 to 19538. */
export function daysIn(text: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  const first = dayNumber(year, month ?? 1, day ?? 1);
  const next =
    month === undefined
      ? dayNumber(year + 1, 1, 1)
      : day === undefined
        ? dayNumber(year, month + 1, 1)
        : first + 1;
  if (day !== undefined && (day < 1 || first >= dayNumber(year, (month ?? 1) + 1, 1))) return undefined;
  return { first, last: next - 1 };
}

/** Days since 1970; months above 12 run into the next year. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}

/** The day as `2023-06-17`. */
export function dayText(number: number): string {
  const date = new Date(number * DAY);
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${year < 0 ? "-" : ""}${digits}-${month}-${day}`;
}
