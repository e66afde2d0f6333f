/**
 * How fast is Skein, beside others, and beside itself before it has to do the same again?
 *
 * npm run bench                                  all parts on made-up content of all sizes
 * npm run bench -- --size S,M                    some sizes: 1,000 / 7,128 / 7,128 entities, 3,000 / 20,000 / 90,730 claims
 * npm run bench -- --only build,again            some parts; what was found of the others earlier stays in the table
 * npm run bench -- --content S=DIR,M=DIR,L=DIR   content of your own, which is copied
 * npm run bench -- --only million                a graph of 1,000,000 claims, which no other call makes
 *
 * `--runs 5` is how often each command runs; what is compared runs in turns, and the figures are medians. `--folder DIR`
 * is where everything is written: a folder in memory where there is one, so that a slow disk hides nobody’s work.
 * Prints the table, keeps it in `test/bench/results.json` and writes it into `docs/performance.md`; with `--no-keep` it
 * only prints.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { buildsAgain, checks, fullBuilds, type Place, type Subject } from "./builds.ts";
import { isSize, namedContent, SIZES } from "./content.ts";
import { million } from "./million.ts";
import { reported } from "./reported.ts";
import { keepResults, merged, type Result, readResults, rowsOf } from "./results.ts";
import type { Row, Size } from "./rows.ts";
import { textTable } from "./table.ts";

const PARTS: Readonly<Record<string, (subject: Subject) => Promise<Row[]>>> = {
  build: fullBuilds,
  again: buildsAgain,
  layout: (subject) => reported("layout.ts", subject),
  network: (subject) => reported("network.ts", subject),
  search: (subject) => reported("search.ts", subject),
  check: checks,
};
const MEMORY = "/dev/shm";
const MADE_UP = "made up";

const { values } = parseArgs({
  allowNegative: true,
  options: {
    size: { type: "string", default: Object.keys(SIZES).join(",") },
    only: { type: "string", default: Object.keys(PARTS).join(",") },
    content: { type: "string" },
    runs: { type: "string", default: "5" },
    folder: { type: "string" },
    keep: { type: "boolean", default: true },
  },
});
const sizes = values.size.split(",").map((size): Size => {
  if (!isSize(size)) throw new Error("--size is S, M, L or some of them: S,M");
  return size;
});
const named = values.content === undefined ? new Map<Size, string>() : namedContent(values.content);

const parts = values.only.split(",");
for (const part of parts)
  if (part !== "million" && PARTS[part] === undefined)
    throw new Error(`--only is ${Object.keys(PARTS).join(", ")} or million`);

const runs = Number(values.runs);
let results = readResults();
const found: Result[] = [];
for (const part of parts) {
  const measure = PARTS[part];
  if (part === "million") await add({ part, size: "1,000,000", content: MADE_UP, runs: 1 }, million);
  else if (measure !== undefined)
    for (const size of sizes) {
      const folder = named.get(size);
      const content = folder === undefined ? MADE_UP : basename(folder);
      await add({ part, size, content, runs }, (place) => measure({ ...place, size, named: folder }));
    }
}
process.stdout.write(textTable(rowsOf(values.keep ? results : found)));

/** Measures a part, and keeps what was found: a run of hours may be ended before its end. */
async function add(
  head: Pick<Result, "part" | "size" | "content" | "runs">,
  measure: (place: Place) => Promise<Row[]>,
): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write(`${head.part} ${head.size} …\n`);
  const [load = 0] = loadavg();
  const work = mkdtempSync(join(values.folder ?? folderFor(head.part), "skein-bench-"));
  try {
    const rows = await measure({ work, runs: head.runs });
    found.push({ ...head, load, processors: availableParallelism(), node: process.versions.node, rows });
  } catch (error) {
    // The other parts are worth having without it.
    console.error(`${head.part} ${head.size}:`, error);
    process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  results = merged(results, found);
  if (values.keep) keepResults(results);
}

/** In memory where that can be, but for what would leave none. */
function folderFor(part: string): string {
  return part !== "million" && existsSync(MEMORY) ? MEMORY : tmpdir();
}
