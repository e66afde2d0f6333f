import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { countPixels } from "../support/pixels.ts";
import { runSkein, temporaryFolder } from "../support/skein.ts";
import { type StaticServer, serveStatic } from "../support/static-server.ts";

const STORY = "/stories/from-a-sanction-to-a-refused-line/";
const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
/** The colours of what is on the whole map, and of which some steps show something and some do not. */
const ORGANISATION = "#5c94db";
const PERSON = "#c73846";
const SANCTION = 2;
const QUARRELS = 4;

const folder = temporaryFolder();
let server: StaticServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Console errors, exceptions, and requests to other places. */
let complaints: string[];

beforeAll(async () => {
  const output = join(folder, "site");
  expect((await runSkein(["build", "-o", output])).code).toBe(0);
  server = await serveStatic(output);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(async () => {
  await context?.close();
});

async function open(address: string, options: BrowserContextOptions): Promise<void> {
  context = await browser.newContext({ reducedMotion: "reduce", ...options });
  page = await context.newPage();
  complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => !request.url().startsWith(server.origin) && complaints.push(request.url()));
  await page.goto(server.origin + address);
}

/** Waits until the canvas has taken the place of the drawing. */
async function drawn(): Promise<void> {
  await page.waitForSelector(".stage .canvas canvas.overlay");
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await settled();
}

const settled = () =>
  page.evaluate(
    () =>
      new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 300)),
  );

async function stagePixels(color: string): Promise<number> {
  const area = await page.locator(".stage").boundingBox();
  if (area === null) throw new Error("there is no stage");
  return countPixels(page, area, color);
}

/** Scrolls as a reader does, so that the step begins a little above the middle of what is read. */
async function readStep(number: number): Promise<void> {
  await page.evaluate((id) => {
    const step = document.getElementById(id)?.getBoundingClientRect();
    const stage = document.querySelector(".stage")?.getBoundingClientRect();
    const above = stage !== undefined && stage.width === innerWidth ? stage.height : 0;
    scrollBy(0, (step?.top ?? 0) - above - 0.3 * (innerHeight - above));
  }, `step-${number}`);
  await settled();
}

const currentSteps = () => page.locator(".is-current").evaluateAll((steps) => steps.map(({ id }) => id));

describe.each([
  { screen: "a wide screen", options: WIDE },
  { screen: "a phone", options: PHONE },
])("a story on $screen", ({ options }) => {
  test("shows the whole map first, and at each step what the step says", async () => {
    await open(STORY, options);
    await drawn();
    expect(await currentSteps()).toEqual([]);
    expect(await stagePixels(ORGANISATION)).toBeGreaterThan(20);
    await readStep(SANCTION);
    expect(await currentSteps()).toEqual(["step-2"]);
    expect(await stagePixels(PERSON)).toBeGreaterThan(50);
    expect(await stagePixels(ORGANISATION)).toBe(0);
    await readStep(QUARRELS);
    expect(await currentSteps()).toEqual(["step-4"]);
    expect(complaints).toEqual([]);
  });

  test("goes back to the whole map where the reader does", async () => {
    await open(STORY, options);
    await drawn();
    await readStep(SANCTION);
    await page.evaluate(() => scrollTo(0, 0));
    await settled();
    expect(await currentSteps()).toEqual([]);
    expect(await stagePixels(ORGANISATION)).toBeGreaterThan(20);
  });

  test("a link to a step opens the story there, and the last step has its turn at the end", async () => {
    await open(`${STORY}#step-4`, options);
    await drawn();
    expect(await currentSteps()).toEqual(["step-4"]);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settled();
    expect(await currentSteps()).toEqual(["step-8"]);
  });

  test("without JavaScript there are the text, the drawing, and links to the map", async () => {
    await open(STORY, { ...options, javaScriptEnabled: false });
    expect(await page.locator(".step h2").count()).toBe(8);
    expect(await page.locator(".stage .picture").isVisible()).toBe(true);
    expect(await stagePixels(PERSON)).toBeGreaterThan(20);
    await page.locator("#step-2 .step-map a").click();
    expect(page.url()).toBe(`${server.origin}/?to=2018&undated=no#us-sanctions-li-shangfu`);
    expect(complaints).toEqual([]);
  });
});

test("n and p go through all steps of a story, one after the other, and back to its beginning", async () => {
  await open(STORY, WIDE);
  await drawn();
  const walk = async (key: string, times: number) => {
    const seen: string[] = [];
    for (let i = 0; i < times; i++) {
      await page.keyboard.press(key);
      await settled();
      seen.push((await currentSteps()).join());
    }
    return seen;
  };
  const all = ["step-1", "step-2", "step-3", "step-4", "step-5", "step-6", "step-7", "step-8"];
  expect(await walk("n", 9)).toEqual([...all, "step-8"]);
  expect(await walk("p", 8)).toEqual([...all.slice(0, -1).reverse(), ""]);
});

test("the wheel scrolls a story over the map as well, and Enter opens what is chosen there on the network page", async () => {
  await open(STORY, WIDE);
  await drawn();
  await page.mouse.move(900, 400);
  await page.mouse.wheel(0, 400);
  await settled();
  expect(await page.evaluate(() => scrollY)).toBe(400);
  await readStep(SANCTION);
  await page.locator(".stage").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/#[a-z-]+$/);
  await expect.poll(() => page.locator(".panel h2").isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});
