/** Runs the command line in the process of the test: for what depends neither on the working folder nor on a terminal. */
import { run } from "../../src/cli/main.ts";
import type { Result } from "./skein.ts";
import { memoryTerminal } from "./terminal.ts";

export async function runHere(args: readonly string[]): Promise<Result> {
  const terminal = memoryTerminal();
  const code = await run(args, terminal);
  return { code, ...terminal.written };
}
