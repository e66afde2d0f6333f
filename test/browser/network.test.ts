/** The map of the network page: what it draws, how it answers the pointer, and what stands in for it. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { countPixels } from "../support/pixels.ts";
import { PHONE, useReader, WIDE } from "../support/reader.ts";

const STATE = "#8354b9";
const PERSON = "#c73846";
const PLACE = "#749e4d";

const reader = useReader();
const { openMap, settled, stagePixels, middleOfMap, panelHeading, areaOf } = reader;

describe("the map on a wide screen", () => {
  test("draws the entities in the colours of their types, without a complaint", async () => {
    const page = await openMap("/");
    expect(await page.locator(".stage .canvas canvas").count()).toBeGreaterThanOrEqual(3);
    expect(await stagePixels(STATE)).toBeGreaterThan(300);
    expect(await stagePixels(PERSON)).toBeGreaterThan(300);
    expect(await stagePixels(PLACE)).toBeGreaterThan(100);
    expect(reader.complaints).toEqual([]);
  });

  test("draws in the dark, as the system or the switch says", async () => {
    const page = await openMap("/", { colorScheme: "dark" });
    expect(await stagePixels(STATE)).toBeGreaterThan(300);
    expect(await stagePixels("#1f2124")).toBeGreaterThan(100_000);
    await page.getByRole("button", { name: /^Colours: as the system/ }).click();
    await expect.poll(() => stagePixels("#ffffff")).toBeGreaterThan(100_000);
    await page.reload();
    await reader.drawn();
    expect(await stagePixels("#ffffff")).toBeGreaterThan(100_000);
  });

  test("pointing at an entity fades all but it and its neighbours, and shows it until the pointer leaves", async () => {
    const page = await openMap("/#li-shangfu");
    const { x, y } = await middleOfMap();
    await page.keyboard.press("Escape");
    await settled();
    const before = await stagePixels(STATE);
    await page.mouse.move(x, y);
    // The United States stays: it sanctions him. Russia and China fade.
    await expect.poll(() => stagePixels(STATE)).toBeLessThan(before);
    expect(await countPixels(page, { x: x - 3, y: y - 3, width: 6, height: 6 }, PERSON)).toBe(36);
    await page.mouse.move(x + 60, y + 160);
    await expect.poll(() => stagePixels(STATE)).toBe(before);
  });

  test("a click on a node pins it, a click beside it lets go, and the back button walks", async () => {
    const page = await openMap("/#xi-jinping");
    expect(await panelHeading()).toBe("Xi Jinping");
    const at = await middleOfMap();
    await page.keyboard.press("Escape");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    await page.mouse.click(at.x, at.y);
    await settled();
    expect(await panelHeading()).toBe("Xi Jinping");
    expect(new URL(page.url()).hash).toBe("#xi-jinping");
    await page.getByRole("button", { name: "Close" }).click();
    expect(await page.locator(".panel").isVisible()).toBe(false);
    await page.goBack();
    expect(await panelHeading()).toBe("Xi Jinping");
    await page.goForward();
    await expect.poll(() => page.locator(".panel").isVisible()).toBe(false);
  });

  test("a click on a line chooses its claim", async () => {
    const page = await openMap("/#us-sanctions-li-shangfu");
    await page.keyboard.press("Escape");
    await settled();
    const stage = await areaOf(".stage");
    const red = { x: stage.x, y: stage.y, width: stage.width, height: stage.height };
    expect(await countPixels(page, red, "#c8323c", 60)).toBeGreaterThan(50);
    // Along the middle of the free part, from top to bottom, until the pointer shows that something is there.
    const { x } = await middleOfMap();
    for (let y = stage.y + 20; y < stage.y + stage.height - 20; y += 7) {
      await page.mouse.move(x, y);
      const cursor = await page.locator(".canvas > .nodes").evaluate((element) => element.style.cursor);
      if (cursor !== "pointer") continue;
      await page.mouse.click(x, y);
      break;
    }
    await expect.poll(() => page.locator(".panel h2").isVisible()).toBe(true);
    expect(new URL(page.url()).hash.length).toBeGreaterThan(1);
  });

  test("the wheel and the buttons zoom, dragging pans, a small map shows where, and the whole comes back", async () => {
    const page = await openMap("/");
    const home = await stagePixels(PERSON);
    expect(await page.locator(".minimap").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Zoom in" }).click();
    await settled();
    const closer = await stagePixels(PERSON);
    expect(closer).not.toBe(home);
    await expect.poll(() => page.locator(".minimap").isVisible()).toBe(true);
    const { x, y, width, height } = await areaOf(".stage");
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => stagePixels(PERSON)).not.toBe(closer);
    await page.getByRole("button", { name: "Show the whole map" }).click();
    await expect.poll(() => stagePixels(PERSON)).toBe(home);
    await page.mouse.move(x + 80, y + height - 150);
    await page.mouse.down();
    await page.mouse.move(x + 380, y + height - 350, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => stagePixels(PERSON)).not.toBe(home);
  });

  test("a press on the small map moves the view there", async () => {
    const page = await openMap("/?at=0,0,300");
    const before = await page.locator(".minimap-window").boundingBox();
    const map = await areaOf(".minimap");
    await page.mouse.click(map.x + 8, map.y + 8);
    await settled();
    const after = await page.locator(".minimap-window").boundingBox();
    expect(after?.x).toBeLessThan(before?.x ?? 0);
  });

  test("the canvas takes the drawing’s place without a jump, and nothing else moves", async () => {
    let release = (): void => {};
    const page = await reader.open("/", { mapAfter: new Promise((resolve) => (release = resolve)) });
    const circle = page.locator('.picture a[href="./entities/china/"] circle');
    const box = await circle.boundingBox();
    if (box === null) throw new Error("the drawing has no China");
    const stage = await areaOf(".stage");
    const legend = await areaOf("#legend");
    release();
    await reader.drawn();
    const inner = { x: box.x + box.width / 2 - 3, y: box.y + box.height / 2 - 3, width: 6, height: 6 };
    expect(await countPixels(page, inner, STATE)).toBe(36);
    expect(await areaOf(".stage")).toEqual(stage);
    expect((await areaOf("#legend")).y).toBe(legend.y);
  });
});

describe("the map on a phone", () => {
  const phone = { viewport: PHONE, hasTouch: true, isMobile: true };

  test("opens the panel below the map at a tap in the search list, with the entity in view above it", async () => {
    const page = await openMap("/", phone);
    expect(await page.locator("#legend").getAttribute("open")).toBeNull();
    await page.locator("#finder-input").tap();
    await page.keyboard.type("austin");
    await page.locator("[role=option]").first().tap();
    await settled();
    expect(await panelHeading()).toBe("Lloyd Austin");
    const panel = await areaOf(".panel");
    const stage = await areaOf(".stage");
    expect([Math.round(panel.x), Math.round(panel.width)]).toEqual([0, PHONE.width]);
    const top = Math.max(0, stage.y);
    const visible = { x: 0, y: top, width: PHONE.width, height: panel.y - top };
    expect(visible.height).toBeGreaterThan(150);
    expect(await countPixels(page, visible, PERSON)).toBeGreaterThan(50);
    expect(reader.complaints).toEqual([]);
  });

  test("a tap on a node chooses it", async () => {
    const page = await openMap("/#xi-jinping", phone);
    const panel = await areaOf(".panel");
    const stage = await areaOf(".stage");
    const down = (Math.max(0, stage.y) + panel.y) / 2 - stage.y;
    await page.getByRole("button", { name: "Close" }).tap();
    await settled();
    await page.touchscreen.tap(PHONE.width / 2, (await areaOf(".stage")).y + down);
    await expect.poll(panelHeading).toBe("Xi Jinping");
  });

  test("one finger scrolls the page, also where it begins on the map", async () => {
    const page = await openMap("/", phone);
    const action = await page
      .locator(".stage .nodes > div, .stage .nodes canvas")
      .evaluateAll((layers) => layers.map((layer) => getComputedStyle(layer).touchAction));
    expect(action).toContain("pan-x pan-y");
  });

  test("nothing is wider than the screen", async () => {
    for (const path of [
      "/",
      "/?view=table",
      "/#li-shangfu",
      "/entities/li-shangfu/",
      "/edges/us-sanctions-li-shangfu/",
      "/sources/presstv-2023/",
      "/entities/",
      "/edges/",
      "/stories/",
    ]) {
      const page = await reader.open(path, { viewport: { width: 320, height: 640 } });
      await settled();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    }
  });
});

describe("without JavaScript", () => {
  test("the map is a drawing with links, and everything is within reach", async () => {
    const page = await reader.open("/", { javaScriptEnabled: false });
    for (const part of [".finder", ".bar", ".timeline", ".table"])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
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
    expect(reader.complaints).toEqual([]);
  });
});

describe("without WebGL", () => {
  test("the drawing is the map: choosing, fading, filtering and zooming work", async () => {
    const plain = await launchBrowser({ hasWebGL: false });
    try {
      const page = await reader.open("/", { from: plain });
      await page.waitForSelector(".stage-tools");
      expect(await page.locator(".stage .picture").isVisible()).toBe(true);
      await reader.find("qin");
      await page.keyboard.press("Enter");
      expect(await panelHeading()).toBe("Qin Gang");
      const mark = (id: string) => page.locator(`.picture .nodes a[data-id="${id}"]`);
      expect(await mark("qin-gang").getAttribute("class")).toContain("is-strong");
      expect(await mark("russia").getAttribute("class")).toContain("is-faded");
      const box = () => page.locator(".picture").getAttribute("viewBox");
      const before = await box();
      await page.getByRole("button", { name: "Zoom out" }).click();
      expect(await box()).not.toBe(before);
      await page.locator('[data-filter="hide:state"] input').uncheck();
      expect(await mark("russia").isVisible()).toBe(false);
      await page.getByRole("button", { name: "Show the whole map" }).click();
      await mark("liu-pengyu").locator("text").click();
      expect(await panelHeading()).toBe("Liu Pengyu");
    } finally {
      await reader.close();
      await plain.close();
    }
  });

  test("a canvas that the browser takes away is stood in for by the drawing, and comes back", async () => {
    const page = await openMap("/#li-shangfu");
    await page.evaluate(() => {
      const canvas = [...document.querySelectorAll<HTMLCanvasElement>(".nodes canvas")].find(
        (each) => each.getContext("webgl2") !== null,
      );
      const lose = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      Object.assign(window, { lose });
      lose?.loseContext();
    });
    await page.waitForSelector(".stage .picture", { state: "visible" });
    expect(await page.locator('.picture a[data-id="li-shangfu"]').getAttribute("class")).toContain(
      "is-strong",
    );
    expect(await panelHeading()).toBe("Li Shangfu");
    await page.locator('.panel a[href="#united-states"]').first().click();
    await page.evaluate(() => (window as unknown as { lose: WEBGL_lose_context }).lose.restoreContext());
    await page.waitForSelector(".stage .picture", { state: "hidden" });
    await settled();
    expect(await stagePixels(STATE)).toBeGreaterThan(50);
    expect(await panelHeading()).toBe("United States");
  });

  test("a map that cannot be loaded says so, and the drawing stays", async () => {
    const page = await reader.open("/");
    await page.route("**/skein/network.bin", (route) => route.fulfill({ status: 500 }));
    await page.reload();
    expect(await page.locator(".notice").first().textContent()).toContain(
      "could not be loaded (the server answered 500)",
    );
    expect(await page.locator(".stage .picture").isVisible()).toBe(true);
  });
});

describe("a graph with nothing in it", () => {
  const empty = useReader(join(import.meta.dirname, "../support/empty-content"));

  test("says so instead of drawing", async () => {
    const page = await empty.open("/", { viewport: WIDE });
    await page.waitForSelector("#finder-input");
    expect(await page.locator(".stage").textContent()).toContain("There is nothing to draw yet");
    expect(empty.complaints).toEqual([]);
  });
});
