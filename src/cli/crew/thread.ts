/** One of several threads: does what it is asked to, a task at a time. */
import { parentPort } from "node:worker_threads";
import { parseFile } from "../../content/parse.ts";
import { manyPagesOf } from "../../site/pages.ts";
import { printShare, Shares } from "../../site/press.ts";
import { siteOf } from "../../site/publication.ts";
import type { Answer, PrintTask, Task } from "./tasks.ts";

parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await answerTo(task).catch((error): Answer => ({ error })));
});

async function answerTo(task: Task): Promise<Answer> {
  if (task.task === "parse")
    return { parsed: task.files.map(({ kind, file, text }) => parseFile(kind, file, text)) };
  await print(task);
  return { printed: true };
}

async function print({ parts, folder, length, taken }: PrintTask): Promise<void> {
  const pages = manyPagesOf(siteOf(parts));
  await printShare(pages, folder, new Shares(length, taken), () => {});
}
