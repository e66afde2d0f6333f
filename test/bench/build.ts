/**
 * How much does a command cost beside the least that any program must do to the same end?
 *
 * npm run bench -- --size S|M       a made-up graph of 1,000 / 7,128 entities and 3,000 / 20,000 claims
 * npm run bench -- --content DIR    any content folder
 * npm run bench -- --check          the check and not the build
 *
 * Both commands run in turns, each into an empty folder; the figures are medians, and the ratio is theirs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeSyntheticContent } from "../support/synthetic.ts";

const SIZES: Record<string, [entities: number, edges: number]> = { S: [1000, 3000], M: [7128, 20_000] };

interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "S" },
    content: { type: "string" },
    check: { type: "boolean", default: false },
    runs: { type: "string", default: "5" },
  },
});
const size = SIZES[values.size];
if (size === undefined) throw new Error("--size is S or M");
const work = mkdtempSync(join(tmpdir(), "skein-bench-"));
try {
  const content = values.content ?? join(work, "content");
  if (values.content === undefined) writeSyntheticContent(content, ...size);
  const output = join(work, "out");
  const skein = [
    here("../../bin/skein.js"),
    values.check ? "check" : "build",
    "--quiet",
    "--content",
    content,
  ];
  const commands: Record<string, readonly string[]> = values.check
    ? { "skein check": skein, "only parsing": ["--import", "tsx", here("parse.ts"), content] }
    : {
        // Each of them lays out the map.
        "skein build": [...skein, "--relayout", "--no-save-positions", "--output", output],
        "bare script": ["--import", "tsx", here("bare.ts"), content, output],
      };
  const runs = new Map<string, Run[]>(Object.keys(commands).map((name) => [name, []]));
  for (let i = 0; i < Number(values.runs); i++) {
    for (const [name, args] of Object.entries(commands)) runs.get(name)?.push(measure(args, output));
  }
  print(runs, values.content ?? `a made-up graph of ${size[0]} entities and ${size[1]} claims`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measure(args: readonly string[], output: string): Run {
  rmSync(output, { recursive: true, force: true });
  const start = performance.now();
  const { status, output: streams } = spawnSync(process.execPath, ["--import", here("peak.mjs"), ...args], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return { seconds, mebibytes: Number(streams[3]) / 1024 };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(runs: ReadonlyMap<string, Run[]>, subject: string): void {
  const rows = [...runs].map(([name, list]) => ({
    name,
    seconds: median(list.map((run) => run.seconds)),
    mebibytes: median(list.map((run) => run.mebibytes)),
  }));
  console.log(`${subject}; medians of ${[...runs.values()][0]?.length} runs`);
  for (const { name, seconds, mebibytes } of rows) {
    console.log(
      `${name.padEnd(12)} ${seconds.toFixed(2).padStart(7)} s ${mebibytes.toFixed(0).padStart(6)} MiB`,
    );
  }
  const [skein, bare] = rows;
  if (skein === undefined || bare === undefined) return;
  const ratios = `${(skein.seconds / bare.seconds).toFixed(2)} × the time, ${(skein.mebibytes / bare.mebibytes).toFixed(2)} × the memory`;
  console.log(`${"ratio".padEnd(12)} ${ratios}`);
}
