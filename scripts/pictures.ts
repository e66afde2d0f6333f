/** Photographs the site of `content/` for the README and the docs: `npm run pictures`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { serveStatic } from "../test/support/static-server.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));

const work = mkdtempSync(join(tmpdir(), "skein-pictures-"));
try {
  const build = ["bin/skein.js", "build", "--quiet", "--force", "--output", work];
  execFileSync(process.execPath, build, { cwd: PROJECT, stdio: "inherit" });
  const [server, browser] = await Promise.all([serveStatic(work), launchBrowser()]);
  for (const colorScheme of ["light", "dark"] as const) {
    await photograph(browser, `${server.origin}/`, colorScheme, `docs/pictures/network-${colorScheme}.png`);
  }
  await photograph(browser, `${server.origin}/#li-shangfu`, "light", "docs/pictures/panel.png");
  await browser.close();
  await server.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function photograph(browser: Browser, url: string, colorScheme: "light" | "dark", path: string) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    colorScheme,
  });
  await page.goto(url);
  await page.waitForSelector(".stage .picture", { state: "hidden" });
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(PROJECT, path) });
  await page.close();
  process.stdout.write(`${path}\n`);
}
