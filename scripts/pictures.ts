/**
 * Photographs the site of `content/` for the README and `docs/`: `npm run pictures`, with parts of names for some of them
 * only: `npm run pictures -- reading panel`.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
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
  { name: "contributing-claim", address: "/edges/us-sanctions-li-shangfu/" },
  { name: "contributing-panel", address: "/#us-sanctions-li-shangfu" },
  { name: "contributing-sources", address: "/sources/" },
  { name: "contributing-page-phone", address: "/contribute/", isPhone: true },
];

/** Whether a picture shows what a site has that knows its repository. */
const isContributing = ({ name }: Picture): boolean => name.startsWith("contributing");

const work = mkdtempSync(join(tmpdir(), "skein-pictures-"));
try {
  const wanted = process.argv.slice(2);
  const chosen = PICTURES.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const browser = await launchBrowser();
  await photographAll(
    browser,
    "content",
    chosen.filter((picture) => !isContributing(picture)),
  );
  await photographAll(browser, contentWithRepository(), chosen.filter(isContributing));
  await browser.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** A copy of the content whose settings name a repository, which that of the demonstration must not. */
function contentWithRepository(): string {
  const copy = join(work, "content");
  cpSync(join(PROJECT, "content"), copy, { recursive: true });
  appendFileSync(join(copy, "site.yml"), "repository: https://github.com/example/graph\n");
  return copy;
}

async function photographAll(browser: Browser, content: string, pictures: readonly Picture[]): Promise<void> {
  if (pictures.length === 0) return;
  const site = join(work, "site");
  const build = ["bin/skein.js", "build", "--quiet", "--content", content, "--output", site];
  execFileSync(process.execPath, build, { cwd: PROJECT, stdio: "inherit" });
  const server = await serveStatic(site);
  for (const picture of pictures) await photograph(browser, server.origin, picture);
  await server.close();
}

async function photograph(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const { name, address, isPhone = false, isDark = false, act } = picture;
  const page = await browser.newPage({
    viewport: isPhone ? PHONE : WIDE,
    isMobile: isPhone,
    hasTouch: isPhone,
    deviceScaleFactor: /^(?:reading|contributing)/.test(name) ? 1 : 1.5,
    reducedMotion: "reduce",
    colorScheme: isDark ? "dark" : "light",
  });
  await page.goto(origin + address);
  await page.waitForSelector(".stage .picture, .embed svg, .record", { state: "attached" });
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
