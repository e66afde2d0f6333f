/** A reader of the built site in real Chromium: opens pages, waits for the map, and looks at what is there. */
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Area, countPixels } from "./pixels.ts";
import { runSkein, temporaryFolder } from "./skein.ts";
import { type StaticServer, serveStatic } from "./static-server.ts";

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled?: boolean;
  readonly hasTouch?: boolean;
  readonly isMobile?: boolean;
  readonly colorScheme?: "light" | "dark";
  readonly from?: Browser;
  /** The data of the map arrives only after this. */
  readonly mapAfter?: Promise<void>;
}

/** Builds a content folder, the default one where none is named, and serves it for the tests of a file. */
export function useReader(content?: string) {
  const folder = temporaryFolder();
  let server: StaticServer | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  /** Console errors, exceptions, and requests to other places, of the page under test. */
  let complaints: string[] = [];

  beforeAll(async () => {
    const output = join(folder, "site");
    // Content of the repository that nobody keeps a map of.
    const from = content === undefined ? [] : ["-c", content, "--no-save-positions"];
    const built = await runSkein(["build", ...from, "-o", output]);
    expect(built.code, built.err).toBe(0);
    server = await serveStatic(output);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(async () => {
    await context?.close();
    context = undefined;
  });

  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error("no page is open");
    return thing;
  };

  const reader = {
    folder,
    get page(): Page {
      return there(page);
    },
    get origin(): string {
      return there(server).origin;
    },
    get complaints(): readonly string[] {
      return complaints;
    },

    async open(path: string, { from, mapAfter, ...options }: OpenOptions = {}): Promise<Page> {
      await context?.close();
      const { origin } = there(server);
      context = await (from ?? there(browser)).newContext({
        viewport: WIDE,
        reducedMotion: "reduce",
        ...options,
      });
      const opened = await context.newPage();
      page = opened;
      await opened.route("**/skein/network.bin", async (route) => {
        await mapAfter;
        await route.continue();
      });
      complaints = [];
      opened.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      opened.on("pageerror", (error) => complaints.push(error.message));
      opened.on("request", (request) => {
        if (!/^(?:blob:)?https?:/.test(request.url()) || !request.url().includes(origin))
          complaints.push(request.url());
      });
      await opened.goto(origin + path);
      return opened;
    },

    async close(): Promise<void> {
      await context?.close();
      context = undefined;
    },

    /** Opens a page with a map, and waits for it. */
    async openMap(path: string, options: OpenOptions = {}): Promise<Page> {
      const opened = await reader.open(path, options);
      await reader.drawn();
      return opened;
    },

    /** Waits until the canvas has taken the place of the drawing and two frames have passed. */
    async drawn(): Promise<void> {
      await reader.page.waitForSelector(".stage .canvas canvas.overlay", { state: "attached" });
      await reader.page.waitForSelector(".stage .picture", { state: "hidden" });
      await reader.settled();
    },

    async settled(): Promise<void> {
      await reader.page.waitForTimeout(200);
      await reader.shown();
    },

    /** Waits until what a click or a key has asked for is on the screen: a busy machine is late with its frames. */
    async shown(): Promise<void> {
      await reader.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    },

    async areaOf(selector: string): Promise<Area> {
      const area = await reader.page.locator(selector).boundingBox();
      if (area === null) throw new Error(`there is no ${selector}`);
      return area;
    },

    /** A picture of the stage, once two in a row are the same. */
    async still(): Promise<Buffer> {
      let before: Buffer = Buffer.alloc(0);
      for (let attempt = 0; attempt < 40; attempt++) {
        const now = await reader.page.screenshot({ clip: await reader.areaOf(".stage") });
        if (now.equals(before)) return now;
        before = now;
        await reader.page.waitForTimeout(250);
      }
      throw new Error("the stage does not come to rest");
    },

    /** How many pixels of the stage have a colour. */
    async stagePixels(color: string): Promise<number> {
      return countPixels(reader.page, await reader.areaOf(".stage"), color);
    },

    /** Types into the search box, and waits for its answer. */
    async find(query: string): Promise<void> {
      await reader.page.keyboard.press("/");
      await reader.page.keyboard.type(query);
      await reader.page.waitForSelector("#finder-list:not([hidden])");
    },

    /** The middle of the part of the map that the panel leaves free: where a chosen entity flies to. */
    async middleOfMap(): Promise<{ x: number; y: number }> {
      const stage = await reader.areaOf(".stage");
      const panel = await reader.page.locator(".panel").boundingBox();
      if (panel === null) return { x: stage.x + stage.width / 2, y: stage.y + stage.height / 2 };
      // The buttons take the lower edge.
      return { x: (stage.x + panel.x) / 2, y: stage.y + (stage.height - 52) / 2 };
    },

    panelHeading: () => reader.page.locator(".panel h2").textContent(),
    /** “56 claims, 38 entities”. */
    async counts(): Promise<string | null> {
      await reader.shown();
      return reader.page.locator(".bar-count span").textContent();
    },
    /** Search and hash of the address, once it follows the state. */
    async address(): Promise<string> {
      await reader.page.waitForTimeout(350);
      // On a busy machine it may still be about to; a page that is left is not.
      await reader.page.evaluate(() => dispatchEvent(new Event("pagehide")));
      const { search, hash } = new URL(reader.page.url());
      return search + hash;
    },
  };
  return reader;
}
