/**
 * How fast is the network page, beside a page on which sigma alone draws the same nodes and one line a pair?
 *
 * npm run bench:network                     made-up graphs of 1,000 / 7,128 entities and 3,000 / 20,000 claims
 * npm run bench:network -- --size S|M       one of them
 * npm run bench:network -- --content DIR    any content folder
 * npm run bench:network -- --site DIR       a site that is built already
 *
 * `--json` prints rows for `npm run bench`, `--runs N` takes N turns. In a real Chromium with WebGL in software, 1280 × 800,
 * a new context each time, the two pages in turns. Opening ends when the map is drawn whole, once a pixel of every WebGL
 * canvas has been read, for which the renderer must be done. Frames are those that the browser asks for while a mouse
 * drags the map, or turns its wheel. A keystroke ends when the list of matches has been laid out. Medians.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { decodeNetwork } from "../../src/shared/network-data.ts";
import { launchBrowser } from "../support/browser.ts";
import { serveStatic } from "../support/static-server.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";
import { writeBarePage } from "./bare-sigma.ts";
import { type Bound, type Row, rowOf } from "./rows.ts";

const SIZES: Readonly<Record<string, [entities: number, edges: number]>> = {
  S: [1000, 3000],
  M: [7128, 20_000],
};
const PATIENCE = 120_000;
/** Milliseconds that a gesture takes. */
const GESTURE = 3000;
/** The canvas has taken the place of the drawing. */
const IS_DRAWN = `document.querySelector(".stage .picture[hidden]") !== null`;
/** What is to be reached: bytes, ratios to the bare page, and milliseconds. */
const BOUNDS = { bytes: 400_000, opening: 1.5, frames: 0.9, keystroke: 30 };

/** Of one page. */
interface Figures {
  /** Milliseconds from the navigation to the whole map. */
  readonly opening: number;
  /** Frames a second. */
  readonly pan: number;
  readonly zoom: number;
}

interface Result {
  readonly entities: number;
  readonly claims: number;
  /** Of the data of the first drawing, as it is and with gzip. */
  readonly bytes: number;
  readonly gzip: number;
  readonly ours: Figures;
  readonly bare: Figures;
  /** Milliseconds, the median and the longest. */
  readonly keystroke: { readonly median: number; readonly longest: number };
}

