import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type Area, countPixels } from "../support/pixels.ts";
import { runSkein, temporaryFolder } from "../support/skein.ts";
import { type StaticServer, serveStatic } from "../support/static-server.ts";

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const STATE = "#7a5cc0";
const PERSON = "#d1495b";
const PLACE = "#2f8f5b";

const folder = temporaryFolder();
let server: StaticServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Console errors, exceptions, and requests to other places, of the page under test. */
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

interface OpenOptions {
  readonly viewport?: typeof WIDE;
  readonly javaScriptEnabled?: boolean;
  readonly hasTouch?: boolean;
  readonly colorScheme?: "light" | "dark";
  readonly from?: Browser;
  /** The data of the map arrives only after this. */
  readonly mapAfter?: Promise<void>;
}

async function open(path: string, { from = browser, mapAfter, ...options }: OpenOptions = {}): Promise<void> {
  context = await from.newContext({ viewport: WIDE, reducedMotion: "reduce", ...options });
  page = await context.newPage();
  await page.route("**/skein/network.json", async (route) => {
    await mapAfter;
    await route.continue();
  });
  complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => !request.url().startsWith(server.origin) && complaints.push(request.url()));
  await page.goto(server.origin + path);
}

/** Waits until the canvas has taken the place of the drawing and two frames have passed. */
async function drawn(): Promise<void> {
  await page.waitForSelector(".stage .canvas canvas.labels");
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await settled();
}

async function settled(): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 150)),
  );
}

async function stageArea(): Promise<Area> {
  const area = await page.locator(".stage").boundingBox();
  if (area === null) throw new Error("there is no stage");
  return area;
}

const stagePixels = async (color: string): Promise<number> => countPixels(page, await stageArea(), color);

async function find(query: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(query);
}

/** The middle of the part of the map that the panel leaves free: where a chosen entity flies to. */
async function middleOfMap(): Promise<{ x: number; y: number }> {
  const stage = await stageArea();
  const panel = await page.locator(".panel").boundingBox();
  const right = panel === null ? stage.x + stage.width : panel.x;
  return { x: (stage.x + right) / 2, y: stage.y + stage.height / 2 };
}

const panelHeading = () => page.locator(".panel h2").textContent();

