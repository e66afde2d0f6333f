/**
 * Content from somebody who wants the reader’s browser: every page of `test/fixtures/hostile/` is opened, with its
 * Content-Security-Policy and without, so that the escaping has to hold alone.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { assetText } from "../support/first-load.ts";
import { complaintsAbout } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";
import { filesBelow, PROJECT, run, temporaryFolder } from "../support/skein.ts";
import { type StaticServer, serveStatic } from "../support/static-server.ts";

const folder = temporaryFolder();
const output = join(folder, "site");
const content = join(PROJECT, "test/fixtures/hostile/content");
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  const skein = join(PROJECT, "bin/skein.js");
  // In a folder of its own, where code that ran would leave its mark.
  const build = [skein, "build", "--no-save-positions", "-c", content, "-o", output];
  const built = await run(process.execPath, build, folder);
  expect(built.code, built.out + built.err).toBe(0);
  server = await serveStatic(output);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const pages = (): string[] => filesBelow(output).filter((path) => path.endsWith(".html"));

describe("the build of a hostile folder", () => {
  test("runs none of the files that Eleventy would run, and publishes none", () => {
    expect(readdirSync(folder)).toEqual([".skein-cache", "site"]);
    expect(existsSync(join(content, "pwned"))).toBe(false);
    const names = filesBelow(output).join("\n");
    expect(names).not.toMatch(/evil|11ty|eleventy|_data|_includes|entities\.json/);
    expect(filesBelow(output).filter((path) => path.startsWith("assets/"))).toEqual(["assets/a b.png"]);
  });

  test("makes valid pages without a dead link", async () => {
    expect(await complaintsAbout(output, pages())).toEqual([]);
    expect(deadLinks(output).dead).toEqual([]);
  });

  test("prints the signs of template languages as they are", () => {
    const html = readFileSync(join(output, "entities/script/index.html"), "utf8");
    expect(html).toContain("{{ 7 * 7 }} {% include &quot;x&quot; %} &lt;%= 1 %&gt; ${alert(1)}");
    expect(html).toContain("{% include x %} &lt;%= process.env %&gt; ${alert(1)}");
  });

  test("takes no colour that is more than a colour, and no icon", () => {
    expect(assetText(output, "skein.css")).not.toMatch(/evil|<script/);
  });
});

describe.each([
  ["with its policy", false],
  ["without its policy", true],
])("a hostile page %s", (_, isStripped) => {
  let context: BrowserContext;
  let page: Page;
  /** Whatever a script of the content’s could have done. */
  let events: string[];

  beforeAll(async () => {
    events = [];
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
    await context.exposeFunction("report", (event: string) => events.push(event));
    await context.addInitScript(() => {
      const { report } = window as unknown as { report(event: string): void };
      for (const name of ["alert", "confirm", "prompt", "open"])
        Object.defineProperty(window, name, { value: () => report(`${name} was called`) });
      Object.defineProperty(window, "pwned", { set: () => report("pwned was set") });
      addEventListener("securitypolicyviolation", (violation) =>
        report(`${violation.violatedDirective} ${violation.blockedURI}`),
      );
    });
    page = await context.newPage();
    page.on("dialog", (dialog) => events.push(dialog.message()));
    page.on("pageerror", (error) => events.push(error.message));
    page.on("console", (message) => message.type() === "error" && events.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.origin)) events.push(request.url());
    });
    if (isStripped) {
      await page.route("**/*", async (route) => {
        const response = await route.fetch();
        const type = response.headers()["content-type"] ?? "";
        if (!type.startsWith("text/html")) return route.fulfill({ response });
        const html = await response.text();
        const body = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "");
        expect(body).not.toBe(html);
        return route.fulfill({ response, body });
      });
    }
  });

  afterAll(async () => {
    await page?.unrouteAll({ behavior: "ignoreErrors" });
    await context?.close();
  });

  test("runs nothing, loads nothing from elsewhere and hides nothing", async () => {
    for (const path of pages().filter((each) => each !== "404.html")) {
      await page.goto(`${server.origin}/${path.split("/").map(encodeURIComponent).join("/")}`);
      // What waits for the pointer or the focus has its chance too.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll("main *")) {
          element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
          element.dispatchEvent(new MouseEvent("mouseenter"));
          element.dispatchEvent(new FocusEvent("focus"));
        }
      });
      expect(await page.locator("body").isVisible()).toBe(true);
      expect(await page.locator("main script, iframe, object, embed, style, base").count()).toBe(0);
      const addresses = await page
        .locator("a[href]")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
      expect(addresses.filter((each) => !["http:", "https:", ""].includes(each ?? ""))).toEqual([]);
      expect(await page.locator("[target]:not([target=_blank][rel=noopener])").count()).toBe(0);
      expect(await page.locator(".prose [style]").count()).toBe(0);
      const handlers = await page.evaluate(() =>
        [...document.querySelectorAll("*")].flatMap((element) =>
          element.getAttributeNames().filter((name) => /^on|^srcdoc$/.test(name)),
        ),
      );
      expect(handlers).toEqual([]);
    }
    expect(events).toEqual([]);
  });

  test("shows hostile names in the search, on the map and in the panel", async () => {
    await page.goto(`${server.origin}/`);
    await page.waitForSelector(".stage .canvas canvas.overlay");
    for (const [query, name] of [
      ["script", "<script>alert(1)</script>"],
      ["constructor", "constructor"],
      ["tostring", "constructor"],
    ] as const) {
      await page.locator("#finder-input").fill(query);
      await expect.poll(() => page.locator("#finder-list").textContent()).toContain(name);
      const first = await page.locator("#finder-option-0 bdi").textContent();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator(".panel h2").textContent()).toBe(first);
    }
    for (const id of ["valueof", "sentence", "__proto__", "constructor", "%E0%A4%A"]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, id);
    }
    await page.evaluate(() => {
      location.hash = "valueof";
    });
    await page.waitForSelector(".panel h2 >> text=</title></svg>");
    const stage = await page.locator(".stage").boundingBox();
    if (stage === null) throw new Error("there is no stage");
    for (let x = 0.1; x < 1; x += 0.1) {
      await page.mouse.click(stage.x + stage.width * x, stage.y + stage.height / 2);
    }
    expect(events).toEqual([]);
  });
});
