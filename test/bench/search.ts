/**
 * How much does a reader of the search page load, and how long does it take, from a key to the first result?
 *
 * npm run bench:search                     a made-up graph of 7,128 entities and 90,730 claims
 * npm run bench:search -- --content DIR    any content folder
 * npm run bench:search -- --runs 5 --json
 *
 * In a real Chromium, in a new profile for each question: nothing is cached but what the page loads before the first
 * key, the head of the index. All but the last letter is there already, and the last is typed: a time begins with the
 * time stamp of its key, and ends in the first frame after the one in which the first result was drawn. Files are
 * served by this machine as a host serves them, compressed with gzip; what a network adds to that is its own. Bytes are
 * those of the index, the head among them. Medians; the first time, in which the server compresses, is not counted.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Response } from "playwright-core";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { pagerankOf } from "../../src/graph/pagerank.ts";
import type { TermEntry } from "../../src/shared/search-index.ts";
import { assetsOf } from "../../src/site/assets.ts";
import { headersFile } from "../../src/site/headers.ts";
import { notFoundPage } from "../../src/site/pages/not-found.ts";
import { searchPage } from "../../src/site/pages/search.ts";
import { searchFiles } from "../../src/site/search/files.ts";
import { makeSite, type Site } from "../../src/site/site.ts";
import { launchBrowser } from "../support/browser.ts";
import { serveStatic } from "../support/static-server.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";
import { median, type Row, rowOf } from "./rows.ts";

const LARGE: [entities: number, edges: number] = [7128, 90_730];
const BYTES = { atMost: 150 };
const TIME = { atMost: 100 };
const PATIENCE = 10_000;

interface Question {
  readonly name: string;
  /** What is typed; a space at its end ends a word. */
  readonly text: string;
  readonly kind?: string;
}

/** Sizes in bytes, the time in milliseconds. */
interface Measured {
  readonly files: number;
  readonly sent: number;
  readonly plain: number;
  readonly time: number;
}

