/** The network page from the keyboard alone: no test here touches a pointer. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { runSkein, temporaryFolder } from "../support/skein.ts";
import { type StaticServer, serveStatic } from "../support/static-server.ts";

const SCREENS = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
/** The map and what is written around it; a phone has the legend after the map, and closed. */
const ORDER = {
  wide: ["skip", "navigation", "search", "filters", "bar", "map", "map buttons", "timeline"],
  phone: ["skip", "navigation", "search", "bar", "map", "map buttons", "timeline", "filters"],
};
const PLACES: Readonly<Record<string, string>> = {
  ".skip": "skip",
  ".banner": "navigation",
  ".network-side .finder": "search",
  ".legend": "filters",
  ".bar": "bar",
  ".stage-tools": "map buttons",
  ".stage": "map",
  ".timeline": "timeline",
};

const folder = temporaryFolder();
let server: StaticServer;
let browser: Browser;
let page: Page;

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
  await page?.close();
});

async function open(path: string, viewport = SCREENS.wide): Promise<void> {
  page = await browser.newPage({ viewport, reducedMotion: "reduce" });
  await page.goto(server.origin + path);
  await page.waitForSelector(".stage .picture", { state: "hidden" });
}

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Tabs on until the focus is on what the selector names. */
async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await hasFocus(selector)) return;
    await press("Tab");
  }
  throw new Error(`the Tab key does not come to ${selector}`);
}

const hasFocus = (selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

const announced = () => page.locator("#announcer").textContent();
const heading = () => page.locator(".panel h2").textContent();
const counted = () => page.locator(".bar-count span").textContent();

interface Stop {
  readonly what: string;
  readonly place: string;
  readonly isOutlined: boolean;
  readonly isInView: boolean;
}

/** Where the focus is, and whether a reader sees that: an outline, in the window, under nothing else. */
async function focusedStop(): Promise<Stop> {
  return page.evaluate((places) => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const place = Object.keys(places).find((selector) => element.closest(selector) !== null);
    return {
      what: `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`,
      place: places[place ?? ""] ?? "elsewhere",
      isOutlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && opacity === "1",
      isInView: at !== null && (element.contains(at) || at.contains(element)),
    };
  }, PLACES);
}

