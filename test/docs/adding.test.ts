/** What docs say of `skein new` is what happens: their sessions, run on the graph of this repository. */
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT, run, temporaryFolder } from "../support/skein.ts";

const folder = temporaryFolder();

/** A folder with the content and the saved page of the docs. */
function workplace(): string {
  const place = mkdtempSync(join(folder, "place-"));
  cpSync(join(PROJECT, "content"), join(place, "content"), { recursive: true });
  cpSync(join(PROJECT, "test/docs/talks.html"), join(place, "saved/talks.html"));
  return place;
}

/** Each command of a page with what it prints, as far as the page says. */
function sessionsIn(path: string, heading = ""): { command: string; printed: string }[] {
  const text = readFileSync(join(PROJECT, path), "utf8");
  const blocks = text.slice(text.indexOf(heading)).matchAll(/```console\n\$ (.*?[^\\])\n(.*?)```/gs);
  return [...blocks].map(([, command = "", printed = ""]) => ({ command, printed }));
}

async function outputOf(command: string, place: string): Promise<string> {
  const skein = `"${process.execPath}" "${join(PROJECT, "bin/skein.js")}"`;
  const { out } = await run("sh", ["-c", `${command.replace("npx skein", skein)} 2>&1`], place);
  return out;
}

test("adding.md, from its first command to its last", async () => {
  const place = workplace();
  const sessions = sessionsIn("docs/adding.md");
  expect(sessions).toHaveLength(6);
  for (const { command, printed } of sessions) {
    // One of them shows a command alone, and would change what the last one counts.
    const dry = printed === "" ? " --dry-run" : "";
    expect(await outputOf(command + dry, place)).toContain(printed || "content/sources/");
  }
}, 120_000);

describe("command-line.md, each command by itself", () => {
  const sessions = sessionsIn("docs/command-line.md", "## `skein new`");

  test("there are some", () => expect(sessions.length).toBeGreaterThanOrEqual(5));

  test.each(sessions.filter(({ command }) => command.startsWith("npx skein new")))(
    "$command",
    async ({ command, printed }) => {
      expect(await outputOf(command, workplace())).toContain(printed);
    },
    60_000,
  );
});
