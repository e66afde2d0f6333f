/** Full builds, builds again, and checks, beside what others need to the same end: in turns, each from the same start. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { placeContent, renameEntity, retitleClaim } from "./content.ts";
import { hugoArguments, hugoVersion, writeHugoSite } from "./hugo.ts";
import { type Cost, costOf } from "./measure.ts";
import { median, type Row, rowOf, type Size } from "./rows.ts";

/** What is measured. */
export interface Subject extends Place {
  readonly size: Size;
  /** A folder to copy; left out for made-up content. */
  readonly named?: string;
}

/** Where something is measured, and how often. */
export interface Place {
  /** An empty folder for everything that is written. */
  readonly work: string;
  readonly runs: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SKEIN = here("../../bin/skein.js");
const BARE = ["--import", "tsx", here("bare.ts")];
const PARSE = ["--import", "tsx", here("parse.ts")];

/** Where a build of ours takes from and puts to. The cache stands beside the site. */
interface Places {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
}

export const placesIn = (work: string): Places => ({
  content: join(work, "content"),
  output: join(work, "site"),
  cache: join(work, ".skein-cache"),
});

/** What a build costs, and how many seconds each of its phases takes. */
export interface BuildCost extends Cost {
  readonly phases: ReadonlyMap<string, number>;
}

export async function build({ content, output }: Places): Promise<BuildCost> {
  const args = ["build", "--profile", "--json", "--content", content, "--output", output];
  const cost = await costOf(process.execPath, [SKEIN, ...args]);
  const { profile }: { profile: { phase: string; seconds: number }[] } = JSON.parse(cost.output);
  return { ...cost, phases: new Map(profile.map(({ phase, seconds }) => [phase, seconds])) };
}

/** As if it were the first build: nothing of an earlier one is there, and the map is laid out from the beginning. */
function clear({ content, output, cache }: Places): void {
  for (const path of [output, cache, join(content, ".positions")])
    rmSync(path, { recursive: true, force: true });
}

/** Item 1: a full build, beside Hugo and beside a bare script. */
export async function fullBuilds(subject: Subject): Promise<Row[]> {
  const { size, named, work, runs } = subject;
  const places = placesIn(work);
  placeContent(size, named, places.content);
  const version = hugoVersion();
  const hugo = join(work, "hugo");
  const other = join(work, "other");
  if (version !== undefined) writeHugoSite(places.content, hugo);
  const costs = { skein: [] as BuildCost[], hugo: [] as Cost[], bare: [] as Cost[] };
  for (let i = 0; i < runs; i++) {
    if (version !== undefined) {
      rmSync(other, { recursive: true, force: true });
      costs.hugo.push(await costOf("hugo", hugoArguments(hugo, other)));
    }
    clear(places);
    costs.skein.push(await build(places));
    rmSync(other, { recursive: true, force: true });
    costs.bare.push(await costOf(process.execPath, [...BARE, places.content, other]));
  }
  const pages = pagesIn(places.output);
  const item = "1 full build";
  const beside = compared(
    { item, size, ...(version === undefined && { note: "no hugo here" }) },
    costs.skein,
  );
  const each = (what: string, total: number, unit: string) =>
    rowOf({ item, size, what, ours: total / pages, unit });
  return [
    beside(`time, beside Hugo ${version ?? ""}`.trim(), costs.hugo, "seconds", size === "S" ? undefined : 1),
    beside("memory, beside Hugo", costs.hugo, "mebibytes", size === "S" ? undefined : 0.6),
    beside(BUILD_WORK, costs.hugo, "cpuSeconds"),
    compared({ item, size }, costs.skein)("time, beside a bare script", costs.bare, "seconds"),
    rowOf({ item, size, what: "pages", ours: pages, unit: "" }),
    rowOf({
      item: "4 layout",
      size,
      what: "time that a full build waits for the map",
      ours: median(costs.skein.map(({ phases }) => phases.get(LAYOUT) ?? Number.NaN)),
      anchor: median(costs.skein.map(({ seconds }) => seconds)),
      unit: "s",
    }),
    each(PAGE_TIME, 1000 * median(costs.skein.map(({ seconds }) => seconds)), "ms"),
    each(PAGE_MEMORY, 1024 * median(costs.skein.map(({ mebibytes }) => mebibytes)), "KiB"),
  ];
}

/** As the build calls it. */
const LAYOUT = "Laying out the map";

/** What item 4 compares the work of the layout with. */
export const BUILD_WORK = "work of the processors, beside Hugo";

/** What item 3 compares between sizes. */
export const PAGE_TIME = "time a page";
export const PAGE_MEMORY = "memory a page";

export function pagesIn(site: string): number {
  const files = readdirSync(site, { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile() && file.name.endsWith(".html")).length;
}

/** Item 2: a build of what is built already, and of one file that has changed. */
export async function buildsAgain(subject: Subject): Promise<Row[]> {
  const { size, named, work, runs } = subject;
  const places = placesIn(work);
  placeContent(size, named, places.content);
  const costs = { cold: [] as Cost[], same: [] as Cost[], claim: [] as Cost[], entity: [] as Cost[] };
  for (let i = 0; i < runs; i++) {
    clear(places);
    costs.cold.push(await build(places));
    costs.same.push(await build(places));
    retitleClaim(places.content, `A claim with title ${i}`);
    costs.claim.push(await build(places));
    renameEntity(places.content, `An entity with name ${i}`);
    costs.entity.push(await build(places));
  }
  const beside = (what: string, ours: readonly Cost[], bound: number) =>
    compared({ item: "2 again", size }, ours)(what, costs.cold, "seconds", bound);
  return [
    beside("nothing changed, beside a full build", costs.same, 0.1),
    beside("a claim’s title changed", costs.claim, 0.15),
    beside("an entity’s name changed", costs.entity, 0.15),
  ];
}

/** The check, beside a script that reads and parses the same files. */
export async function checks(subject: Subject): Promise<Row[]> {
  const { size, named, work, runs } = subject;
  const { content } = placesIn(work);
  placeContent(size, named, content);
  const costs = { skein: [] as Cost[], parse: [] as Cost[] };
  for (let i = 0; i < runs; i++) {
    costs.skein.push(await costOf(process.execPath, [SKEIN, "check", "--quiet", "--content", content]));
    costs.parse.push(await costOf(process.execPath, [...PARSE, content]));
  }
  const beside = compared({ item: "check", size }, costs.skein);
  return [
    beside("time of skein check, beside parsing alone", costs.parse, "seconds"),
    beside("memory of skein check", costs.parse, "mebibytes"),
  ];
}

const UNITS = { seconds: "s", cpuSeconds: "s", mebibytes: "MiB" } as const;

/** Rows that compare medians of a kind of cost. */
function compared(head: Pick<Row, "item" | "size" | "note">, ours: readonly Cost[]) {
  return (what: string, theirs: readonly Cost[], kind: keyof Cost, bound?: number): Row =>
    rowOf({
      ...head,
      what,
      ours: median(ours.map((cost) => cost[kind])),
      anchor: theirs.length === 0 ? null : median(theirs.map((cost) => cost[kind])),
      unit: UNITS[kind],
      bound: bound === undefined || theirs.length === 0 ? null : { atMost: bound },
    });
}