const { values } = parseArgs({
  options: {
    content: { type: "string" },
    runs: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const work = mkdtempSync(join(tmpdir(), "skein-bench-"));
try {
  const content = values.content ?? join(work, "L");
  if (values.content === undefined) writeSyntheticContent(content, ...LARGE);
  const rows = await measureSite(siteFrom(content), basename(content), Number(values.runs));
  console.log(values.json ? JSON.stringify(rows) : tableOf(rows));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Without a map, which the search page does not have. */
function siteFrom(folder: string): Site {
  const { content } = loadContent(readFolder(folder), { drafts: false });
  const graph = buildGraph(content);
  return makeSite(content, {
    graph,
    pagerank: pagerankOf(graph),
    betweenness: new Map(),
    betweennessIsExact: true,
    communities: new Map(),
    given: new Set(),
    positions: new Map(),
  });
}

async function measureSite(site: Site, size: string, runs: number): Promise<Row[]> {
  const output = join(work, "site");
  const files = await publishSearch(site, output);
  const server = await serveStatic(output, { isTuned: true });
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    for (const question of questionsOf(site, files)) {
      const measured: Measured[] = [];
      for (let i = 0; i <= runs; i++) measured.push(await measure(browser, server.origin, question));
      rows.push(...rowsOf(question, size, measured.slice(1)));
      if (process.stderr.isTTY) process.stderr.write(".");
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The search page and what it loads; the texts of the index, by path. */
async function publishSearch(site: Site, output: string): Promise<Map<string, string>> {
  const index = new Map<string, string>();
  for (const { path, render } of searchFiles(site)) index.set(path, String(await render()));
  const others: [path: string, text: string][] = [
    ...assetsOf(site).map(({ path, text }): [string, string] => [path, text]),
    ["search/index.html", searchPage(site)],
    ["404.html", notFoundPage(site)],
    ["_headers", headersFile([])],
  ];
  for (const [path, text] of [...index, ...others]) {
    mkdirSync(dirname(join(output, path)), { recursive: true });
    writeFileSync(join(output, path), text);
  }
  return index;
}

function questionsOf(site: Site, index: ReadonlyMap<string, string>): Question[] {
  const words = [...index]
    .filter(([path]) => path.includes("/terms-"))
    .flatMap(([, text]) => JSON.parse(text) as TermEntry[])
    .filter(([term]) => /^[a-z]{3,}$/.test(term));
  const byUse = [...words].sort((a, b) => b[1] - a[1]);
  const common = byUse[0]?.[0] ?? "";
  const second = byUse[1]?.[0] ?? "";
  const rare = words.filter(([, count]) => count === 1);
  const rank = ({ id }: { readonly id: string }) => site.analysis.pagerank.get(id) ?? 0;
  const foremost = [...site.content.entities].sort((a, b) => rank(b) - rank(a))[0]?.name ?? "";
  const name = foremost.toLowerCase();
  const letters = new Map<string, number>();
  for (const [term] of words) letters.set(term.charAt(0), (letters.get(term.charAt(0)) ?? 0) + 1);
  const letter = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  return [
    { name: "the commonest word", text: `${common} ` },
    { name: "a word of one document", text: rare[Math.floor(rare.length / 2)]?.[0] ?? "" },
    { name: "the letter of most words", text: letter },
    { name: "the foremost entity", text: name },
    { name: "a word of it and the commonest", text: `${name.split(" ")[0]} ${common}` },
    { name: "the two commonest words", text: `${common} ${second} ` },
    { name: "the foremost, among claims", text: name, kind: "edge" },
  ];
}

async function measure(browser: Browser, origin: string, { name, text, kind }: Question): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const responses: Response[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".json")) responses.push(response);
  });
  await page.goto(`${origin}/search/${kind === undefined ? "" : `?kind=${kind}`}`, {
    waitUntil: "networkidle",
  });
  const letters = [...text];
  const last = letters.pop() ?? "";
  // No event tells the page of these.
  await page.locator("[name=q]").evaluate((input, typed) => {
    (input as HTMLInputElement).value = typed;
  }, letters.join(""));
  await page.locator("[name=q]").focus();
  await page.keyboard.press("End");
  // As text, because the page’s own policy forbids it to make functions of texts.
  await page.evaluate(`void (globalThis.answered = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("there is no answer to: ${name}")), ${PATIENCE});
    addEventListener("keydown", ({ timeStamp }) => {
      const isThere = () => document.querySelector(".results li") !== null;
      const look = () => requestAnimationFrame(isThere() ? () => done(performance.now() - timeStamp) : look);
      look();
    }, { capture: true, once: true });
  }))`);
  await page.keyboard.press(last === " " ? "Space" : last);
  const time = (await page.evaluate("globalThis.answered")) as number;
  let [sent, plain] = [0, 0];
  for (const response of responses) {
    sent += (await response.request().sizes()).responseBodySize;
    plain += (await response.body()).length;
  }
  await context.close();
  return { files: responses.length, sent, plain, time };
}

function rowsOf({ name, text }: Question, size: string, measured: readonly Measured[]): Row[] {
  const middle = (of: (each: Measured) => number) => median(measured.map(of));
  const kB = Math.round(middle(({ sent }) => sent) / 100) / 10;
  const note = `${middle(({ files }) => files)} files, ${Math.round(middle(({ plain }) => plain) / 1000)} kB before they are compressed`;
  const time = Math.round(middle(({ time }) => time));
  const of = { item: "6 search", size };
  const what = `${name} (“${text}”)`;
  return [
    rowOf({ ...of, what: `index to the first result: ${what}`, ours: kB, unit: "kB", bound: BYTES, note }),
    rowOf({ ...of, what: `from the key to the first result: ${what}`, ours: time, unit: "ms", bound: TIME }),
  ];
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ours, unit, holds, note = "" }) => {
    const figure = `${ours} ${unit}${holds === false ? "!" : ""}`;
    return `${figure.padStart(12)}  ${what}${note === "" ? "" : `, ${note}`}`;
  });
  return [
    `medians, gzip; bounds ${BYTES.atMost} kB and ${TIME.atMost} ms; load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`,
    ...lines,
  ].join("\n");
}