const { values } = parseArgs({
  options: {
    size: { type: "string" },
    content: { type: "string" },
    site: { type: "string" },
    runs: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const work = mkdtempSync(join(tmpdir(), "skein-bench-"));
const browser = await launchBrowser();
try {
  const results: Record<string, Result> = {};
  if (values.site !== undefined) results[basename(values.site)] = await measureSite(values.site);
  else if (values.content !== undefined)
    results[basename(values.content)] = await measureSite(siteOf(values.content));
  else {
    for (const name of values.size === undefined ? Object.keys(SIZES) : [values.size]) {
      const size = SIZES[name];
      if (size === undefined) throw new Error("--size is S or M");
      const content = join(work, name);
      writeSyntheticContent(content, ...size);
      results[name] = await measureSite(siteOf(content));
    }
  }
  if (values.json)
    console.log(JSON.stringify(Object.entries(results).flatMap(([name, result]) => rowsOf(name, result))));
  else for (const [name, result] of Object.entries(results)) print(name, result);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

function siteOf(content: string): string {
  const output = join(work, "site");
  const skein = fileURLToPath(new URL("../../bin/skein.js", import.meta.url));
  const build = [skein, "build", "--quiet", "--no-save-positions", "--force"];
  build.push("--content", content, "--output", output);
  execFileSync(process.execPath, build, { stdio: "inherit" });
  return output;
}

async function measureSite(site: string): Promise<Result> {
  const file = readFileSync(join(site, "skein/network.bin"));
  const { network } = decodeNetwork(file);
  const bareFolder = join(work, "bare");
  writeBarePage(bareFolder, network);
  const [server, bareServer] = [await serveStatic(site), await serveStatic(bareFolder)];
  const ours: Figures[] = [];
  const bare: Figures[] = [];
  const keys: number[] = [];
  const names = network.entities.map(({ name }) => name).filter((name) => /^[A-Za-z ]{6,}$/.test(name));
  for (let run = 0; run < Number(values.runs); run++) {
    bare.push(await measurePage(`${bareServer.origin}/`, "globalThis.isDrawn === true"));
    ours.push(
      await measurePage(`${server.origin}/`, IS_DRAWN, async (page) => {
        const name = names[(run * 977) % names.length] ?? "a";
        keys.push(...(await keystrokes(page, name.toLowerCase().slice(0, 12))));
      }),
    );
    if (process.stderr.isTTY) process.stderr.write(".");
  }
  await server.close();
  await bareServer.close();
  return {
    entities: network.entities.length,
    claims: network.claims.length,
    bytes: file.length,
    gzip: Math.min(file.length, gzipSync(file, { level: 9 }).length),
    ours: medians(ours),
    bare: medians(bare),
    keystroke: { median: median(keys), longest: Math.max(...keys) },
  };
}

async function measurePage(
  address: string,
  isDrawn: string,
  more: (page: Page) => Promise<void> = async () => undefined,
): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => console.error(error.message));
  await page.addInitScript(`globalThis.drawn = new Promise((done) => {
    const flush = () => {
      for (const canvas of document.querySelectorAll("canvas")) {
        const gl = canvas.getContext("webgl2");
        gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      }
      done(performance.now());
    };
    const look = () => requestAnimationFrame((${isDrawn}) ? () => requestAnimationFrame(flush) : look);
    requestAnimationFrame(look);
  })`);
  await page.goto(address, { waitUntil: "commit" });
  const opening = (await page.evaluate("globalThis.drawn")) as number;
  await page.waitForTimeout(1000);
  const pan = await framesDuring(page, async (i) => {
    const angle = (i / 20) * 2 * Math.PI;
    if (i === 0) {
      await page.mouse.move(700, 400);
      await page.mouse.down();
    }
    await page.mouse.move(700 + 150 * Math.sin(angle), 400 + 100 * Math.sin(2 * angle));
  });
  await page.mouse.up();
  await page.waitForTimeout(1000);
  await page.mouse.move(700, 400);
  const zoom = await framesDuring(page, async (i) => {
    await page.mouse.wheel(0, i % 40 < 20 ? -60 : 60);
    await page.waitForTimeout(16);
  });
  await more(page);
  await context.close();
  return { opening, pan, zoom };
}

/** Frames a second while something is done again and again for some seconds. */
async function framesDuring(page: Page, step: (i: number) => Promise<void>): Promise<number> {
  await page.evaluate(`
    globalThis.frames = [];
    globalThis.isCounting = true;
    const count = (at) => { globalThis.frames.push(at); if (globalThis.isCounting) requestAnimationFrame(count); };
    requestAnimationFrame(count);
  `);
  const end = performance.now() + GESTURE;
  for (let i = 0; performance.now() < end; i++) await step(i);
  const frames = (await page.evaluate(`(globalThis.isCounting = false, globalThis.frames)`)) as number[];
  const [first = 0] = frames;
  const last = frames.at(-1) ?? first;
  return ((frames.length - 1) * 1000) / (last - first);
}

/** Milliseconds for each key of a name, once the search is ready: until the list has been laid out. */
async function keystrokes(page: Page, name: string): Promise<number[]> {
  await page.locator("#finder-input").focus();
  await page.locator("#finder-input").fill("zzzz");
  await page.waitForSelector("#finder-list:not([hidden])");
  await page.waitForTimeout(3000);
  await page.locator("#finder-input").fill("");
  const times: number[] = [];
  for (const key of name) {
    await page.waitForTimeout(150);
    await page.evaluate(`globalThis.answered = new Promise((done) => {
      const list = document.querySelector("#finder-list");
      addEventListener("keydown", () => {
        const begin = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          list.getBoundingClientRect();
          done(performance.now() - begin);
        }).observe(list, { childList: true });
      }, { capture: true, once: true });
    }), undefined`);
    await page.keyboard.press(key === " " ? "Space" : key);
    times.push((await page.evaluate("globalThis.answered")) as number);
  }
  return times;
}

function medians(figures: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => median(figures.map((each) => each[key]));
  return { opening: of("opening"), pan: of("pan"), zoom: of("zoom") };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function rowsOf(size: string, { gzip, ours, bare, keystroke }: Result): Row[] {
  const item = "5 network page";
  const beside = (what: string, key: keyof Figures, unit: string, bound: Bound): Row =>
    rowOf({ item, size, what, ours: ours[key], anchor: bare[key], unit, bound });
  return [
    rowOf({
      item,
      size,
      what: "data of the drawing, gzip",
      ours: gzip / 1000,
      unit: "kB",
      bound: { atMost: BOUNDS.bytes / 1000 },
    }),
    beside("open, until it is drawn, beside bare sigma", "opening", "ms", { atMost: BOUNDS.opening }),
    beside("frames a second of a pan, beside it", "pan", "", { atLeast: BOUNDS.frames }),
    beside("frames a second of a zoom, beside it", "zoom", "", { atLeast: BOUNDS.frames }),
    rowOf({
      item,
      size,
      what: "a key in the search",
      ours: keystroke.median,
      unit: "ms",
      bound: { atMost: BOUNDS.keystroke },
    }),
  ];
}

function print(name: string, { entities, claims, gzip, ours, bare, keystroke }: Result): void {
  const row = (what: string, own: string, other: string, ratio: string, bound: string) =>
    console.log(`${what.padEnd(28)}${own.padStart(12)}${other.padStart(12)}${ratio.padStart(9)}   ${bound}`);
  const ratio = (own: number, other: number) => `${(own / other).toFixed(2)} ×`;
  const frames = (key: "pan" | "zoom") =>
    row(
      `${key}, frames a second`,
      ours[key].toFixed(1),
      bare[key].toFixed(1),
      ratio(ours[key], bare[key]),
      `≥ ${BOUNDS.frames} ×`,
    );
  console.log(`${name}: ${entities} entities, ${claims} claims; load ${loadavg()[0]?.toFixed(1)}`);
  row("", "Skein", "bare sigma", "ratio", "to reach");
  row("data of the drawing, gzip", `${(gzip / 1000).toFixed(0)} kB`, "", "", `≤ ${BOUNDS.bytes / 1000} kB`);
  row(
    "open, until it is drawn",
    `${ours.opening.toFixed(0)} ms`,
    `${bare.opening.toFixed(0)} ms`,
    ratio(ours.opening, bare.opening),
    `≤ ${BOUNDS.opening} ×`,
  );
  frames("pan");
  frames("zoom");
  row(
    "a key in the search",
    `${keystroke.median.toFixed(0)} ms`,
    "",
    "",
    `≤ ${BOUNDS.keystroke} ms; the longest ${keystroke.longest.toFixed(0)} ms`,
  );
}
