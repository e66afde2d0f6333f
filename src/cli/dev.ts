/**
 * `skein dev`: serves the site, and makes it again on every change of the content. Nothing is written: the content stays
 * in memory, and each page is made when a browser asks for it.
 */
import type { History, NoHistory } from "../content/history.ts";
import { bundle } from "../site/scripts.ts";
import { manualFrom } from "./build-anew.ts";
import { Analyst } from "./dev/analyst.ts";
import { editorLinks } from "./dev/editor.ts";
import { followHistory } from "./dev/historian.ts";
import { problemsEvent } from "./dev/problems.ts";
import { type Changes, watchFolder } from "./dev/watch.ts";
import { Workshop } from "./dev/workshop.ts";
import { type Progress, progressOn } from "./progress.ts";
import type { Read } from "./read.ts";
import { hasErrors, reportOf, summary } from "./report/told.ts";
import { serve } from "./server.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

export interface DevOptions {
  readonly content: string;
  /** Where `skein build` writes: nothing is written here, and changes there are not the content’s. */
  readonly output: string;
  readonly docs?: string;
  readonly drafts: boolean;
  readonly quiet: boolean;
  readonly port: number;
}

/** Serves until the process is told to stop; then the exit code. */
export async function dev(options: DevOptions, terminal: Terminal): Promise<ExitCode> {
  const stop = new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  const running = await start(options, terminal);
  terminal.out.write(`Serving on http://localhost:${running.port}/ (Ctrl+C stops)\n`);
  await stop;
  await running.close();
  return EXIT.done;
}

export interface RunningDev {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves until it is closed. Throws `UsageError` where there is no content, and where `SKEIN_EDITOR` names no editor.
 */
export async function start(options: DevOptions, terminal: Terminal): Promise<RunningDev> {
  const editor = editorLinks(terminal.env.SKEIN_EDITOR);
  const onError = (error: unknown) => {
    terminal.err.write(`skein: ${error instanceof Error ? error.message : error}\n`);
  };
  const analyst = new Analyst(() => renew(), onError);
  const workshop = new Workshop(options.content, options.drafts, analyst, manualFrom(options.docs));
  const server = await serve(workshop, options.port, clientScript());
  const renew = () => {
    workshop.renew();
    server.reload();
  };
  const update = (changes: Changes) => {
    const progress = progressOn(terminal.err, options.quiet, terminal.now);
    const begin = terminal.now();
    const read = ended(progress, () => workshop.update(changes, progress));
    if (read === undefined) return;
    const isBroken = hasErrors(read);
    server.setProblems(isBroken ? problemsEvent(read, options.content, editor) : undefined);
    if (!isBroken) server.reload();
    tell(read, Math.round(terminal.now() - begin), options, terminal);
  };
  const ends = [() => analyst.stop(), () => server.close()];
  const close = async () => {
    for (const end of ends) await end();
  };
  try {
    // Before the first look at the content: a save between the two would be lost.
    ends.push(
      watchFolder(options.content, options.output, (changes) => attempt(() => update(changes), onError)),
    );
    update(undefined);
    const onHistory = (history: History | NoHistory) => {
      workshop.history = history;
      // Without a repository the pages are what they were.
      if (!("missing" in history)) server.reload();
    };
    ends.push(followHistory(options.content, onHistory, onError));
    return { port: server.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const clientScript = (): string => bundle({ "dev.js": "src/app/dev/client.ts" })[0]?.text ?? "";

function ended<T>(progress: Progress, task: () => T): T {
  try {
    return task();
  } finally {
    progress.end();
  }
}

/** Whatever goes wrong with a change, the last good site stays. */
function attempt(task: () => void, onError: (error: unknown) => void): void {
  try {
    task();
  } catch (error) {
    onError(error);
  }
}

function tell(read: Read, milliseconds: number, options: DevOptions, terminal: Terminal): void {
  if (hasErrors(read)) terminal.out.write(reportOf(read, options, terminal));
  else if (!options.quiet) terminal.out.write(`${summary(read)}: made in ${milliseconds} ms\n`);
}
