/** How much memory a thread may take. */
import { totalmem } from "node:os";
import type { ResourceLimits } from "node:worker_threads";

/** Most of what pages are made of is soon forgotten: with less room for it, a build takes a twentieth longer. */
const YOUNG = 96;

/** The share of the memory of the machine, or of its container. */
const SHARE = 0.75;

/** Whether Node was told of a limit, which then holds for every thread. */
const IS_TOLD = /max[-_]old[-_]space[-_]size/.test([...process.execArgv, process.env.NODE_OPTIONS].join(" "));

/** Of each thread that holds a graph; Node’s own limit is 4 GB. */
export function heapLimits(): ResourceLimits {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return {
    maxYoungGenerationSizeMb: YOUNG,
    ...(!IS_TOLD && { maxOldGenerationSizeMb: Math.round((SHARE * memory) / 2 ** 20) }),
  };
}
