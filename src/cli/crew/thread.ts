/** One of several threads: does what it is asked to, a task at a time. */
import { parentPort } from "node:worker_threads";
import { parseFile } from "../../content/parse.ts";
import { drawMap } from "../../graph/layout.ts";
import type { Page } from "../../site/page.ts";
import { manyPagesOf, togetherPagesOf } from "../../site/pages.ts";
import { printShare, printTogether, Shares } from "../../site/press.ts";
import { siteOf } from "../../site/publication.ts";
import { Knowledge, type KnownPages, renderingWith } from "../../site/reads/known.ts";
import type { Site } from "../../site/site.ts";
import type { Answer, PrintTask, Task } from "./tasks.ts";

let site: Site | undefined;

parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await answerTo(task).catch((error): Answer => ({ error, facts: { ...error } })));
});

async function answerTo(task: Task): Promise<Answer> {
  if (task.task === "parse")
    return { parsed: task.files.map(({ kind, file, text }) => parseFile(kind, file, text)) };
  if (task.task === "layout") return { drawn: drawMap(task) };
  if (task.task === "site") {
    site = siteOf(task.parts);
    return { given: true };
  }
  return { printed: await print(task) };
}

async function print({ together, paths, folder, taken, notes }: PrintTask): Promise<KnownPages | undefined> {
  if (site === undefined) throw new Error("there is no site to print");
  if (together.length > 0) await printTogether(among(together, togetherPagesOf(site)), folder);
  if (paths?.length === 0) return undefined;
  const pages = paths === undefined ? manyPagesOf(site) : among(paths, manyPagesOf(site));
  const knowledge = notes ? new Knowledge(site) : undefined;
  const shares = new Shares(pages.length, taken);
  await printShare(pages, folder, renderingWith(knowledge), shares, () => {});
  return knowledge?.known;
}

function among(paths: readonly string[], pages: readonly Page[]): Page[] {
  const wanted = new Set(paths);
  return pages.filter(({ path }) => wanted.has(path));
}
