/**
 * How long after a save does the browser show it?
 *
 * npm run bench:dev                     made-up graphs of 1,000 / 7,128 entities and 3,000 / 20,000 claims
 * npm run bench:dev -- --size S|M       one of them
 * npm run bench:dev -- --content DIR    any content folder, which is copied
 *
 * `skein dev` runs as its users run it, and a real Chromium has one of its pages open. A time begins right before a file
 * is written, and ends in the first frame after the one in which the new text was in the page. Medians, and the best,
 * which is what is left of the work where others use the machine; the first save of each kind, which warms up, is not
 * counted. After a save that changes the graph, the next one waits until it has been measured anew.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { readFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import type { Content, Edge, Entity } from "../../src/shared/records.ts";
import { launchBrowser } from "../support/browser.ts";
import { startDev } from "../support/dev.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const SIZES: Readonly<
  Record<string, { readonly size: [entities: number, edges: number]; readonly bound: number }>
> = { S: { size: [1000, 3000], bound: 150 }, M: { size: [7128, 20_000], bound: 500 } };
const REST = 1500;
/** After so long there will be no answer: something is wrong with the server or with this program. */
const PATIENCE = 60_000;

/** A save, and where it shows. */
interface Save {
  readonly name: string;
  /** The page that is open. */
  readonly path: string;
  /** Where in it the new text comes. */
  readonly selector: string;
  /** The file, and its text with something new in it. */
  readonly write: (word: string) => readonly [file: string, text: string];
  readonly isAnalysed?: boolean;
}

/** In milliseconds. */
interface Times {
  readonly median: number;
  readonly best: number;
}

const { values } = parseArgs({
  options: { size: { type: "string" }, content: { type: "string" }, runs: { type: "string", default: "7" } },
});
const runs = Number(values.runs);
const work = mkdtempSync(join(tmpdir(), "skein-bench-"));
const browser = await launchBrowser();
try {
  if (values.content !== undefined) {
    const content = join(work, "content");
    cpSync(values.content, content, { recursive: true });
    await measureContent(basename(values.content), content);
  } else {
    for (const name of values.size === undefined ? Object.keys(SIZES) : [values.size]) {
      const { size } = SIZES[name] ?? {};
      if (size === undefined) throw new Error("--size is S or M");
      const content = join(work, name);
      writeSyntheticContent(content, ...size);
      await measureContent(name, content);
    }
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

async function measureContent(name: string, folder: string): Promise<void> {
  const { content } = loadContent(readFolder(folder), { drafts: false });
  const begin = performance.now();
  const { origin, end } = await startDev(folder);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const { entities, edges } = content;
  console.log(`${name}: ${entities.length} entities, ${edges.length} claims; serves after ${seconds} s`);
  try {
    const found = new Map<string, Times>();
    for (const save of savesOf(content, folder)) found.set(save.name, await measure(save, origin, folder));
    print(found, SIZES[name]?.bound);
  } finally {
    await end();
  }
}

/** What is saved: the entity that most claims touch, and one of its claims. */
function savesOf({ entities, edges }: Content, folder: string): Save[] {
  const degree = new Map<string, number>();
  for (const id of edges.flatMap(({ from, to }) => [...from, ...to]))
    degree.set(id, (degree.get(id) ?? 0) + 1);
  const [hub] = [...entities].sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0));
  const claim = edges.find(({ from, to }) => hub !== undefined && [...from, ...to].includes(hub.id));
  if (hub === undefined || claim === undefined) throw new Error("there is no claim");
  const renamed = edited(folder, hub, (text, word) => text.replace(/^name:.*$/m, `name: ${word}`));
  return [
    { name: "an entity’s page, its name", path: `/entities/${hub.id}/`, selector: "h1", write: renamed },
    {
      name: "an entity’s page, its text",
      path: `/entities/${hub.id}/`,
      selector: "main",
      write: edited(folder, hub, (text, word) => `${text}\n${word}\n`),
    },
    {
      name: "a claim’s page, its text",
      path: `/edges/${claim.id}/`,
      selector: "main",
      write: edited(folder, claim, (text, word) => `${text}\n${word}\n`),
    },
    { name: "the network page, a name on the map", path: "/", selector: ".picture", write: renamed },
    {
      name: "the network page, the name of what is chosen",
      path: `/#${hub.id}`,
      selector: ".panel h2",
      write: renamed,
    },
    {
      name: "an entity’s page, a claim more",
      path: `/entities/${hub.id}/`,
      selector: "main",
      isAnalysed: true,
      write: (word) => [`edges/${word}.md`, added(claim, word)],
    },
  ];
}

function edited(
  folder: string,
  { file }: Entity | Edge,
  edit: (text: string, word: string) => string,
): Save["write"] {
  const text = readFileSync(join(folder, file), "utf8");
  return (word) => [file, edit(text, word)];
}

/** Dated, so that it comes first in every list. */
function added({ type, from, to, sources }: Edge, word: string): string {
  return `---\ntype: ${type}\nfrom: [${from}]\nto: [${to}]\ntitle: ${word}\ndate: "2999-01-01"\nsources: [${sources[0]?.source}]\n---\n`;
}

async function measure(save: Save, origin: string, folder: string): Promise<Times> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => console.error(error.message));
  let seen: (time: number) => void = () => {};
  await page.exposeFunction("benchSeen", (time: number) => seen(time));
  await page.addInitScript(watchForWord(save.selector));
  await page.goto(origin + save.path);
  const times: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const word = `bench-${Date.now().toString(36)}`;
    await page.waitForTimeout(REST);
    await page.evaluate((wanted) => sessionStorage.setItem("word", wanted), word);
    const version = await versionOf(page);
    const shown = new Promise<number>((done) => {
      seen = done;
    });
    const [file, text] = save.write(word);
    const begin = performance.timeOrigin + performance.now();
    writeFileSync(join(folder, file), text);
    times.push((await shown) - begin);
    if (save.isAnalysed) while ((await versionOf(page)) < version + 2) await page.waitForTimeout(200);
    if (process.stderr.isTTY) process.stderr.write(".");
  }
  await page.close();
  const counted = times.slice(1).sort((a, b) => a - b);
  return { median: counted[Math.floor(counted.length / 2)] ?? Number.NaN, best: counted[0] ?? Number.NaN };
}

/** Which making of the site the page is of. */
async function versionOf(page: Page): Promise<number> {
  return Number(await page.getAttribute("script[data-version]", "data-version"));
}

/**
 * Runs in the page, from its beginning: looks in each frame for the word that is waited for, and tells when it was painted.
 * As text, because a function would bring along names of the program that compiles this one.
 */
function watchForWord(selector: string): string {
  return `{
    const look = () => {
      const word = sessionStorage.getItem("word");
      if (word !== null && document.querySelector("${selector}")?.textContent.includes(word)) {
        sessionStorage.removeItem("word");
        requestAnimationFrame(() => benchSeen(performance.timeOrigin + performance.now()));
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`;
}

function print(found: ReadonlyMap<string, Times>, bound: number | undefined): void {
  const width = Math.max(...[...found.keys()].map((name) => name.length));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`milliseconds, median of ${runs} and best; load of the machine ${load}`);
  for (const [name, { median, best }] of found) {
    const isOver = median > (bound ?? Number.POSITIVE_INFINITY);
    console.log(
      `${name.padEnd(width)}  ${`${Math.round(median)}${isOver ? "!" : ""}`.padStart(5)} (${Math.round(best)})`,
    );
  }
  if (bound !== undefined) console.log(`${"bound".padEnd(width)}  ${String(bound).padStart(5)}`);
}
