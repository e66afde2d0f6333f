/** The pages of all claims in time and in a table, with a script and without. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PHONE, useReader } from "../support/reader.ts";

const reader = useReader();
const text = (selector: string) => reader.page.locator(selector).first().textContent();
const number = (selector: string) => reader.page.locator(selector).count();
const search = () => new URL(reader.page.url()).search;
const networkRequests = () =>
  reader.page.evaluate(
    () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("network.bin")).length,
  );

describe("the timeline", () => {
  test("is all there without JavaScript, and shows no tools", async () => {
    const page = await reader.open("/timeline/", { javaScriptEnabled: false });
    expect(await number(".time-plot a")).toBe(21);
    expect(await number(".time-list .claim")).toBe(56);
    expect(await page.locator(".claims-filter").isVisible()).toBe(false);
    expect(await page.locator(".time-tools").isVisible()).toBe(false);
    await page.goto(`${reader.origin}/timeline/#in-2023-06`);
    expect(await page.locator("#in-2023-06").textContent()).toBe("June 2023");
  });

  test("loads the claims only when it is asked for something", async () => {
    const page = await reader.open("/timeline/");
    await page.waitForSelector(".time-plot[tabindex]");
    expect(await networkRequests()).toBe(0);
    await page.click("[data-time=zoomIn]");
    await expect.poll(networkRequests).toBe(1);
    await page.click("[data-time=all]");
    await page.click("[data-time=zoomIn]");
    await expect.poll(search).toContain("from=");
    expect(await networkRequests()).toBe(1);
  });

  test("narrows the drawing and the list by words, type and status, and counts follow", async () => {
    const page = await reader.open("/timeline/");
    await page.fill("#filter-text", "austin");
    await expect.poll(() => text(".time-list .tally")).toMatch(/^\d+ claims of 56\./);
    expect(await number(".time-list .claim")).toBeLessThan(20);
    await page.selectOption("#filter-type", "call");
    await expect.poll(() => text(".time-list .tally")).toMatch(/^1 claim of 56\./);
    await expect.poll(() => text(".time-count")).toContain("1 claim with a date");
    expect(await number(".time-plot a")).toBe(1);
    await expect.poll(search).toBe("?text=austin&type=call");
    await page.click("#filter-clear");
    await expect.poll(() => number(".time-list .claim")).toBe(56);
    await expect.poll(search).toBe("");
    expect(reader.complaints).toEqual([]);
  });

  test("zooms by buttons, keys and the wheel with Ctrl, and keeps the days in the address", async () => {
    const page = await reader.open("/timeline/");
    await page.waitForSelector(".time-plot[tabindex]");
    await page.focus(".time-plot");
    await page.keyboard.press("+");
    await expect.poll(search).toMatch(/^\?from=\d{4}-\d\d-\d\d&to=/);
    await page.keyboard.press("0");
    await expect.poll(search).toBe("");
    await page.keyboard.press("+");
    await expect.poll(search).not.toBe("");
    const before = search();
    await page.keyboard.press("ArrowRight");
    await expect.poll(search).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("time-plot");
    await page.keyboard.press("Home");
    await expect.poll(search).toBe("");
    await page.hover(".time-plot", { position: { x: 900, y: 30 } });
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -200);
    await page.keyboard.up("Control");
    await expect.poll(search).toMatch(/from=/);
    const scale = await page.evaluate(() => visualViewport?.scale);
    expect(scale).toBe(1);
  });

  test("moves with what drags it, and a click still follows a mark", async () => {
    const page = await reader.open("/timeline/?from=2023-03-01&to=2023-05-31");
    await expect.poll(() => text(".time-count")).toContain("2023");
    await page.locator(".time-plot").scrollIntoViewIfNeeded();
    const { x, y, width } = await reader.areaOf(".time-plot");
    await page.mouse.move(x + width * 0.7, y + 20);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.5, y + 20);
    await page.mouse.move(x + width * 0.4, y + 20);
    await page.mouse.up();
    await expect
      .poll(() => new URLSearchParams(search()).get("from") ?? "")
      .toMatch(/^2023-03-(?!01)\d\d$|^2023-04/);
  });

  test("opens what an address says, and leads to the same on the network page", async () => {
    const page = await reader.open("/timeline/?from=2023-02&to=2023-02&type=call");
    await expect.poll(() => text(".time-list .tally")).toMatch(/^1 claim of 56\. On the network$/);
    expect(await page.inputValue("#filter-type")).toBe("call");
    await page.click(".time-list .tally a");
    await page.waitForURL(/\/\?hideClaims=/);
    await expect.poll(() => reader.counts()).toContain("1 of 56 claims");
  });

  test("says so where the claims cannot be had, and keeps the list", async () => {
    const page = await reader.open("/timeline/");
    await page.route("**/skein/network.bin", (route) => route.abort());
    await page.fill("#filter-text", "austin");
    await page.waitForSelector("#claims-failure");
    expect(await number(".time-list .claim")).toBe(56);
  });

  test("fits on a phone, with nothing to scroll sideways", async () => {
    const page = await reader.open("/timeline/", { viewport: { width: 320, height: 640 } });
    const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(await widths()).toEqual([320, 320]);
  });
});

