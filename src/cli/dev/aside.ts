/** Has things done in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { History, NoHistory } from "../../content/history.ts";
import type { Measures } from "../../graph/analyse.ts";

export type Task =
  | { readonly type: "measure"; readonly topology: string }
  | { readonly type: "history"; readonly folder: string };

interface Results {
  readonly measure: Measures;
  readonly history: History | NoHistory;
}

const TYPESCRIPT = import.meta.resolve("tsx/esm/api");
const BACKGROUND = new URL("./background.ts", import.meta.url).href;

/** What a thread runs: it must be told of TypeScript again. */
const START = `import(${JSON.stringify(TYPESCRIPT)}).then(({ register }) => {
  register();
  return import(${JSON.stringify(BACKGROUND)});
});`;

/**
 * Does a task in a new thread, which ends with it; the function that it returns ends it before. What fails is passed to
 * `onError`.
 */
export function aside<T extends Task>(
  task: T,
  onDone: (result: Results[T["type"]]) => void,
  onError: (error: Error) => void,
): () => void {
  const worker = new Worker(START, { eval: true });
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
