/** Content for tests: read from texts in memory, or checked as `skein check` does. */
import { dirname } from "node:path";
import { run } from "../../src/cli/main.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { folderOf } from "../../src/content/folder.ts";
import { type Loaded, loadContent } from "../../src/content/load.ts";

/** The least that a case about one file needs around it. */
export const AROUND: Readonly<Record<string, string>> = {
  "entities/atlantis.md": "---\ntype: state\nname: Atlantis\n---\n",
  "entities/bermuda.md": "---\ntype: state\nname: Bermuda\n---\n",
  "edges/visit.md": "---\ntype: visit\nfrom: atlantis\nto: bermuda\nsources: [log]\n---\n",
  "sources/log.md": "---\ntitle: The log\n---\n",
};

/** Loads texts by path, laid over the least content. */
export function load(
  texts: Readonly<Record<string, string>>,
  { drafts = false, assets = [] as readonly string[] } = {},
): Loaded {
  return loadContent(folderOf({ ...AROUND, ...texts }, assets), { drafts });
}

/** The diagnostics as `edges/x.md:4:7 unknown-reference`. */
export function problemsIn({ diagnostics }: Loaded): string[] {
  return diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

/** What `skein check` prints when it is called in the folder that holds the content folder, and how it ends. */
export async function checkFolder(content: string): Promise<{ code: number; out: string }> {
  const { code, out } = await runInside(["check", "--content", content]);
  return { code, out: out.replaceAll(`${dirname(content)}/`, "") };
}

/** One command line in the process of the test, which is much faster than one of its own; standard error in `err`. */
export async function runInside(
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const streamTo = (name: "out" | "err") =>
    // All that the commands use of a stream.
    ({
      isTTY: false,
      write(text: string) {
        written[name] += text;
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  const terminal: Terminal = { out: streamTo("out"), err: streamTo("err"), env: {}, now: () => 0 };
  const code = await run(args, terminal);
  return { code, ...written };
}
