/** Has things done in a thread of its own. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { History, NoHistory } from "../../content/history.ts";
import type { Measures } from "../../graph/analyse.ts";
import { PACKAGE_FOLDER } from "../../site/package-folder.ts";

export type Task =
  | { readonly type: "measure"; readonly topology: string }
  | { readonly type: "history"; readonly folder: string };

interface Results {
  readonly measure: Measures;
  readonly history: History | NoHistory;
}

/**
 * Does a task in a new thread, which ends with it; the function that it returns ends it before. What fails is passed to
 * `onError`.
 */
export function aside<T extends Task>(
  task: T,
  onDone: (result: Results[T["type"]]) => void,
  onError: (error: Error) => void,
): () => void {
  const worker = new Worker(join(PACKAGE_FOLDER, "bin/thread.js"), {
    workerData: { entry: "cli/dev/background" },
  });
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    void worker.terminate();
  };
  worker.once("message", (result: Results[T["type"]]) => {
    if (isStopped) return;
    stop();
    onDone(result);
  });
  worker.once("error", (error: Error) => {
    if (!isStopped) onError(error);
    stop();
  });
  worker.postMessage(task);
  return stop;
}
