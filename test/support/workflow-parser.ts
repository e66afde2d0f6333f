/** GitHub’s own parser of workflows. It imports JSON as bundlers do, and Node does not: so it is bundled first. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { PROJECT, temporaryFolder } from "./skein.ts";

type Parser = typeof import("@actions/workflow-parser");

export async function workflowParser(): Promise<Parser> {
  const { outputFiles } = await build({
    stdin: { contents: 'export * from "@actions/workflow-parser";', resolveDir: PROJECT },
    bundle: true,
    platform: "node",
    format: "esm",
    // Its own dependencies ask for Node’s modules as CommonJS does.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' },
    write: false,
    logLevel: "silent",
  });
  const file = join(temporaryFolder(), "workflow-parser.mjs");
  writeFileSync(file, outputFiles[0]?.text ?? "");
  return await import(pathToFileURL(file).href);
}