describe("the table", () => {
  const rows = () =>
    reader.page
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => row.getAttribute("data-row") ?? ""));
  const sorted = () =>
    reader.page
      .locator("th[aria-sort]")
      .evaluateAll((all) => all.map((cell) => `${cell.textContent} ${cell.getAttribute("aria-sort")}`));

  test("is all there without JavaScript, with the file to save", async () => {
    const page = await reader.open("/table/", { javaScriptEnabled: false });
    expect(await rows()).toHaveLength(56);
    expect(await number("th button")).toBe(0);
    expect(await page.locator(".claims-filter").isVisible()).toBe(false);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("a[download]")]);
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv.startsWith("\uFEFFid,claim,type,")).toBe(true);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(57);
  });

  test("sorts by its headings, both ways, keeps the focus, and loads the claims for it", async () => {
    const page = await reader.open("/table/");
    await page.waitForSelector("th button");
    const before = await rows();
    expect(await sorted()).toEqual(["Date ↓ descending"]);
    expect(await networkRequests()).toBe(0);
    await page.focus("[data-sort=who]");
    await page.keyboard.press("Enter");
    await expect.poll(sorted).toEqual(["Who ↑ ascending"]);
    await expect.poll(rows).not.toEqual(before);
    expect(await text("tbody tr td:nth-child(2)")).toMatch(/^A/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-sort"))).toBe("who");
    await page.keyboard.press("Enter");
    await expect.poll(sorted).toEqual(["Who ↓ descending"]);
    await expect.poll(() => text("tbody tr td:nth-child(2)")).toMatch(/^[U-Z]/);
    expect(search()).toBe("?sort=-who");
    expect(reader.complaints).toEqual([]);
  });

  test("narrows by words, type and status, and the address opens the same", async () => {
    const page = await reader.open("/table/");
    await page.fill("#filter-text", "li shangfu");
    await page.selectOption("#filter-status", "alleged");
    await expect.poll(() => text(".claims-table > .tally")).toBe("1 claim of 56.");
    expect(await rows()).toHaveLength(1);
    const address = search();
    await reader.open(`/table/${address}`);
    await expect.poll(() => text(".claims-table > .tally")).toBe("1 claim of 56.");
    expect(await reader.page.inputValue("#filter-text")).toBe("li shangfu");
    await reader.page.fill("#filter-text", "zzz");
    await expect.poll(() => text(".claims-table > .tally")).toBe("No claim passes.");
    await reader.page.click("#filter-clear");
    await expect.poll(rows).toHaveLength(56);
  });

  test("scrolls within its own region on a phone", async () => {
    const page = await reader.open("/table/", { viewport: PHONE, isMobile: true, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    const region = page.getByRole("region", { name: "All claims" });
    await region.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });
});
