/** The history of a content folder, read aside: once at first, and again when another commit is checked out. */
import { type FSWatcher, watch } from "node:fs";
import { type History, headOf, type NoHistory, repositoryFolderOf } from "../../content/history.ts";
import { aside } from "./aside.ts";

/** Git writes several files for a commit: they are over when so many milliseconds pass without another. */
const QUIET_TIME = 300;

/** Calls back with each history, until the function that it returns is called. */
export function followHistory(
  folder: string,
  onHistory: (history: History | NoHistory) => void,
  onError: (error: Error) => void,
): () => void {
  const repository = repositoryFolderOf(folder);
  let head = headOf(folder);
  let timer: NodeJS.Timeout | undefined;
  let stop = aside({ type: "history", folder }, onHistory, onError);
  const look = () => {
    const now = headOf(folder);
    if (now === head) return;
    head = now;
    stop();
    stop = aside({ type: "history", folder }, onHistory, onError);
  };
  const watcher = repository === undefined ? undefined : watchFiles(repository);
  watcher?.on("change", () => {
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_TIME);
  });
  return () => {
    clearTimeout(timer);
    watcher?.close();
    stop();
  };
}

/** A repository that cannot be watched, or is gone, has no new commits. */
function watchFiles(folder: string): FSWatcher | undefined {
  try {
    const watcher = watch(folder);
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
