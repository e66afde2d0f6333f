import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { complaintsAbout } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Dev, startDev } from "../support/dev.ts";
import { PROJECT, temporaryFolder, writeFiles } from "../support/skein.ts";

const content = join(temporaryFolder(), "content");
const LI = "entities/li-shangfu.md";
cpSync(join(PROJECT, "content"), content, { recursive: true });
const original = readFileSync(join(content, LI), "utf8");

let dev: Dev | undefined;
let browser: Browser | undefined;
let origin = "";
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  dev = await startDev(content);
  origin = dev.origin;
});

afterAll(async () => {
  await dev?.end();
  await browser?.close();
});

beforeEach(async () => {
  if (browser === undefined) throw new Error("there is no browser");
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterEach(async () => {
  await page.close();
  const said = dev?.outOf();
  if (readFileSync(join(content, LI), "utf8") !== original) {
    save(original);
    // The next page would be made anew while it is opened.
    while (dev?.outOf() === said) await new Promise((done) => setTimeout(done, 20));
  }
  expect(complaints).toEqual([]);
});

const save = (text: string) => writeFiles(content, { [LI]: text });
const overlay = () => page.locator("#skein-dev-problems dialog");

/** Opens a page, and waits until it is told of changes. */
async function open(path: string): Promise<void> {
  const told = page.waitForRequest(/skein-dev\/events/);
  await page.goto(origin + path);
  await told;
}

test("content, a theme, the ontology and the settings show as soon as they are saved", async () => {
  await open("/entities/li-shangfu/");
  save(original.replace("name: Li Shangfu", "name: General Li"));
  await expect.poll(() => page.textContent("h1")).toBe("General Li");
  const settings = readFileSync(join(content, "site.yml"), "utf8");
  writeFiles(content, { "site.yml": settings.replace(/^title:.*$/m, "title: Another title") });
  await expect.poll(() => page.textContent(".site-title")).toBe("Another title");
  writeFiles(content, { "theme/footer.mustache": "<footer>My own foot</footer>\n" });
  await expect.poll(() => page.textContent("footer")).toBe("My own foot");
  writeFiles(content, { "theme/more.css": "h1 { text-indent: 7px; }\n" });
  const indent = () => page.$eval("h1", (heading) => getComputedStyle(heading).textIndent);
  await expect.poll(indent).toBe("7px");
  writeFiles(content, { "ontology.yml": "entityTypes: { person: { label: Human } }\n" });
  await expect.poll(() => page.textContent(".kicker")).toBe("Human");
  for (const path of ["theme", "ontology.yml"]) rmSync(join(content, path), { recursive: true });
  writeFiles(content, { "site.yml": settings });
  await expect.poll(() => page.textContent(".kicker")).toBe("Person");
});

test("a page whose text alone is new is not loaded again, and stays where it was scrolled", async () => {
  await open("/entities/li-shangfu/");
  await page.evaluate(() => {
    document.documentElement.dataset.mark = "kept";
    scrollTo(0, 200);
  });
  save(original.replace("name: Li Shangfu", "name: General Li"));
  await expect.poll(() => page.textContent("h1")).toBe("General Li");
  expect(await page.title()).toMatch(/^General Li · /);
  expect(await page.evaluate(() => [document.documentElement.dataset.mark, scrollY])).toEqual(["kept", 200]);
  const settings = readFileSync(join(content, "site.yml"), "utf8");
  writeFiles(content, { "site.yml": settings.replace(/^title:.*$/m, "title: Another title") });
  await expect.poll(() => page.textContent(".site-title")).toBe("Another title");
  expect(await page.evaluate(() => document.documentElement.dataset.mark)).toBeUndefined();
  writeFiles(content, { "site.yml": settings });
  await expect.poll(() => page.textContent(".site-title")).not.toBe("Another title");
});

test("what is chosen, the filters and the camera are as they were after a save", async () => {
  await open("/?hide=event&hideClaims=sanction#li-shangfu");
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await expect
    .poll(async () => {
      await page.keyboard.press("+");
      return page.url();
    })
    .toContain("at=");
  // Until the camera has come to rest.
  await page.waitForTimeout(1000);
  const address = page.url();
  save(original.replace("name: Li Shangfu", "name: General Li"));
  await expect.poll(() => page.textContent(".panel h2")).toBe("General Li");
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
});

test("a step of the reader’s that is not in the address yet comes into it when the page is told to leave", async () => {
  await open("/");
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  const address = await page.evaluate(() => {
    document.querySelector<HTMLElement>("#legend input[type=checkbox]")?.click();
    const before = location.search;
    // As the script of skein dev does before it loads a page again.
    dispatchEvent(new Event("pagehide"));
    return [before, location.search];
  });
  expect(address).toEqual(["", expect.stringMatching(/^\?hide=/)]);
});

const BROKEN = original
  .replace("description:", "descripton:")
  .replace("Li Shang-fu", "<img src=x onerror=alert(1)>");

test("a mistake is shown over the last good page, with its lines and a link to the editor, and goes when it is mended", async () => {
  await open("/entities/li-shangfu/");
  save(BROKEN);
  await overlay().waitFor();
  expect(await overlay().getAttribute("role")).toBe("alertdialog");
  expect(await overlay().locator("h2").textContent()).toBe("1 error in the content");
  const place = overlay().locator(".place a");
  expect(await place.textContent()).toBe(`${content}/${LI}:5:1`);
  expect(await place.getAttribute("href")).toBe(`vscode://file${content}/${LI}:5:1`);
  expect(await overlay().locator("li > p").nth(1).textContent()).toBe(
    "error unknown-key: no key “descripton”; did you mean “description”?",
  );
  const quoted = await overlay().locator("pre").textContent();
  expect(quoted?.split("\n").slice(0, 4)).toEqual([
    "3 name: Li Shangfu",
    "4 aliases: [李尚福, <img src=x onerror=alert(1)>]",
    "5 descripton: Minister of National Defense of China, under US sanctions since 2018",
    "6 sameAs:",
  ]);
  expect(await overlay().locator("mark").textContent()).toBe("descripton");
  expect(await page.textContent("h1")).toBe("Li Shangfu");
  // Pages that are opened meanwhile show it too.
  await page.goto(`${origin}/about/`);
  await overlay().waitFor();
  save(original);
  await overlay().waitFor({ state: "detached" });
});

test("the mistakes can be used with keys alone: Escape closes them, and a button opens them again", async () => {
  await open("/entities/li-shangfu/");
  save(BROKEN);
  await overlay().waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? "nothing");
  await expect.poll(focused).toBe("Close");
  await page.keyboard.press("Tab");
  await expect.poll(focused).toBe(`${content}/${LI}:5:1`);
  await page.keyboard.press("Escape");
  await overlay().waitFor({ state: "hidden" });
  await expect.poll(focused).toBe("1 error in the content");
  await page.keyboard.press("Enter");
  await overlay().waitFor();
  await page.keyboard.press("Enter");
  await overlay().waitFor({ state: "hidden" });
});

test("the overlay passes axe, and fits a telephone", async () => {
  await open("/entities/li-shangfu/");
  save(BROKEN);
  await overlay().waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await complaintsAbout(page)).toEqual([]);
  const box = await overlay().boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  expect(await overlay().evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
});

test("a page out of sight is not told, and is new when it is seen again", async () => {
  await open("/entities/li-shangfu/");
  const setHidden = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, isHidden);
  await setHidden(true);
  save(original.replace("name: Li Shangfu", "name: General Li"));
  await page.waitForTimeout(1000);
  expect(await page.textContent("h1")).toBe("Li Shangfu");
  await setHidden(false);
  await expect.poll(() => page.textContent("h1")).toBe("General Li");
});
