/**
 * How long does the network page take to answer a key or a click?
 *
 * npm run bench:reading                     made-up graphs of 1,000 / 7,128 entities and 3,000 / 20,000 claims
 * npm run bench:reading -- --size S|M       one of them
 * npm run bench:reading -- --content DIR    any content folder
 *
 * In a real Chromium with WebGL in software, 1280 × 800, with reduced motion, so that a flight is one frame. A time
 * begins with the time stamp of the first event of the key or click: what the browser needs to bring an event to the
 * page before that is not in it. It ends in the first frame after the one in which the answer was drawn, once a pixel
 * of every WebGL canvas has been read, for which the renderer must be done: up to 16 ms more than a reader waits.
 * Lines that a moving camera carries along are drawn anew when it rests, after that. Medians, with a rest in between,
 * and the best, which is what is left of the work where others use the machine; the first time, which loads code, is
 * not counted.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { createModel, type Model } from "../../src/app/model.ts";
import { threadOf } from "../../src/app/thread.ts";
import type { NetworkEntity } from "../../src/shared/network.ts";
import { decodeNetwork } from "../../src/shared/network-data.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";
import { launchBrowser } from "../support/browser.ts";
import { serveStatic } from "../support/static-server.ts";
import { writeSyntheticContent } from "../support/synthetic.ts";

const SIZES: Readonly<
  Record<string, { readonly size: [entities: number, edges: number]; readonly bound: number }>
> = { S: { size: [1000, 3000], bound: 100 }, M: { size: [7128, 20_000], bound: 300 } };
const REST = 700;
/** After so long there will be no answer: something is wrong with the page or with this program. */
const PATIENCE = 10_000;
/** Outside the bound. */
const CAMERA = "zoom in (a move of the camera)";

/** In milliseconds. */
interface Times {
  readonly median: number;
  readonly best: number;
}

/** Something that a reader does. */
interface Capability {
  readonly name: string;
  /** Where it begins: search and hash of the address. */
  readonly at?: string;
  /** What must be done before, uncounted. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** The first event of the act. */
  readonly event: "keydown" | "pointermove" | "pointerdown" | "change";
  readonly act: (page: Page) => Promise<unknown>;
  /** An expression that is true in the page when the answer is there. */
  readonly shows: string;
}

const { values } = parseArgs({
  options: { size: { type: "string" }, content: { type: "string" }, runs: { type: "string", default: "7" } },
});
const runs = Number(values.runs);
const work = mkdtempSync(join(tmpdir(), "skein-bench-"));
const browser = await launchBrowser();
try {
  const columns = new Map<string, Map<string, Times>>();
  if (values.content !== undefined) columns.set(basename(values.content), await measureSite(values.content));
  else {
    const names = values.size === undefined ? Object.keys(SIZES) : [values.size];
    for (const name of names) {
      const { size } = SIZES[name] ?? {};
      if (size === undefined) throw new Error("--size is S or M");
      const content = join(work, name);
      writeSyntheticContent(content, ...size);
      columns.set(name, await measureSite(content));
    }
  }
  print(columns);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

/** Times by capability; those that a content gives no occasion for are missing. */
async function measureSite(content: string): Promise<Map<string, Times>> {
  const output = join(work, "site");
  const skein = fileURLToPath(new URL("../../bin/skein.js", import.meta.url));
  const build = [skein, "build", "--quiet", "--no-save-positions", "--force"];
  build.push("--content", content, "--output", output);
  execFileSync(process.execPath, build, { stdio: "inherit" });
  const model = createModel(
    decodeNetwork(readFileSync(join(output, "skein/network.bin"))).network,
    "./",
    ENGLISH,
  );
  const server = await serveStatic(output);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`${server.origin}/`);
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await page.waitForTimeout(3 * REST);
  const found = new Map<string, Times>();
  for (const capability of capabilitiesOf(model)) {
    const times: number[] = [];
    for (let i = 0; i <= runs; i++) times.push(await measure(page, capability));
    const counted = times.slice(1);
    found.set(capability.name, { median: median(counted), best: Math.min(...counted) });
    if (process.stderr.isTTY) process.stderr.write(".");
  }
  await context.close();
  await server.close();
  return found;
}

