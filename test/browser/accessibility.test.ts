/**
 * What axe says of every kind of page, and of the network page in every state that a reader can bring it to: wide and
 * on a phone, in the light and in the dark, with WebGL and without. Its rules are those of WCAG 2.0 to 2.2 at levels A
 * and AA, and its own best practices.
 */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintsAbout } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { PAGE_KINDS } from "../support/kinds.ts";
import { runSkein, temporaryFolder } from "../support/skein.ts";
import { type StaticServer, serveStatic } from "../support/static-server.ts";

const SCREENS = {
  wide: { viewport: { width: 1280, height: 800 }, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
};
type Screen = keyof typeof SCREENS;

const folder = temporaryFolder();
let server: StaticServer;
let browser: Browser;

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

async function openPage(screen: Screen, path: string, from = browser): Promise<Page> {
  const page = await from.newPage({ ...SCREENS[screen], colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(server.origin + path);
  return page;
}

interface PageState {
  readonly name: string;
  readonly address: string;
  /** What only this state shows. */
  readonly seen: string;
  /** What the reader does there. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const press = (selector: string) => (page: Page) => page.locator(selector).click();

const STATES: readonly PageState[] = [
  { name: "home", address: "/", seen: ".stage-tools" },
  {
    name: "the search list",
    address: "/",
    seen: "#finder-list [role=option]",
    act: (page) => page.locator("#finder-input").fill("li"),
  },
  {
    name: "a search that finds nothing",
    address: "/",
    seen: "#finder-list .no-match",
    act: (page) => page.locator("#finder-input").fill("zzzzqqq"),
  },
  { name: "an entity", address: "/#li-shangfu", seen: ".panel [data-action=connect]" },
  { name: "a claim with its thread", address: "/#us-sanctions-li-shangfu", seen: ".panel .thread" },
  { name: "all claims between two", address: "/#china--united-states", seen: ".panel .claim-list" },
  { name: "a source", address: "/#presstv-2023", seen: ".panel [data-action=lens]" },
  { name: "a connection", address: "/?route=li-shangfu--russia", seen: ".panel .route" },
  { name: "a connection without its end", address: "/?route=li-shangfu--", seen: "#route-to-input" },
  {
    name: "what is near an entity",
    address: "/?within=1#li-shangfu",
    seen: '.panel [data-steps="1"][aria-pressed=true]',
  },
  {
    name: "filters and a part of time",
    address: "/?hide=state&hide-claims=sanction&from=2023-05&to=2023-06&source=presstv-2023",
    seen: ".bar-clear:not([hidden])",
  },
  { name: "colours of communities", address: "/?color=community", seen: ".stage-tools" },
  { name: "the table", address: "/?view=table", seen: ".table [aria-sort]" },
  { name: "the table with a row chosen", address: "/?view=table#li-shangfu", seen: ".table [aria-current]" },
  { name: "the menu to share", address: "/", seen: "#share-link", act: press("[data-opens=share]") },
  { name: "the menu to save", address: "/", seen: "[data-save=gexf]", act: press("[data-opens=save]") },
  {
    name: "the citation",
    address: "/#us-sanctions-li-shangfu",
    seen: "dialog.citation[open]",
    act: press("[data-action=cite]"),
  },
];

describe.each(Object.keys(SCREENS) as Screen[])("axe on a %s screen", (screen) => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(screen, "/");
    await page.waitForSelector(".stage .picture", { state: "hidden" });
  });

  afterAll(async () => {
    await page?.close();
  });

  test.each(STATES)("finds nothing wrong with $name", async ({ address, seen, act }) => {
    await goTo(page, address);
    await act?.(page);
    await page.locator(seen).first().waitFor();
    expect(await complaintsAbout(page)).toEqual([]);
    await letGo(page);
  });

  test("finds nothing wrong with the legend open and rows of it off", async () => {
    await goTo(page, "/");
    await page.locator("#legend").evaluate((legend) => legend.setAttribute("open", ""));
    await page.locator('[data-filter="hide:state"] input').uncheck();
    expect(await complaintsAbout(page)).toEqual([]);
  });

  test.each([
    "/embed/#li-shangfu",
    "/timeline/?from=2023-02&text=austin",
    "/table/?text=austin&sort=who",
    "/search/?q=defen",
    "/search/?q=zzzz&kind=source",
    ...PAGE_KINDS,
  ])("finds nothing wrong with %s", async (path) => {
    const other = await openPage(screen, path);
    try {
      if (path.startsWith("/embed/")) await other.waitForSelector(".stage svg");
      if (path.startsWith("/search/")) await other.waitForSelector(".result, .results-after .empty");
      expect(await complaintsAbout(other)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test("finds what is wrong: a mistake of each kind, put there for the purpose", async () => {
    const other = await openPage(screen, "/sources/");
    try {
      await other.evaluate(() => {
        document.querySelector("h1")?.insertAdjacentHTML("afterend", '<img src="a.png"><h4>Too deep</h4>');
        document.documentElement.style.setProperty("--muted", "light-dark(#ccc, #444)");
      });
      const found = (await complaintsAbout(other)).join("\n");
      expect(found).toContain("light image-alt");
      expect(found).toContain("light heading-order");
      expect(found).toContain("light color-contrast");
      expect(found).toContain("dark color-contrast");
    } finally {
      await other.close();
    }
  });
});

describe("axe without WebGL", () => {
  let plain: Browser;

  beforeAll(async () => {
    plain = await launchBrowser({ hasWebGL: false });
  });

  afterAll(async () => {
    await plain?.close();
  });

  test.each(["/", "/#li-shangfu"])("finds nothing wrong with the drawing as the map: %s", async (address) => {
    const page = await openPage("wide", address, plain);
    try {
      await page.waitForSelector(".stage-tools");
      expect(await page.locator(".stage .picture").isVisible()).toBe(true);
      expect(await complaintsAbout(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

/** To another viewpoint of the network page as the back button goes there: the page stays. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}

/** Closes the dialog, the menu or the list that a state has opened. */
async function letGo(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator("#finder-input").fill("");
  await page.locator("#finder-input").blur();
}
