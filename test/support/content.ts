/** Content for tests: read from texts in memory, or checked as `skein check` does. */
import { dirname } from "node:path";
import { folderOf } from "../../src/content/folder.ts";
import { type Loaded, loadContent } from "../../src/content/load.ts";
import { runHere } from "./in-process.ts";
import type { Result } from "./skein.ts";

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
export async function checkFolder(content: string): Promise<Pick<Result, "code" | "out">> {
  const { code, out, err } = await runHere(["check", "--content", content]);
  return { code, out: `${err}${out}`.replaceAll(`${dirname(content)}/`, "") };
}
