import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { runSkein, temporaryFolder } from "../support/skein.ts";
import { type StaticServer, serveStatic } from "../support/static-server.ts";

const folder = temporaryFolder();
let server: StaticServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const output = join(folder, "site");
  expect((await runSkein(["build", "-o", output])).code).toBe(0);
  server = await serveStatic(output);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await page.goto(`${server.origin}/?from=2020-01&to=2020-01`);
  await page.waitForSelector(".stage .picture", { state: "hidden" });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const ends = () =>
  page
    .locator(".timeline-handle")
    .evaluateAll((handles) => handles.map((each) => Number(each.getAttribute("aria-valuenow"))));

async function boxOf(selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not there`);
  return box;
}

test("the handles of a range of one month lie beside each other, each large enough for a finger", async () => {
  const [from, to] = [await boxOf("[data-end=from]"), await boxOf("[data-end=to]")];
  expect(from.width).toBe(24);
  expect(to.width).toBe(24);
  expect(from.x + from.width).toBeLessThanOrEqual(to.x);
});

test("a handle moves by as much as the pointer, wherever it was taken hold of", async () => {
  const chart = await boxOf(".timeline-chart");
  const month = chart.width / 66;
  expect(await ends()).toEqual([24, 24]);
  for (const [end, grip, moved] of [
    ["to", 3, [24, 34]],
    ["to", 21, [24, 44]],
    ["from", 3, [34, 44]],
    ["from", 21, [44, 44]],
  ] as const) {
    const { x, y, height } = await boxOf(`[data-end=${end}]`);
    await page.mouse.move(x + grip, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + grip + 1, y + height / 2);
    await page.mouse.move(x + grip + 10 * month, y + height / 2);
    await page.mouse.up();
    expect(await ends()).toEqual(moved);
  }
});
