/** What a command takes: time, work of the processors, and memory at its peak, itself and the processes it starts. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Cost {
  /** From start to end. */
  readonly seconds: number;
  /** Of all processors together, with those of its children that have ended. */
  readonly cpuSeconds: number;
  /** Of the largest of its processes, in MiB. NaN where the system has no `/proc`. */
  readonly mebibytes: number;
}

/** Memory is looked at so often, in milliseconds. The kernel keeps the peak, so that only the last moment can be missed. */
const INTERVAL = 20;

/** Runs a command to its end; what it costs, and what it printed. Rejects where it does not end with 0. */
export async function costOf(
  command: string,
  args: readonly string[],
): Promise<Cost & { readonly output: string }> {
  const start = performance.now();
  // The shell of POSIX tells what its children took, of whatever language they are.
  const script = '"$@"; code=$?; times >&3; exit $code';
  const child = spawn("sh", ["-c", script, "sh", command, ...args], {
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  let [output, told] = ["", ""];
  child.stdout?.on("data", (text: Buffer) => {
    output += text.toString();
  });
  child.stdio[3]?.on("data", (text: Buffer) => {
    told += text.toString();
  });
  let peak = Number.NaN;
  const timer = setInterval(() => {
    for (const pid of descendants(child.pid)) peak = Math.max(peakOf(pid), Number.isNaN(peak) ? 0 : peak);
  }, INTERVAL);
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}`);
  return { seconds, cpuSeconds: childSeconds(told), mebibytes: peak, output };
}

/** The second line of `times`: `1m2.50s 0m0.31s`, what the children did for themselves and had the system do. */
function childSeconds(told: string): number {
  const found =
    told
      .trim()
      .split("\n")[1]
      ?.matchAll(/(\d+)m([\d.,]+)s/g) ?? [];
  return [...found].reduce((sum, [, m, s = ""]) => sum + Number(m) * 60 + Number(s.replace(",", ".")), 0);
}

function descendants(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  const children = textOf(`/proc/${pid}/task/${pid}/children`)
    .split(" ")
    .filter((text) => text !== "")
    .map(Number);
  return [...children, ...children.flatMap(descendants)];
}

/** In MiB. */
function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Nothing of a process that has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
