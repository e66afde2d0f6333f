/** Photographs the site of `content/` for the README and `docs/reading.md`: `npm run pictures`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { serveStatic } from "../test/support/static-server.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly isPhone?: boolean;
  readonly isDark?: boolean;
  /** What the reader does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: "network-light", address: "/" },
  { name: "network-dark", address: "/", isDark: true },
  { name: "panel", address: "/#li-shangfu" },
  {
    name: "reading-find",
    address: "/",
    act: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("shangfu");
      await page.waitForSelector("[role=option]");
    },
  },
  { name: "reading-look-phone", address: "/#lloyd-austin", isPhone: true },
  { name: "reading-focus", address: "/?within=1#united-states" },
  { name: "reading-lines", address: "/#china--united-states" },
  { name: "reading-narrow", address: "/?hide=office,place&hideClaims=holds-office", isDark: true },
  { name: "reading-time", address: "/?from=2023-02&to=2023-05&undated=no" },
  { name: "reading-thread", address: "/#china-demands-end-of-sanctions" },
  { name: "reading-connection", address: "/?route=xi-jinping--russia" },
  { name: "reading-connection-phone", address: "/?route=lloyd-austin--russia", isPhone: true, isDark: true },
  { name: "reading-source", address: "/#presstv-2023", isDark: true },
  {
    name: "reading-share",
    address: "/?within=1#li-shangfu",
    act: (page) => page.getByRole("button", { name: "Share" }).click(),
  },
  { name: "reading-embed", address: "/embed/?within=1#liu-pengyu" },
  { name: "reading-table", address: "/?view=table&sort=who" },
  { name: "reading-table-phone", address: "/?view=table", isPhone: true, act: toTable },
  { name: "reading-story", address: "/stories/from-a-sanction-to-a-refused-line/#step-2" },
];

const work = mkdtempSync(join(tmpdir(), "skein-pictures-"));
try {
  const build = ["bin/skein.js", "build", "--quiet", "--force", "--output", work];
  execFileSync(process.execPath, build, { cwd: PROJECT, stdio: "inherit" });
  const [server, browser] = await Promise.all([serveStatic(work), launchBrowser()]);
  for (const picture of PICTURES) await photograph(browser, server.origin, picture);
  await browser.close();
  await server.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function photograph(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const { name, address, isPhone = false, isDark = false, act } = picture;
  const page = await browser.newPage({
    viewport: isPhone ? PHONE : WIDE,
    isMobile: isPhone,
    hasTouch: isPhone,
    deviceScaleFactor: name.startsWith("reading") ? 1 : 1.5,
    reducedMotion: "reduce",
    colorScheme: isDark ? "dark" : "light",
  });
  await page.goto(origin + address);
  await page.waitForSelector(".stage .picture, .embed svg", { state: "attached" });
  await page.waitForTimeout(2000);
  await act?.(page);
  await page.waitForTimeout(500);
  const path = `docs/pictures/${name}.png`;
  await page.screenshot({ path: join(PROJECT, path) });
  await page.close();
  process.stdout.write(`${path}\n`);
}

async function toTable(page: Page): Promise<void> {
  await page.locator(".bar").evaluate((bar) => bar.scrollIntoView());
}
