/** The thread of a command: the other side of `start.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { run } from "./main.ts";
import type { CommandTask } from "./start.ts";

const { args, isTTY }: CommandTask = workerData;
Object.assign(process.stdout, { isTTY: isTTY.out });
Object.assign(process.stderr, { isTTY: isTTY.err });
parentPort?.postMessage(await run(args));