describe("the network page on a wide screen", () => {
  test("draws the entities on the canvas in the colours of their types, without a complaint", async () => {
    await open("/");
    await drawn();
    expect(await page.locator(".stage .canvas canvas").count()).toBeGreaterThanOrEqual(2);
    expect(await stagePixels(STATE)).toBeGreaterThan(300);
    expect(await stagePixels(PERSON)).toBeGreaterThan(300);
    expect(await stagePixels(PLACE)).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
  });

  test("draws in the dark as well", async () => {
    await open("/", { colorScheme: "dark" });
    await drawn();
    expect(await stagePixels(STATE)).toBeGreaterThan(300);
    expect(await stagePixels("#1f2124")).toBeGreaterThan(100_000);
  });

  test("the search box finds an entity by name, flies to it and opens its claims and sources", async () => {
    await open("/");
    await drawn();
    await find("li shang");
    expect(await page.locator("[role=combobox]").getAttribute("aria-expanded")).toBe("true");
    expect(await page.locator("[role=option][aria-selected=true]").textContent()).toContain("Li Shangfu");
    await page.keyboard.press("Enter");
    await settled();
    expect(await panelHeading()).toBe("Li Shangfu");
    expect(new URL(page.url()).hash).toBe("#li-shangfu");
    const { x, y } = await middleOfMap();
    expect(await countPixels(page, { x: x - 4, y: y - 4, width: 8, height: 8 }, PERSON)).toBe(64);
    const panel = page.locator(".panel");
    expect(await panel.locator('a[href="./edges/us-sanctions-li-shangfu/"]').count()).toBe(1);
    expect(await panel.locator('a[href="./sources/presstv-2023/"]').count()).toBeGreaterThan(3);
    expect(await panel.locator('a[href="./entities/li-shangfu/"]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test.each([
    ["Chinese characters from the middle of a name", "尚福", "Li Shangfu"],
    ["a misspelt name", "Blinkn", "Antony Blinken"],
    ["capitals and a part of a word", "AUST", "Lloyd Austin"],
  ])("the search box understands %s", async (_, query, name) => {
    await open("/");
    await drawn();
    await find(query);
    expect(await page.locator("[role=option]").first().textContent()).toContain(name);
  });

  test("the search box says when nothing matches, and Escape closes it", async () => {
    await open("/");
    await drawn();
    await find("zzzzqqq");
    expect(await page.locator("#finder-list").textContent()).toBe("Nothing has a name like that");
    await page.keyboard.press("Escape");
    expect(await page.locator("#finder-list").isVisible()).toBe(false);
  });

  test("the legend takes a type off the map and puts it back, and counts follow", async () => {
    await open("/");
    await drawn();
    const before = await stagePixels(STATE);
    const row = page.locator('[data-filter="entity:state"]');
    expect(await row.locator(".legend-count").textContent()).toBe("3");
    await row.locator("input").uncheck();
    await settled();
    expect(await stagePixels(STATE)).toBe(0);
    expect(await row.locator(".legend-count").textContent()).toBe("0 / 3");
    expect(await page.locator('[data-filter="edge:sanction"] .legend-count').textContent()).toBe("0 / 2");
    await page.getByRole("button", { name: "Entities: all" }).click();
    await settled();
    expect(await stagePixels(STATE)).toBe(before);
    await page.getByRole("button", { name: "Claims: none" }).click();
    await settled();
    expect(await page.locator('[data-filter="edge:refusal"] .legend-count').textContent()).toMatch(
      /^0 \/ \d+$/,
    );
  });

  test("pointing at an entity fades all but it and its neighbours", async () => {
    await open("/#li-shangfu");
    await drawn();
    await page.keyboard.press("Escape");
    await settled();
    const { x, y } = { ...(await middleOfPinned()) };
    const before = await stagePixels(STATE);
    await page.mouse.move(x, y);
    // The United States stays: it sanctions him. Russia and China fade.
    await expect.poll(() => stagePixels(STATE)).toBeLessThan(before);
    expect(await countPixels(page, { x: x - 3, y: y - 3, width: 6, height: 6 }, PERSON)).toBe(36);
    await page.mouse.move(x + 60, y + 160);
    await expect.poll(() => stagePixels(STATE)).toBe(before);
  });

  test("a click on a node pins it, a click beside it lets go, and the back button walks", async () => {
    await open("/#xi-jinping");
    await drawn();
    expect(await panelHeading()).toBe("Xi Jinping");
    const at = await middleOfMap();
    await page.keyboard.press("Escape");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    await page.mouse.click(at.x, at.y);
    await settled();
    expect(await panelHeading()).toBe("Xi Jinping");
    await page.getByRole("button", { name: "Close" }).click();
    expect(await page.locator(".panel").isVisible()).toBe(false);
    await page.goBack();
    expect(await panelHeading()).toBe("Xi Jinping");
  });

  test("a claim can be pinned by its address, and leads on to its ends", async () => {
    await open("/#us-sanctions-li-shangfu");
    await drawn();
    expect(await panelHeading()).toBe("The United States sanctions Li Shangfu");
    await page.locator('.panel a[href="#united-states"]').click();
    await settled();
    expect(await panelHeading()).toBe("United States");
  });

  test("the wheel and the buttons zoom, dragging pans, and the whole map comes back", async () => {
    await open("/");
    await drawn();
    const home = await stagePixels(PERSON);
    await page.getByRole("button", { name: "Zoom in" }).click();
    await settled();
    const closer = await stagePixels(PERSON);
    expect(closer).not.toBe(home);
    const { x, y, width, height } = await stageArea();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.wheel(0, -400);
    await page.waitForTimeout(500);
    expect(await stagePixels(PERSON)).not.toBe(closer);
    await page.getByRole("button", { name: "Show the whole map" }).click();
    await settled();
    expect(await stagePixels(PERSON)).toBe(home);
    await page.mouse.move(x + 80, y + height - 150);
    await page.mouse.down();
    await page.mouse.move(x + 380, y + height - 350, { steps: 8 });
    await page.mouse.up();
    await page.waitForTimeout(500);
    expect(await stagePixels(PERSON)).not.toBe(home);
  });

  test("the canvas takes the drawing’s place without a jump", async () => {
    let release = (): void => {};
    await open("/", { mapAfter: new Promise((resolve) => (release = resolve)) });
    const circle = page.locator('.picture a[href="./entities/china/"] circle');
    const box = await circle.boundingBox();
    if (box === null) throw new Error("the drawing has no China");
    release();
    await drawn();
    const inner = { x: box.x + box.width / 2 - 3, y: box.y + box.height / 2 - 3, width: 6, height: 6 };
    expect(await countPixels(page, inner, STATE)).toBe(36);
  });
});

/** Where the pinned entity was drawn before the panel closed: the camera stays. */
async function middleOfPinned(): Promise<{ x: number; y: number }> {
  await page.goBack();
  await settled();
  const at = await middleOfMap();
  await page.keyboard.press("Escape");
  await settled();
  return at;
}

describe("the network page on a phone", () => {
  test("opens the panel below the map at a tap in the search list, with the entity in view above it", async () => {
    await open("/", { viewport: PHONE, hasTouch: true });
    await drawn();
    expect(await page.locator("#legend").getAttribute("open")).toBeNull();
    await page.locator("#finder-input").tap();
    await page.keyboard.type("austin");
    await page.locator("[role=option]").first().tap();
    await settled();
    expect(await panelHeading()).toBe("Lloyd Austin");
    const panel = await page.locator(".panel").boundingBox();
    const stage = await stageArea();
    if (panel === null) throw new Error("the panel is not there");
    expect(Math.round(panel.x)).toBe(0);
    expect(Math.round(panel.width)).toBe(PHONE.width);
    const visible = {
      x: 0,
      y: Math.max(0, stage.y),
      width: PHONE.width,
      height: panel.y - Math.max(0, stage.y),
    };
    expect(visible.height).toBeGreaterThan(150);
    expect(await countPixels(page, visible, PERSON)).toBeGreaterThan(50);
    expect(complaints).toEqual([]);
  });

  test("nothing is wider than the screen", async () => {
    for (const path of [
      "/",
      "/entities/li-shangfu/",
      "/edges/us-sanctions-li-shangfu/",
      "/sources/presstv-2023/",
      "/entities/",
      "/edges/",
    ]) {
      await open(path, { viewport: { width: 320, height: 640 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      await context.close();
    }
  });
});

describe("without JavaScript", () => {
  test("the map is a drawing with links, and everything is within reach", async () => {
    await open("/", { javaScriptEnabled: false });
    expect(await page.locator(".finder").isVisible()).toBe(false);
    expect(await page.locator("noscript").textContent()).toContain("Without JavaScript");
    expect(await stagePixels(STATE)).toBeGreaterThan(300);
    await page.locator('.picture a[href="./entities/li-shangfu/"] text').click();
    expect(await page.locator("h1").textContent()).toBe("Li Shangfu");
    await page.locator('main a[href="../../edges/us-sanctions-li-shangfu/"]').first().click();
    expect(await page.locator("h1").textContent()).toBe("The United States sanctions Li Shangfu");
    await page.locator('.footnotes a[href="../../sources/presstv-2023/"]').first().click();
    expect(await page.locator("h1").textContent()).toContain("China says US must lift sanction");
    await page.locator("nav >> text=Claims").click();
    expect(await page.locator(".claim").count()).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });
});

describe("without WebGL", () => {
  test("the drawing stays, and search, legend and panel work", async () => {
    const plain = await launchBrowser({ hasWebGL: false });
    try {
      await open("/", { from: plain });
      await page.waitForSelector("#finder-input");
      expect(await page.locator(".stage .picture").isVisible()).toBe(true);
      expect(await page.locator(".stage .canvas").count()).toBe(0);
      await find("qin");
      await page.keyboard.press("Enter");
      expect(await panelHeading()).toBe("Qin Gang");
    } finally {
      await context.close();
      await plain.close();
    }
  });
});

describe("a graph with nothing in it", () => {
  test("says so instead of drawing", async () => {
    const output = join(folder, "empty");
    const { code } = await runSkein([
      "build",
      "-c",
      join(import.meta.dirname, "../support/empty-content"),
      "-o",
      output,
    ]);
    expect(code).toBe(0);
    const own = await serveStatic(output);
    try {
      context = await browser.newContext({ viewport: WIDE });
      page = await context.newPage();
      await page.goto(own.origin);
      await page.waitForSelector("#finder-input");
      expect(await page.locator(".stage").textContent()).toContain("There is nothing to draw yet");
    } finally {
      await own.close();
    }
  });
});
