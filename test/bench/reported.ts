/** The rows of a benchmark that is a program of its own. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Subject } from "./builds.ts";
import { placeContent } from "./content.ts";
import type { Row } from "./rows.ts";

/** Runs `program --content DIR --json`, which prints its rows; each is about the size that the content has. */
export async function reported(program: string, { size, named, work }: Subject): Promise<Row[]> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const content = join(work, "content");
  placeContent(size, named, content);
  const args = ["--import", "tsx", path, "--content", content, "--json"];
  const text = execFileSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return (JSON.parse(text) as Row[]).map((row) => ({ ...row, size }));
}
