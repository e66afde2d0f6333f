/** What the network page loads, and when; and a network that is too large to be drawn whole. */
import { describe, expect, test } from "vitest";
import { encodeNetwork } from "../../src/shared/network-data.ts";
import { PHONE, useReader } from "../support/reader.ts";
import { syntheticNetwork } from "../support/synthetic-network.ts";

const reader = useReader();

/** How often chunks of details have been loaded. */
const chunksLoaded = () =>
  reader.page.evaluate(
    () =>
      performance.getEntriesByType("resource").filter(({ name }) => name.includes("/skein/claims/")).length,
  );

describe("what is told of claims", () => {
  test("is loaded when they are asked for, and once", async () => {
    const page = await reader.openMap("/");
    expect(await chunksLoaded()).toBe(0);
    await page.evaluate(() => {
      location.hash = "#xi-jinping";
    });
    await expect.poll(reader.panelHeading).toBe("Xi Jinping");
    expect(await page.locator(".panel").textContent()).toContain("Xi Jinping rejects the offer");
    expect(await chunksLoaded()).toBe(1);
    await page.evaluate(() => {
      location.hash = "#li-shangfu";
    });
    await expect.poll(reader.panelHeading).toBe("Li Shangfu");
    expect(await chunksLoaded()).toBe(1);
  });

  test("is loaded at once where the address chooses somebody or shows the table", async () => {
    const page = await reader.openMap("/#us-sanctions-li-shangfu");
    await expect.poll(() => page.locator(".panel h2").textContent()).toContain("Li Shangfu");
    expect(await chunksLoaded()).toBe(1);
    await reader.open("/?view=table");
    await expect.poll(() => reader.page.locator(".table tr[data-row]").count()).toBeGreaterThan(10);
    expect(await chunksLoaded()).toBe(1);
  });

  test("that cannot be had is missed with a word, and asked for again", async () => {
    const page = await reader.openMap("/");
    await page.route("**/skein/claims/*.json", (route) => route.fulfill({ status: 500 }));
    await page.evaluate(() => {
      location.hash = "#xi-jinping";
    });
    await expect.poll(() => page.locator(".panel [role=alert]").textContent()).toContain("500");
    expect(await reader.panelHeading()).toBe("Xi Jinping");
    await page.unroute("**/skein/claims/*.json");
    await page.evaluate(() => {
      location.hash = "#li-shangfu";
    });
    await expect.poll(reader.panelHeading).toBe("Li Shangfu");
    expect(await page.locator(".panel [role=alert]").count()).toBe(0);
  });
});

test("details of another build are not taken for those of this one", async () => {
  const page = await reader.openMap("/");
  await page.route("**/skein/claims/*.json", async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace(/"stamp":\d+/, '"stamp":7');
    await route.fulfill({ response, body: text });
  });
  await page.evaluate(() => {
    location.hash = "#xi-jinping";
  });
  await expect
    .poll(() => page.locator(".panel [role=alert]").textContent())
    .toContain("the site has changed");
});

describe("a network of 50,000 entities and 200,000 claims", { timeout: 180_000 }, () => {
  const { file } = encodeNetwork(syntheticNetwork(50_000, 200_000));

  test("opens, says what its map leaves out, and draws all that a filter leaves", async () => {
    const page = await reader.open("/");
    page.setDefaultTimeout(120_000);
    await page.route("**/skein/network.bin", (route) => route.fulfill({ body: Buffer.from(file) }));
    await page.goto(`${reader.origin}/`);
    await reader.drawn();
    expect(await reader.counts()).toBe("200,000 claims, 50,000 entities");
    const notice = page.locator(".stage-hidden");
    expect(await notice.textContent()).toMatch(
      /^Drawn are 20,000 of 50,000 entities, by PageRank, and 50,000 of 1\d\d,\d\d\d lines, by claims\./,
    );
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.evaluate((address) => {
      history.pushState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, "/?from=2014-12-20");
    await expect.poll(() => notice.isVisible(), { timeout: 60_000 }).toBe(false);
    expect(await reader.counts()).toMatch(/^\d,\d{3} of 200,000 claims, /);
    await page.evaluate(() => {
      location.hash = "#e1";
    });
    await expect.poll(reader.panelHeading, { timeout: 60_000 }).toBe("Entity 1");
  });
});