async function measure(
  page: Page,
  { name, at = "", before, event, act, shows }: Capability,
): Promise<number> {
  await page.mouse.move(0, 0);
  await lookAt(page, at);
  await before?.(page);
  await page.waitForTimeout(REST);
  // As text, because the page’s own policy forbids it to make functions of texts.
  await page.evaluate(`void (globalThis.answered = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("there is no answer to: ${name}")), ${PATIENCE});
    addEventListener("${event}", ({ timeStamp }) => {
      const flush = () => {
        for (const canvas of document.querySelectorAll(".nodes canvas")) {
          const gl = canvas.getContext("webgl2");
          gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
        }
        done(performance.now() - timeStamp);
      };
      const look = () => requestAnimationFrame((${shows}) ? flush : look);
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }))`);
  await act(page);
  return (await page.evaluate("globalThis.answered")) as number;
}

/** Goes to an address as the back button does, with the whole map in view where nothing is chosen. */
async function lookAt(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    (document.activeElement as HTMLElement | null)?.blur();
    history.pushState(null, "", location.pathname + to);
    dispatchEvent(new PopStateEvent("popstate"));
    if (!to.includes("#")) document.querySelector<HTMLElement>('[aria-label="Show the whole map"]')?.click();
  }, address);
}

function capabilitiesOf(model: Model): Capability[] {
  const { network } = model;
  const hub = most(network.entities, (entity) => model.claimsOf(entity).length);
  const far = farthest(model, hub);
  const claim = most(network.claims, (each) => threadOf(each, model).length);
  const type = most(
    network.entityTypes,
    (each) => network.entities.filter((one) => one.type === each).length,
  ).id;
  const statuses = [...new Set(network.claims.map((each) => each.status))];
  const status = most(statuses, (each) => -network.claims.filter((one) => one.status === each).length);
  const source = most(network.sources, (each) => model.claimsFrom(each).length);
  const tag =
    network.entities.flatMap(({ tags }) => tags)[0] ?? network.claims.flatMap(({ tags }) => tags)[0];
  const press = (key: string) => (page: Page) => page.keyboard.press(key);
  const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
  const choose = (selector: string, value: string) => (page: Page) =>
    page.locator(selector).selectOption(value);
  const find =
    (box: string, { name, id }: NetworkEntity) =>
    async (page: Page) => {
      await page.locator(`#${box}-input`).fill(name);
      await page.waitForSelector(`#${box}-list:not([hidden]) [data-id="${id}"]`);
      for (let i = 0; i < 12; i++) {
        const active = await page.locator(`#${box}-list [aria-selected=true]`).getAttribute("data-id");
        if (active === id) return;
        await page.keyboard.press("ArrowDown");
      }
    };
  const row = (key: string, id: string) => `[data-filter="${key}:${id}"]`;
  const has = (selector: string) => `document.querySelector(${JSON.stringify(selector)}) !== null`;
  const isLit = has(".canvas[data-lit]");
  const isOff = has(`${row("hide", type)}.is-off`);
  const hubHash = `#${encodeURIComponent(hub.id)}`;

  const list: (Capability | undefined)[] = [
    {
      name: "type a letter in the search",
      before: async (page) => {
        await page.locator("#finder-input").fill("");
        await page.locator("#finder-input").focus();
      },
      event: "keydown",
      act: press([...hub.name.toLowerCase()].find((letter) => /[a-z]/.test(letter)) ?? "a"),
      shows: has("#finder-list:not([hidden]) [data-id]"),
    },
    {
      name: "choose an entity",
      before: find("finder", hub),
      event: "keydown",
      act: press("Enter"),
      shows: `${isLit} && ${has(".panel:not([hidden]) .claim")}`,
    },
    {
      name: "point at a node (30 ms of it waits for the pointer to rest)",
      at: hubHash,
      before: async (page) => {
        await page.waitForTimeout(REST);
        await page.locator(".panel-close").click();
        await page.mouse.move(0, 0);
      },
      event: "pointermove",
      act: async (page) => {
        const { x, y } = await middleOfMap(page);
        await page.mouse.move(x, y);
      },
      shows: isLit,
    },
    {
      name: "focus on two steps",
      at: hubHash,
      event: "pointerdown",
      act: click('.panel [data-steps="2"]'),
      shows: has('.panel [data-steps="2"][aria-pressed=true]'),
    },
    {
      name: "legend: a type off",
      event: "pointerdown",
      act: click(`${row("hide", type)} input`),
      shows: isOff,
    },
    {
      name: "legend: a type on",
      at: `?hide=${encodeURIComponent(type)}`,
      event: "pointerdown",
      act: click(`${row("hide", type)} input`),
      shows: `!(${isOff})`,
    },
    statuses.length < 2
      ? undefined
      : {
          name: "legend: only one status",
          before: (page) => page.locator(row("hideStatus", status)).hover(),
          event: "pointerdown",
          act: click(`${row("hideStatus", status)} .legend-only`),
          shows: has(".bar-clear:not([hidden])"),
        },
    { name: "a step in time", event: "keydown", act: press("]"), shows: has(".timeline:not(.is-whole)") },
    tag === undefined
      ? undefined
      : {
          name: "filter by a tag",
          event: "change",
          act: choose("#filter-tag", tag),
          shows: has(".bar-clear:not([hidden])"),
        },
    {
      name: "look through a source",
      event: "change",
      act: choose("#filter-source", `source:${source.id}`),
      shows: has(".bar-clear:not([hidden])"),
    },
    {
      name: "choose a claim, with its thread",
      at: `#${encodeURIComponent(most(claim.from, (entity) => -model.claimsOf(entity).length).id)}`,
      event: "pointerdown",
      act: click(`.panel a[href="#${encodeURIComponent(claim.id)}"]`),
      shows: `${isLit} && ${has(`.panel [data-action=cite][data-id="${claim.id}"]`)}`,
    },
    {
      name: "how two are connected",
      at: `?route=${encodeURIComponent(hub.id)}--`,
      before: find("route-to", far),
      event: "keydown",
      act: press("Enter"),
      shows: `${has(".panel .route li")} && ${isLit}`,
    },
    { name: "to the table", event: "keydown", act: press("t"), shows: has(".is-table tr[data-row]") },
    {
      name: "sort the table",
      at: "?view=table",
      event: "pointerdown",
      act: click("[data-sort=who]"),
      shows: has('[aria-sort="ascending"] [data-sort=who]'),
    },
    {
      name: "back to the map",
      at: "?view=table",
      event: "keydown",
      act: press("t"),
      shows: `!(${has(".is-table")})`,
    },
    {
      name: "colour by community",
      event: "change",
      act: choose(".bar-color select", "community"),
      shows: 'document.querySelector(".bar-color select").value === "community"',
    },
    {
      name: "save a drawing",
      before: async (page) => {
        await page.evaluate(() => document.querySelector("#announcer")?.replaceChildren());
        await page.locator('[data-opens="save"]').click();
      },
      event: "pointerdown",
      act: click("[data-save=svg]"),
      shows: 'document.querySelector("#announcer").textContent === "The file is saved"',
    },
    { name: CAMERA, event: "pointerdown", act: click('[aria-label="Zoom in"]'), shows: "true" },
  ];
  return list.filter((capability) => capability !== undefined);
}

