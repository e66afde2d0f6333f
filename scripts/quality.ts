/**
 * Measures the site of `content/` with Lighthouse, as a good host would serve it, and writes the figures down in
 * `docs/quality.md`: `npm run quality`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import lighthouse, { desktopConfig } from "lighthouse";
import { launchBrowser } from "../test/support/browser.ts";
import { compressedSize, firstLoad } from "../test/support/first-load.ts";
import { serveStatic } from "../test/support/static-server.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const PAGES = [
  { name: "The network, `/`", path: "/" },
  { name: "An entity", path: "/entities/li-shangfu/" },
  { name: "A claim", path: "/edges/us-sanctions-li-shangfu/" },
  { name: "A source", path: "/sources/presstv-2023/" },
];

/** What one run of Lighthouse finds: scores from 0 to 100, times in milliseconds, sizes in bytes. */
interface Run {
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  readonly paint: number;
  readonly blocking: number;
  readonly shift: number;
  readonly total: number;
  readonly script: number;
}

const work = mkdtempSync(join(tmpdir(), "skein-quality-"));
try {
  const build = ["bin/skein.js", "build", "--quiet", "--force", "--output", work];
  execFileSync(process.execPath, build, { cwd: PROJECT, stdio: "inherit" });
  const server = await serveStatic(work, { isTuned: true });
  const measured = [];
  for (const page of PAGES) measured.push({ ...page, runs: await measure(server.origin + page.path) });
  await server.close();
  const scripts = firstLoad(work, "embed/index.html").filter((path) => path.endsWith(".js"));
  const text = report(measured, compressedSize(work, scripts));
  writeFileSync(join(PROJECT, "docs/quality.md"), text);
  process.stdout.write(text);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Each page has a browser of its own, whose first run finds nothing warm. */
async function measure(url: string): Promise<Run[]> {
  const port = await freePort();
  const browser = await launchBrowser({ hasWebGL: true, port });
  try {
    const runs: Run[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await run(url, port));
    return runs;
  } finally {
    await browser.close();
  }
}

async function run(url: string, port: number): Promise<Run> {
  const flags = { port, logLevel: "error" as const, onlyCategories: [...CATEGORIES] };
  const result = await lighthouse(url, flags, desktopConfig);
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  const { audits, categories, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const score = (id: string) => Math.round(100 * (categories[id]?.score ?? 0));
  const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const [perf, a11y, best, seo] = CATEGORIES.map(score);
  const { details } = audits["network-requests"] ?? {};
  const requests = details?.type === "table" ? details.items : [];
  const bytes = (type?: string) =>
    requests
      .filter(({ resourceType }) => type === undefined || resourceType === type)
      .reduce((sum, { transferSize }) => sum + Number(transferSize), 0);
  return {
    scores: {
      performance: perf ?? 0,
      accessibility: a11y ?? 0,
      "best-practices": best ?? 0,
      seo: seo ?? 0,
    },
    paint: value("largest-contentful-paint"),
    blocking: value("total-blocking-time"),
    shift: value("cumulative-layout-shift"),
    total: bytes(),
    script: bytes("Script"),
  };
}

/** A port that nobody has at this moment. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function median(runs: readonly Run[], of: (run: Run) => number): number {
  const sorted = runs.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Measured {
  readonly name: string;
  readonly runs: readonly Run[];
}

function report(pages: readonly Measured[], embedded: number): string {
  const rows = pages.map(({ name, runs }) => {
    const scores = CATEGORIES.map((id) => String(median(runs, ({ scores }) => scores[id])));
    const seconds = (median(runs, ({ paint }) => paint) / 1000).toFixed(1);
    const blocking = `${Math.round(median(runs, (each) => each.blocking))} ms`;
    const shift = median(runs, (each) => each.shift).toFixed(3);
    return `| ${[name, ...scores, `${seconds} s`, blocking, shift].join(" | ")} |`;
  });
  const [front] = pages;
  const runs = front?.runs ?? [];
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const inTurn = (of: (run: Run) => number) => runs.map((each) => Math.round(of(each))).join(", ");
  return `# Quality

What Lighthouse and axe say of the site of \`content/\`. \`npm run quality\` measures again and writes this page.

## Lighthouse

| page | performance | accessibility | best practices | SEO | largest paint | blocked | shift |
|---|--:|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}

Medians of ${RUNS} runs with Lighthouse’s desktop preset: a connection of 10 Mbit/s and 40 ms, and the processor as it is. The aim for the network page is 95 or more in performance and 100 in the rest.

The runs of the network page in turn: performance ${inTurn(({ scores }) => scores.performance)}; blocked for ${inTurn(({ blocking }) => blocking)} ms. They were made without a graphics card: Chromium draws WebGL in software (SwiftShader), and starts that when the first map asks for it. The page waits for that in its first run, which the median leaves out; a graphics card has no such start. The drawing of the map is on the screen before, at the largest paint.

## What the first load weighs

| | transferred | at most |
|---|--:|--:|
| the network page with all it loads | ${kilobytes(median(runs, ({ total }) => total))} | 200 kB |
| of that, scripts | ${kilobytes(median(runs, ({ script }) => script))} | 150 kB |
| scripts of an embedded map | ${kilobytes(embedded)} | 60 kB |

Compressed with gzip; the first two with the headers of HTTP. Sigma, which draws the map with WebGL, is two thirds of the scripts. The search, the table’s files and the citations are loaded when they are first asked for. The page of a record loads a stylesheet and 0.5 kB of script; the timeline, the table and the search have a script of their own of 6 to 10 kB. \`test/site/weight.test.ts\` holds the bounds.

## How it is measured

1. The site is built into a temporary folder.
2. A small server sends it as a good host does: compressed, with the right types, and with a year in the cache for the files whose names change with their content (\`test/support/static-server.ts\`).
3. Chromium, found as the tests find it, opens each page ${RUNS} times in a row under Lighthouse’s eyes, in a browser of its own for each page.

Performance depends on the machine and on what else it does: figures of two machines cannot be compared, and a busy one loses points. The other three do not.

## axe

\`test/browser/accessibility.test.ts\` asks axe, with all its rules for WCAG 2.0 to 2.2 at levels A and AA and its best practices, about

- the network page: as it opens, searching, with an entity, a claim, a pair, a source, a connection and a neighbourhood chosen, filtered, as a table, with each menu and the citation open, and without WebGL;
- an embedded map, a page of each kind, a story, the lists, and the page for addresses that lead nowhere;
- each on a wide screen and on a phone; all rules in the light, those about colours again in the dark.

It finds nothing. A machine sees about half of what can be wrong, so that \`test/browser/keyboard.test.ts\` walks through the network page with keys alone: the order of the focus and that it is always seen, finding, walking the map, the details and back, sorting the table, time, menus and dialogs. Nobody has tried the site with a screen reader yet.
`;
}
