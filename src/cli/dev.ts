/** `skein dev`: serves the site, watches the content, and makes the site again on every change. */
import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { watch } from "chokidar";
import { bundle } from "../site/assets.ts";
import { hasErrors, publishContent } from "./build.ts";
import { reportOf, summary } from "./check.ts";
import { progressOn } from "./progress.ts";
import { readContent } from "./read.ts";
import { paintFor, prettyReport } from "./report.ts";
import { type DevServer, serve } from "./server.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

export interface DevOptions {
  readonly content: string;
  readonly output: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly port: number;
}

/** A burst of saves, such as a checkout, is one change: it is over when this many milliseconds pass without another. */
const QUIET_TIME = 50;

/** Serves until the process is told to stop; then the exit code. */
export async function dev(options: DevOptions, terminal: Terminal): Promise<ExitCode> {
  await rebuild(options, terminal, undefined);
  const server = await serve(options.output, options.port, await bundle("../app/dev-client.ts"));
  terminal.out.write(`Serving on http://localhost:${server.port}/ (Ctrl+C stops)\n`);
  const stopped = new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  const watcher = await watchContent(options, () => rebuild(options, terminal, server));
  await stopped;
  await watcher.close();
  await server.close();
  return EXIT.done;
}

/** One build; an error of whatever kind is told, and the last good site stays. */
async function rebuild(
  options: DevOptions,
  terminal: Terminal,
  server: DevServer | undefined,
): Promise<void> {
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
    server?.send({ type: "problems", text });
    return;
  }
  await publishContent(read, options, progress);
  progress.end();
  const milliseconds = Math.round(terminal.now() - start);
  if (!options.quiet) terminal.out.write(`${summary(read)}: built in ${milliseconds} ms\n`);
  server?.send({ type: "reload" });
}

async function watchContent(options: DevOptions, onChange: () => Promise<void>) {
  const output = resolve(options.output);
  const watcher = watch(options.content, {
    ignoreInitial: true,
    ignored: (path) => resolve(path) === output || resolve(path).startsWith(output + sep),
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => (existsSync(options.content) ? onChange() : undefined));
    }, QUIET_TIME);
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));
  return watcher;
}
