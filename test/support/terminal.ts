/** A terminal that keeps what is written to it. */
import type { Terminal } from "../../src/cli/terminal.ts";

export interface MemoryTerminal extends Terminal {
  readonly written: { out: string; err: string };
}

export function memoryTerminal(): MemoryTerminal {
  const written = { out: "", err: "" };
  const stream = (name: "out" | "err") => {
    const kept = {
      isTTY: false,
      write(text: string) {
        written[name] += text;
        return true;
      },
    };
    // All that the commands use of a stream.
    return kept as unknown as NodeJS.WriteStream;
  };
  return { out: stream("out"), err: stream("err"), env: {}, now: () => 0, written };
}
