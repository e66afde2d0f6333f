/**
 * The browser of the tests: a real Chromium, found on the machine or installed by Debian’s packages. Where it can be
 * neither found nor installed the tests fail: none is skipped.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/** The browser, and fonts for the scripts of the content that is photographed. */
const PACKAGES = ["chromium", "fonts-noto-core", "fonts-noto-cjk"];

/** The path of a browser; `SKEIN_BROWSER` names one outright. */
export function findBrowser(): string | undefined {
  const named = process.env.SKEIN_BROWSER;
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(
    isExecutable,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds a browser, or installs one where there is apt and the right to use it. Throws where neither works. */
export function ensureBrowser(): string {
  const found = findBrowser() ?? (installBrowser() ? findBrowser() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    "The browser tests need Chromium or Chrome, and there is none. Install one (on Debian: apt-get install chromium), or set SKEIN_BROWSER to its path.",
  );
}

function installBrowser(): boolean {
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]): boolean => {
    const [command = "", ...rest] = [...prefix, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(command, rest, { stdio: "inherit", env }).status === 0;
  };
  return apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", ...PACKAGES);
}

export interface BrowserOptions {
  /** Whether pages get WebGL, drawn in software. */
  readonly hasWebGL: boolean;
  /** Where another program may give the browser orders. */
  readonly port?: number;
}

export function launchBrowser({ hasWebGL, port }: BrowserOptions = { hasWebGL: true }): Promise<Browser> {
  const webgl = hasWebGL
    ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
    : ["--disable-3d-apis", "--disable-gpu"];
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...webgl,
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
  });
}
