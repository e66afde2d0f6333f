/**
 * The pages beside the map, as readers meet them: without JavaScript, on a screen of 320 pixels (or at 400 % on one of
 * 1,280), with a keyboard alone, and on paper.
 */
import { describe, expect, test } from "vitest";
import { PAGE_KINDS } from "../support/kinds.ts";
import { useReader } from "../support/reader.ts";

const reader = useReader();
const NARROWEST = { width: 320, height: 640 };
const STORY = "/stories/from-a-sanction-to-a-refused-line/";

describe("without JavaScript", () => {
  test.each(PAGE_KINDS)("%s has its heading, its landmarks and its words", async (path) => {
    const page = await reader.open(path, { javaScriptEnabled: false });
    expect(await page.locator("h1").count()).toBe(1);
    for (const landmark of ["header.banner", "main", "footer"])
      expect(await page.locator(`body ${landmark}`).first().isVisible()).toBe(true);
    expect((await page.locator("main").textContent())?.trim().length).toBeGreaterThan(60);
    expect(await page.locator("main button:visible").count()).toBe(0);
    expect(reader.complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });

  test("a reader comes from an entity to the source of a claim by links alone", async () => {
    const page = await reader.open("/entities/li-shangfu/", { javaScriptEnabled: false });
    await page.locator('.claim a[href$="edges/us-sanctions-li-shangfu/"]').first().click();
    expect(await page.locator("h1").textContent()).toBe("The United States sanctions Li Shangfu");
    await page.locator('main a[href$="sources/presstv-2023/"]').first().click();
    expect(page.url()).toContain("/sources/presstv-2023/");
    expect(await page.locator("main").textContent()).toContain("Press TV");
  });
});

describe("on a screen of 320 pixels", () => {
  test.each(PAGE_KINDS)("%s does not scroll sideways, and none of its words is cut", async (path) => {
    const page = await reader.open(path, { viewport: NARROWEST, isMobile: true, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, dt, td, th, a)")]
        .filter((element) => {
          // What scrolls within its own box may reach further, and what is hidden may be anywhere.
          for (let parent: Element | null = element; parent !== null; parent = parent.parentElement) {
            const { overflowX, clipPath, position } = getComputedStyle(parent);
            if (parent !== element && overflowX !== "visible") return false;
            if (clipPath !== "none" || (position === "absolute" && parent.clientWidth <= 1)) return false;
          }
          const { right, left, width } = element.getBoundingClientRect();
          return width > 0 && (right > innerWidth + 1 || left < -1);
        })
        .map((element) => element.textContent?.trim().slice(0, 60)),
    );
    expect(outside).toEqual([]);
  });
});

describe("with the keyboard alone", () => {
  test.each(PAGE_KINDS)(
    "%s: the first stop skips to the content, and every stop can be seen",
    async (path) => {
      const page = await reader.open(path);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      await page.keyboard.press("Enter");
      await expect.poll(() => new URL(page.url()).hash).toBe("#main");
      const hidden: string[] = [];
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return "end";
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          const isMarked = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
          return isMarked && width > 0 && height > 0 ? "seen" : element.outerHTML.slice(0, 120);
        });
        if (stop === "end") break;
        if (stop !== "seen") hidden.push(stop);
      }
      expect(hidden).toEqual([]);
    },
  );
});

describe("on paper", () => {
  test.each(PAGE_KINDS)("%s is dark on white, without what only a screen can use", async (path) => {
    const page = await reader.open(path, { colorScheme: "dark" });
    await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const selector of [".banner nav", ".colophon nav", ".theme-switch", ".skip"])
      for (const element of await page.locator(selector).all()) expect(await element.isVisible()).toBe(false);
    const [ink = 255] = await page.evaluate(() =>
      (getComputedStyle(document.body).color.match(/[\d.]+/g) ?? []).map(Number),
    );
    expect(ink).toBeLessThan(100);
  });

  test("an address is spelled out behind each link that leads out of the site", async () => {
    const page = await reader.open("/entities/li-shangfu/");
    await page.emulateMedia({ media: "print" });
    const after = await page
      .locator('main a[href="https://en.wikipedia.org/wiki/Li_Shangfu"]')
      .evaluate((link) => getComputedStyle(link, "::after").content);
    expect(after).toContain("https://en.wikipedia.org/wiki/Li_Shangfu");
  });

  test("a story is all there, with its map", async () => {
    const page = await reader.open(STORY);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".story-text h2").count()).toBeGreaterThan(3);
    expect(await page.locator(".stage").isVisible()).toBe(true);
  });
});
