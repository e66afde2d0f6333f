/**
 * How a command begins. Node gives the first thread of a process a heap of at most 4 GB, and ends the process when it is
 * full; a thread can be given more, and ends alone. So commands that hold a whole graph have a thread of their own.
 */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE_FOLDER } from "../site/package-folder.ts";
import { heapLimits } from "./heap.ts";
import { memoryReason, mistake, systemCode } from "./reasons.ts";
import { EXIT, type ExitCode } from "./terminal.ts";

/** Those that ask nothing and serve nothing: a thread has no keys, and hears of no signals. */
const LARGE = new Set(["check", "build", "diff", "export", "stats"]);

/** What a thread of a command is told. */
export interface CommandTask {
  readonly entry: string;
  readonly args: readonly string[];
  /** Whether each stream ends at a terminal. */
  readonly isTTY: { readonly out: boolean; readonly err: boolean };
}

/** Runs one command line, without the program’s own name; the exit code. */
export async function start(args: readonly string[]): Promise<ExitCode> {
  if (LARGE.has(args[0] ?? "")) return inThread(args);
  const { run } = await import("./main.ts");
  return run(args);
}

async function inThread(args: readonly string[]): Promise<ExitCode> {
  const { stdout, stderr } = process;
  const task: CommandTask = {
    entry: "cli/command-thread",
    args,
    isTTY: { out: stdout.isTTY, err: stderr.isTTY },
  };
  const worker = new Worker(join(PACKAGE_FOLDER, "bin/thread.js"), {
    workerData: task,
    resourceLimits: heapLimits(),
    stdout: true,
    stderr: true,
  });
  // A reader that wants no more, as `head` does, is no failure, and what the command has to do goes on.
  stdout.on("error", (error) => {
    if (systemCode(error) !== "EPIPE") throw error;
  });
  worker.stdout.on("data", (text) => stdout.write(text));
  worker.stderr.on("data", (text) => stderr.write(text));
  let code: ExitCode = EXIT.internalError;
  worker.once("message", (found: ExitCode) => {
    code = found;
  });
  try {
    await once(worker, "exit");
  } catch (error) {
    // Whoever starts the program says what to do about that.
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") throw error;
    stderr.write(`skein: ${memoryReason(error) ?? mistake(error)}\n`);
  }
  return code;
}