describe.each(["wide", "phone"] as const)("with keys alone on a %s screen", (screen) => {
  const viewport = SCREENS[screen];

  test("Tab goes through the parts of the page in their order, and the focus is always seen", async () => {
    await open("/", viewport);
    const stops: Stop[] = [];
    for (let i = 0; i < 250; i++) {
      await press("Tab");
      if (await hasFocus("body")) break;
      stops.push(await focusedStop());
    }
    const places = stops.map(({ place }) => place).filter((place, i, all) => place !== all[i - 1]);
    expect(places.slice(0, 8)).toEqual(ORDER[screen]);
    expect(places.slice(8).filter((place) => place !== "elsewhere")).toEqual([]);
    expect(stops.filter(({ isOutlined, isInView }) => !isOutlined || !isInView)).toEqual([]);
  });

  test("the skip link leads past the navigation", async () => {
    await open("/", viewport);
    await press("Tab");
    expect(await page.locator(".skip").boundingBox()).toMatchObject({ y: 8 });
    await press("Enter", "Tab");
    expect(await hasFocus("#finder-input")).toBe(true);
  });

  test("/ finds, Enter chooses and goes to the map, where Enter leads on to the details", async () => {
    await open("/", viewport);
    await press("/");
    await page.keyboard.type("austn");
    await page.locator("[role=option]").first().waitFor();
    await press("Enter");
    expect(await heading()).toBe("Lloyd Austin");
    expect(await announced()).toContain("Lloyd Austin");
    expect(await hasFocus(".stage")).toBe(true);
    await press("Enter");
    expect(await hasFocus(".panel h2")).toBe(true);
    expect(await focusedStop()).toMatchObject({ isOutlined: true, isInView: true });
    await press("Escape");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await hasFocus(".stage")).toBe(true);
    expect(await page.evaluate(() => location.hash)).toBe("");
  });

  test("arrow keys walk the map from neighbour to neighbour, and the live region says where one is", async () => {
    await open("/", viewport);
    await tabTo(".stage");
    await press("ArrowDown");
    expect(await heading()).toBe("China");
    expect(await announced()).toContain("China");
    await press("ArrowDown");
    const second = await heading();
    expect(second).not.toBe("China");
    expect(await announced()).toMatch(new RegExp(`^${second}, `));
    const shared = await page.evaluate(() => location.hash);
    expect(shared).not.toBe("#china");
    expect(await hasFocus(".stage")).toBe(true);
    // On from neighbour to neighbour until there is none in that direction.
    for (let i = 0; i < 10; i++) await press("ArrowDown");
    expect(await announced()).toBe("There is no neighbour in that direction");
  });

  test("in the details, links lead on, and closing them gives the focus back to the map", async () => {
    await open("/#china", viewport);
    await tabTo('.panel .names a[href="#united-states"]');
    expect(await focusedStop()).toMatchObject({ isOutlined: true, isInView: true });
    await press("Enter");
    await expect.poll(heading).toBe("United States");
    expect(await hasFocus(".panel h2")).toBe(true);
    await tabTo('.panel [data-steps="1"]');
    await press("Enter");
    expect(await hasFocus('.panel [data-steps="1"][aria-pressed=true]')).toBe(true);
    await press("Shift+Tab", "Shift+Tab", "Shift+Tab");
    await tabTo(".panel-close");
    await press("Enter");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await hasFocus(".stage")).toBe(true);
  });

  test("t opens the table, whose headings sort and whose rows lead to the details and back", async () => {
    await open("/", viewport);
    await press("t");
    expect(await hasFocus(".table")).toBe(true);
    const sortOf = (name: string) =>
      page.getByRole("columnheader", { name, exact: true }).getAttribute("aria-sort");
    expect(await sortOf("Date")).toBe("descending");
    await tabTo("[data-sort=who]");
    await press("Enter");
    expect(await sortOf("Who")).toBe("ascending");
    expect(await sortOf("Date")).toBe(null);
    expect(await page.locator(".table tbody tr").first().textContent()).toContain("Air and naval");
    await press("Enter");
    expect(await sortOf("Who")).toBe("descending");
    expect(await hasFocus("[data-sort=who]")).toBe(true);
    await tabTo('.table a[href="#us-sanctions-li-shangfu"]');
    await press("Enter");
    expect(await hasFocus(".panel h2")).toBe(true);
    expect(await heading()).toBe("The United States sanctions Li Shangfu");
    await press("Escape");
    expect(await hasFocus('.table a[href="#us-sanctions-li-shangfu"]')).toBe(true);
    expect(await focusedStop()).toMatchObject({ isOutlined: true, isInView: true });
    await press("t");
    expect(await page.locator(".stage").isVisible()).toBe(true);
    expect(await hasFocus(".stage")).toBe(true);
  });

  test("the ends of time move with the arrow keys, and the count in the bar follows", async () => {
    await open("/", viewport);
    expect(await counted()).toBe("56 claims, 38 entities");
    await tabTo(".timeline-handle[data-end=from]");
    const now = (end: string) =>
      page.locator(`.timeline-handle[data-end=${end}]`).getAttribute("aria-valuenow");
    expect([await now("from"), await now("to")]).toEqual(["0", "65"]);
    await press("End");
    expect(await now("from")).toBe("65");
    await press("ArrowLeft");
    expect(await now("from")).toBe("64");
    expect(await page.locator(".timeline-range").textContent()).toBe("May – Jun 2023");
    expect(await counted()).toBe("51 of 56 claims, 37 of 38 entities");
    await press("Tab", "ArrowLeft");
    expect([await now("from"), await now("to")]).toEqual(["64", "64"]);
    await press("Home");
    expect(await now("to")).toBe("64");
    await tabTo(".timeline-undated input");
    await press("Space");
    expect(await counted()).not.toBe("51 of 56 claims, 37 of 38 entities");
    await tabTo(".bar-clear");
    await press("Enter");
    expect(await counted()).toBe("56 claims, 38 entities");
  });

  test("a menu opens with Enter, Escape closes it and only it, and the focus is back at its button", async () => {
    await open("/#li-shangfu", viewport);
    for (const [name, inside] of [
      ["share", "#share-link"],
      ["save", "[data-save=png]"],
    ] as const) {
      await tabTo(`[data-opens=${name}]`);
      await press("Enter");
      expect(await page.locator(`[data-opens=${name}]`).getAttribute("aria-expanded")).toBe("true");
      await press("Tab");
      expect(await hasFocus(inside)).toBe(true);
      expect(await focusedStop()).toMatchObject({ isOutlined: true, isInView: true });
      await press("Escape");
      expect(await page.locator(`#menu-${name}`).isVisible()).toBe(false);
      expect(await hasFocus(`[data-opens=${name}]`)).toBe(true);
      expect(await heading()).toBe("Li Shangfu");
    }
    await press("Enter", "Shift+Tab");
    expect(await page.locator("#menu-save").isVisible()).toBe(false);
  });

  test("a citation opens with Enter, and Escape closes it and nothing behind it", async () => {
    await open("/#us-sanctions-li-shangfu", viewport);
    await tabTo("[data-action=cite]");
    await press("Enter");
    await page.locator("dialog.citation[open]").waitFor();
    expect(await hasFocus("dialog *")).toBe(true);
    await press("t", "Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await page.locator(".stage").isVisible()).toBe(true);
    expect(await hasFocus("[data-action=cite]")).toBe(true);
  });
});

test("a connection is asked for with keys alone, and the focus is never lost", async () => {
  await open("/#li-shangfu");
  await tabTo("[data-action=connect]");
  await press("Enter");
  expect(await hasFocus("#route-to-input")).toBe(true);
  await page.keyboard.type("russia");
  await page.locator("#route-to-list [role=option]").first().waitFor();
  await press("Enter");
  expect(await heading()).toBe("How is Li Shangfu connected to Russia?");
  expect(await page.locator(".route > li").count()).toBeGreaterThan(1);
  expect(await hasFocus("#route-to-input")).toBe(true);
});

test("? shows the keys, Escape hides them, and whoever wants none turns the single ones off", async () => {
  await open("/#li-shangfu");
  await press("?");
  expect(await page.locator("#menu-keys").isVisible()).toBe(true);
  await press("Escape");
  expect(await page.locator("#menu-keys").isVisible()).toBe(false);
  expect(await heading()).toBe("Li Shangfu");
  await press("?", "Escape");
  await press("?");
  await tabTo(".keys-on");
  await press("Space", "Escape");
  expect(await hasFocus("[data-opens=keys]")).toBe(true);
  await press("t");
  expect(await page.locator(".table").isVisible()).toBe(false);
  await page.reload();
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await press("t");
  expect(await page.locator(".table").isVisible()).toBe(false);
  await press("Escape");
  expect(await page.locator(".panel").isVisible()).toBe(false);
});
