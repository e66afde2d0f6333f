/** What each phase of a command takes: time, work of the processors and memory. */
import type { Progress } from "./progress.ts";

/** What the process has taken since it began. */
export interface Usage {
  readonly seconds: number;
  /** Of all threads together. */
  readonly cpuSeconds: number;
  /** At this moment. */
  readonly memoryMiB: number;
  /** The most until now. */
  readonly peakMiB: number;
}

/** Of a phase; its memory is that at its end. */
export interface PhaseCost extends Usage {
  readonly phase: string;
}

export interface Profiled extends Progress {
  /** Of the phases that have ended, in order: the first is the start of the program. */
  readonly costs: readonly PhaseCost[];
}

/** Shows progress as `progress` does, and keeps what each phase takes. */
export function profiled(progress: Progress, usage: () => Usage = usageOfProcess): Profiled {
  const costs: PhaseCost[] = [];
  let [phase, from]: [string | undefined, Usage] = ["Starting", { ...usage(), seconds: 0, cpuSeconds: 0 }];
  const close = (next?: string) => {
    const now = usage();
    if (phase !== undefined)
      costs.push({
        phase,
        seconds: rounded(now.seconds - from.seconds),
        cpuSeconds: rounded(now.cpuSeconds - from.cpuSeconds),
        memoryMiB: Math.round(now.memoryMiB),
        peakMiB: Math.round(now.peakMiB),
      });
    [phase, from] = [next, now];
  };
  return {
    costs,
    phase(name, total) {
      // Who goes on with it may say so.
      if (name !== phase) close(name);
      progress.phase(name, total);
    },
    done: (count) => progress.done(count),
    end() {
      close();
      progress.end();
    },
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function usageOfProcess(): Usage {
  const { user, system } = process.cpuUsage();
  return {
    seconds: performance.now() / 1000,
    cpuSeconds: (user + system) / 1e6,
    memoryMiB: process.memoryUsage.rss() / 2 ** 20,
    peakMiB: process.resourceUsage().maxRSS / 2 ** 10,
  };
}

/** As a table for a terminal, with the whole in its last line. */
export function profileTable(costs: readonly PhaseCost[]): string {
  const lines = [...costs, total(costs)].map(({ phase, seconds, cpuSeconds, memoryMiB, peakMiB }) => [
    phase,
    `${seconds.toFixed(2)} s`,
    `${cpuSeconds.toFixed(2)} s`,
    `${memoryMiB} MiB`,
    `${peakMiB} MiB`,
  ]);
  const width = Math.max(...lines.map(([phase = ""]) => phase.length));
  return [["", "time", "processors", "memory", "peak"], ...lines]
    .map(([phase = "", ...cells]) => phase.padEnd(width) + cells.map((cell) => cell.padStart(12)).join(""))
    .join("\n")
    .concat("\n");
}

function total(costs: readonly PhaseCost[]): PhaseCost {
  const sum = (of: (cost: PhaseCost) => number) => costs.reduce((all, cost) => all + of(cost), 0);
  const { memoryMiB = 0, peakMiB = 0 } = costs.at(-1) ?? {};
  return {
    phase: "all",
    seconds: sum(({ seconds }) => seconds),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    memoryMiB,
    peakMiB,
  };
}
