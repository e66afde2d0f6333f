/** `skein dev`: serves the site, watches the content, and makes the site again on every change. */
import { resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { bundle } from "../site/assets.ts";
import { hasErrors, publishContent } from "./build.ts";
import { reportOf, summary } from "./check.ts";
import { progressOn } from "./progress.ts";
import { readContent } from "./read.ts";
import { paintFor, prettyReport } from "./report/pretty.ts";
import { type DevServer, serve } from "./server.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

export interface DevOptions {
  readonly content: string;
  readonly output: string;
  readonly docs?: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly port: number;
}

/** A burst of saves, such as a checkout, is one change: it is over when this many milliseconds pass without another. */
const QUIET_TIME = 50;

/** Serves until the process is told to stop; then the exit code. */
export async function dev(options: DevOptions, terminal: Terminal): Promise<ExitCode> {
  const server = await serve(
    options.output,
    options.port,
    bundle({ "skein/dev.js": "../app/dev-client.ts" })[0]?.text ?? "",
  );
  const build = oneAtATime(() => rebuild(options, terminal, server));
  // Before the first build: a save between that and the first look of the watcher would be lost.
  const watcher = await watchContent(options, () => {
    build().catch((error: unknown) =>
      terminal.err.write(`skein: ${error instanceof Error ? error.message : error}\n`),
    );
  });
  try {
    await build();
    terminal.out.write(`Serving on http://localhost:${server.port}/ (Ctrl+C stops)\n`);
    await new Promise<void>((stop) => {
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
    return EXIT.done;
  } finally {
    await watcher.close();
    await server.close();
  }
}

/** Runs a task again after the run that is under way, never twice at once. */
function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  return () => {
    running = running.catch(() => {}).then(task);
    return running;
  };
}

/** One build; an error of whatever kind is told, and the last good site stays. */
async function rebuild(options: DevOptions, terminal: Terminal, server: DevServer): Promise<void> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const start = terminal.now();
  const read = readContent(options.content, options.drafts, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.out.write(reportOf(read, options, terminal));
    const text = prettyReport(
      read.diagnostics,
      options.content,
      (file) => read.folder.texts.get(file),
      paintFor(false),
    );
    server.send({ type: "problems", text });
    return;
  }
  await publishContent(read, options, progress);
  progress.end();
  const milliseconds = Math.round(terminal.now() - start);
  if (!options.quiet) terminal.out.write(`${summary(read)}: built in ${milliseconds} ms\n`);
  server.send({ type: "reload" });
}

async function watchContent(options: DevOptions, onChange: () => void): Promise<FSWatcher> {
  const output = resolve(options.output);
  const watcher = watch(options.content, {
    ignoreInitial: true,
    // Nor does the build: a link to / would have the whole disk watched.
    followSymlinks: false,
    ignored: (path) => resolve(path) === output || resolve(path).startsWith(output + sep),
  });
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_TIME);
  });
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));
  return watcher;
}