async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const stage = await page.locator(".stage").boundingBox();
  if (stage === null) throw new Error("there is no map");
  // The panel lay over the right side when the map flew there.
  const panel = await page.evaluate(() => {
    const element = document.querySelector<HTMLElement>(".panel");
    if (element === null) return 0;
    element.hidden = false;
    const { left } = element.getBoundingClientRect();
    element.hidden = true;
    return left;
  });
  return { x: (stage.x + panel) / 2, y: stage.y + stage.height / 2 };
}

/** Somebody whom most steps lead to. */
function farthest(model: Model, from: NetworkEntity): NetworkEntity {
  const met = new Set([from]);
  let last = from;
  for (const entity of met) {
    last = entity;
    for (const { a, b } of model.pairsWith(entity)) met.add(a === entity ? b : a);
  }
  return last;
}

function most<T extends object | string>(list: readonly T[], measureOf: (item: T) => number): T {
  const best = Math.max(...list.map(measureOf));
  const found = list.find((item) => measureOf(item) === best);
  if (found === undefined) throw new Error("the content is empty");
  return found;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(columns: ReadonlyMap<string, ReadonlyMap<string, Times>>): void {
  const names = [...new Set([...columns.values()].flatMap((column) => [...column.keys()]))];
  const width = Math.max(...names.map((name) => name.length));
  const WIDE = 12;
  console.log(
    `milliseconds, median of ${runs} and best; load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  console.log(["".padEnd(width), ...[...columns.keys()].map((name) => name.padStart(WIDE))].join(" "));
  for (const name of names) {
    const cells = [...columns].map(([column, times]) => {
      const time = times.get(name);
      if (time === undefined) return "–".padStart(WIDE);
      const isOver = name !== CAMERA && time.median > (SIZES[column]?.bound ?? Infinity);
      return `${Math.round(time.median)}${isOver ? "!" : ""} (${Math.round(time.best)})`.padStart(WIDE);
    });
    console.log([name.padEnd(width), ...cells].join(" "));
  }
  const bounds = [...columns.keys()].map((column) => String(SIZES[column]?.bound ?? "").padStart(WIDE));
  console.log(["bound".padEnd(width), ...bounds].join(" "));
}
