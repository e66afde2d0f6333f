// What a thread begins with: its data say where its code begins.
import { workerData } from "node:worker_threads";
import { load } from "./compiled.js";

await load(workerData.entry);
