/** Which files of a published site a page loads before its reader does anything, and what they weigh when compressed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { IMMUTABLE } from "../../src/shared/paths.ts";

/** Without what is only named: other forms of the page, and its own address. */
const LOADED = /<(?:link|script)\s(?!rel="(?:alternate|canonical)")[^>]*?(?:href|src)="([^"]+)"/g;
const STATIC_IMPORT = /\b(?:from|import)"\.\/([\w-]+\.js)"/g;
/** The map, which the network page asks for as soon as it runs. */
const CANVAS_IMPORT = /\bimport\("\.\/(canvas-\w+\.js)"\)/g;

/** Paths relative to the site: the page, what its head names, and what those scripts import. */
export function firstLoad(site: string, page: string): string[] {
  const html = readFileSync(join(site, page), "utf8");
  const base = new URL(page, "http://site.test/");
  const named = [...html.slice(0, html.indexOf("</head>")).matchAll(LOADED)]
    .map(([, address = ""]) => new URL(address, base))
    .filter(({ origin, pathname }) => origin === base.origin && /\.\w+$/.test(pathname))
    .map(({ pathname }) => pathname.slice(1));
  const paths = new Set([page, ...named]);
  // Whatever is added is gone through as well.
  for (const path of paths) {
    if (!path.endsWith(".js")) continue;
    const text = readFileSync(join(site, path), "utf8");
    for (const pattern of [STATIC_IMPORT, CANVAS_IMPORT])
      for (const [, name] of text.matchAll(pattern)) paths.add(IMMUTABLE + name);
  }
  return [...paths];
}

/** What an asset is called without the hash in its name: `skein/immutable/skein-1f0c….css` → `skein.css`. */
export function assetName(path: string): string {
  return path.replace(/^skein\/immutable\/(.+)-\w+(?=\.\w+$)/, "$1");
}

/** The text of an asset that the front page loads, by what it is called without the hash. */
export function assetText(site: string, name: string): string {
  const path = firstLoad(site, "index.html").find((each) => assetName(each) === name);
  if (path === undefined) throw new Error(`the front page loads no ${name}`);
  return readFileSync(join(site, path), "utf8");
}

/** Bytes of all these files together, each as a good host sends it. */
export function compressedSize(site: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(site, path)), { level: 9 }).length, 0);
}
