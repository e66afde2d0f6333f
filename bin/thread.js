// What a thread begins with: the name of the code that it is to run is its data.
import { workerData } from "node:worker_threads";
import { load } from "./compiled.js";

await load(workerData);
