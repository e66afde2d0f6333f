/** Runs the command line in the process of the test: for what depends neither on the working folder nor on a terminal. */
import { run } from "../../src/cli/main.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import type { Result } from "./skein.ts";

export async function runHere(args: readonly string[]): Promise<Result> {
  const written = { out: "", err: "" };
  const stream = (name: "out" | "err") =>
    // All that a command uses of a stream.
    ({
      isTTY: false,
      write(text: string) {
        written[name] += text;
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  const terminal: Terminal = { out: stream("out"), err: stream("err"), env: {}, now: () => 0 };
  const code = await run(args, terminal);
  return { code, ...written };
}
