/** Watches a content folder: one call for each burst of changes. */
import { existsSync, type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { join, resolve, sep } from "node:path";
import { isIgnored } from "../../content/folder.ts";

/** What changed, as paths relative to the folder with `/`; undefined where it may be anything. */
export type Changes = ReadonlySet<string> | undefined;

/** A burst is over when this many milliseconds pass without another change: longer where many files change. */
const QUIET_TIME = { few: 20, many: 150 };
const FEW = 3;
/** From so many on, it is quicker to read everything; and the system may have dropped some of them. */
const MANY = 1000;
/** How often a folder that is gone is looked for. */
const AGAIN = 500;

/**
 * Calls back after each burst of changes until the function that it returns is called. What is ignored in a content
 * folder is not watched, nor is `except`, nor what links lead to.
 */
export function watchFolder(root: string, except: string, onChanges: (changes: Changes) => void): () => void {
  let changed: Set<string> | undefined = new Set();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    if (!existsSync(root)) {
      changed = undefined;
      timer = setTimeout(flush, AGAIN);
      return;
    }
    if (!watcher.isAlive()) watcher.start();
    const burst = changed;
    changed = new Set();
    onChanges(burst);
  };
  const watcher = watchBelow(root, resolve(except), (path) => {
    if (path === undefined) changed = undefined;
    else changed?.add(path);
    if (changed !== undefined && changed.size > MANY) changed = undefined;
    clearTimeout(timer);
    timer = setTimeout(flush, changed === undefined || changed.size > FEW ? QUIET_TIME.many : QUIET_TIME.few);
  });
  watcher.start();
  return () => {
    clearTimeout(timer);
    watcher.stop();
  };
}

interface FolderWatcher {
  readonly start: () => void;
  readonly isAlive: () => boolean;
  readonly stop: () => void;
}

/** Whether the system itself watches what is below a folder. On Linux, Node would watch each file for it. */
const IS_RECURSIVE = process.platform === "darwin" || process.platform === "win32";

/**
 * Watches folders, and not each of their files as libraries do: those need seconds and 100 MB for 27,000 files, and are
 * up to 60 ms late.
 */
function watchBelow(
  root: string,
  except: string,
  onChange: (path: string | undefined) => void,
): FolderWatcher {
  const watchers = new Map<string, FSWatcher>();
  const isWatched = (path: string) => {
    const full = resolve(root, path);
    return !isIgnored(path) && full !== except && !full.startsWith(except + sep);
  };
  const close = (gone: string) => {
    for (const [path, watcher] of watchers) {
      if (path !== gone && !path.startsWith(`${gone}/`) && gone !== "") continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const open = (path: string) => {
    if (path !== "" && !isWatched(path)) return;
    try {
      const watcher = watch(join(root, path), { recursive: IS_RECURSIVE });
      watcher.on("change", (event, name) => seen(path, event, name === null ? undefined : String(name)));
      // The folder is gone, or the system watches no more of them.
      watcher.on("error", () => close(path));
      watchers.set(path, watcher);
      if (IS_RECURSIVE) return;
      for (const entry of readdirSync(join(root, path), { withFileTypes: true }))
        if (entry.isDirectory()) open(below(path, entry.name));
    } catch {
      close(path);
    }
  };
  const seen = (folder: string, event: string, name: string | undefined) => {
    if (name === undefined) return onChange(undefined);
    const path = below(folder, name.replaceAll(sep, "/"));
    if (event === "rename" && !existsSync(root)) {
      close("");
      return onChange(undefined);
    }
    if (!isWatched(path)) return;
    // A folder that has come or gone, or another of the same name.
    if (event === "rename" && !IS_RECURSIVE) {
      close(path);
      if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) open(path);
    }
    onChange(path);
  };
  return {
    start: () => open(""),
    isAlive: () => watchers.has(""),
    stop: () => close(""),
  };
}

const below = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);
