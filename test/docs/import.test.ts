/** What docs/import.md shows is what happens: its files, its commands, their output. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AROUND } from "../support/content.ts";
import { PROJECT, runSkein, temporaryFolder, writeFiles } from "../support/skein.ts";

const page = readFileSync(join(PROJECT, "docs/import.md"), "utf8");
const folder = temporaryFolder();
const sections = page.split(/^## /m).filter((section) => section.includes("```console"));

describe("docs/import.md", () => {
  test.each(sections.map((section) => [section.slice(0, section.indexOf("\n")), section]))(
    "%s: each command prints what stands below it",
    async (name, section) => {
      const place = join(folder, name);
      const around = Object.entries(AROUND).map(([path, text]) => [`content/${path}`, text]);
      const shown = [...section.matchAll(/```\w+ ([^\n]+)\n([\s\S]*?)```/g)].map(
        ([, path = "", text = ""]) => ({ path, text }),
      );
      const isResult = ({ path }: { path: string }) => path.startsWith("content/");
      const given = shown.filter((file) => !isResult(file)).map(({ path, text }) => [path, text]);
      writeFiles(place, { ...Object.fromEntries(around), ...Object.fromEntries(given) });
      const commands = [...section.matchAll(/```console\n\$ npx skein (.*)\n([\s\S]*?)```/g)];
      expect(commands.length).toBeGreaterThan(0);
      for (const [, command = "", output] of commands) {
        const { code, out, err } = await runSkein(command.split(" "), place);
        expect([out, err, code]).toEqual([output, "", 0]);
      }
      for (const { path, text } of shown.filter(isResult))
        expect(readFileSync(join(place, path), "utf8")).toBe(text);
    },
  );
});
