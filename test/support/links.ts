/** Reads a published site as a crawler does, and finds the links that lead nowhere. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./skein.ts";

const ATTRIBUTE = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;
const ORIGIN = "http://site.test/";

/** Every link, as `page → address`, whose file or fragment is not in the folder; `base` is where the 404 page lives. */
export function deadLinks(folder: string): { dead: string[]; checked: number } {
  const pages = filesBelow(folder).filter((path) => path.endsWith(".html"));
  const ids = new Map<string, Set<string>>();
  const idsOf = (path: string): Set<string> => {
    const found =
      ids.get(path) ??
      new Set([...readFileSync(join(folder, path), "utf8").matchAll(ID)].map((m) => m[1] ?? ""));
    ids.set(path, found);
    return found;
  };
  const dead: string[] = [];
  let checked = 0;
  for (const page of pages) {
    const own = new URL(page.replace(/index\.html$/, ""), ORIGIN);
    for (const [, written = ""] of readFileSync(join(folder, page), "utf8").matchAll(ATTRIBUTE)) {
      const address = written.replaceAll("&amp;", "&").replaceAll("&#39;", "'");
      const url = new URL(address, own);
      if (url.origin !== own.origin) continue;
      checked++;
      const path = decodeURIComponent(url.pathname).slice(1);
      const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      if (!existsSync(join(folder, file))) dead.push(`${page} → ${address}`);
      else if (url.hash !== "" && !isFragment(file, url.hash.slice(1), idsOf))
        dead.push(`${page} → ${address}`);
    }
  }
  return { dead, checked };
}

/** The network page takes the id of a record as its fragment: `/#li-shangfu` pins it. */
function isFragment(file: string, fragment: string, idsOf: (path: string) => Set<string>): boolean {
  return file === "index.html" ? fragment !== "" : idsOf(file).has(decodeURIComponent(fragment));
}
