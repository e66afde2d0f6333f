/** What `skein dev` has done in threads of their own, because it takes seconds: the other side of `aside.ts`. */
import { parentPort } from "node:worker_threads";
import { readHistory } from "../../content/history.ts";
import { measureTopology } from "../../graph/topology.ts";
import type { Task } from "./aside.ts";

parentPort?.on("message", (task: Task) => parentPort?.postMessage(resultOf(task)));

const resultOf = (task: Task) =>
  task.type === "measure" ? measureTopology(task.topology) : readHistory(task.folder);
