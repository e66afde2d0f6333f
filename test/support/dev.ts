/** Runs `skein dev` as its users run it: as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export interface Dev {
  readonly child: ChildProcess;
  readonly origin: string;
  /** What it has printed so far. */
  readonly outOf: () => string;
  /** Kills it. */
  end(): Promise<void>;
}

/** Resolves when it says where it serves. */
export async function startDev(content: string, { output = "_site", port = 0 } = {}): Promise<Dev> {
  const args = ["dev", "-c", content, "-o", output, "--port", String(port)];
  const child = spawn(process.execPath, [join(PROJECT, "bin/skein.js"), ...args], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  const origin = await new Promise<string>((done, fail) => {
    child.stdout.on("data", (data) => {
      out += data;
      const found = /Serving on (http:\/\/localhost:\d+)\//.exec(out);
      if (found?.[1] !== undefined) done(found[1]);
    });
    child.on("close", () => fail(new Error(`skein dev ended: ${out}`)));
  });
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "close");
  };
  return { child, origin, outOf: () => out, end };
}
