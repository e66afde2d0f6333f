import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT, SMALL_CONTENT, temporaryFolder, writeFiles } from "../../support/skein.ts";

const folder = temporaryFolder();

/** Linux has a program that gives another one a terminal of its own; of others’ nothing is known. */
const hasScript = process.platform === "linux";

const ENTER = "\r";
const INTERRUPT = "\u0003";

/** Runs `skein new …` at a terminal and types each answer when its question is there; the exit code and the screen. */
function atTerminal(args: string, answers: readonly (readonly [question: string, typed: string])[]) {
  const skein = `"${process.execPath}" "${join(PROJECT, "bin/skein.js")}" new ${args}`;
  const child = spawn("script", ["-qefc", `stty cols 100 rows 40; ${skein}`, "/dev/null"], { cwd: folder });
  const left = [...answers];
  let [screen, read] = ["", 0];
  child.stdout.on("data", (data) => {
    screen += data;
    const [question, typed] = left[0] ?? [];
    const at = question === undefined ? -1 : screen.indexOf(question, read);
    if (question === undefined || at < 0) return;
    read = at + question.length;
    left.shift();
    child.stdin.write(typed ?? "");
  });
  return new Promise<{ code: number | null; screen: string }>((done) => {
    child.on("close", (code) => done({ code, screen }));
  });
}

if (hasScript)
  test("at a real terminal, typing finds what is meant, and a wrong answer is asked again", async () => {
    writeFiles(
      folder,
      Object.fromEntries(Object.entries(SMALL_CONTENT).map(([path, text]) => [`content/${path}`, text])),
    );
    const { code, screen } = await atTerminal("edge", [
      ["What happened", `sanct${ENTER}`],
      ["Who acts?", `berm${ENTER}`],
      ["On whom?", `zzz${ENTER}`],
      ["Nothing is called so", `\u007f\u007f\u007fatl${ENTER}`],
      ["When?", `June 2023${ENTER}`],
      ["write 2023-06", `${"\u007f".repeat(9)}2023-06${ENTER}`],
      ["Which source", ENTER],
      ["Where in log?", `page 4${ENTER}`],
      ["How sure", `dis${ENTER}`],
      ["Which claim", ENTER],
      ["in words", ENTER],
      ["Id:", ENTER],
    ]);
    expect(screen).toContain("content/edges/b-sanctions-a.md\r\n");
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "content/edges/b-sanctions-a.md"), "utf8")).toBe(
      "---\ntype: sanction\nfrom: b\nto: a\ndate: 2023-06\nstatus: disputed\nsources:\n  - source: log\n    locator: page 4\n---\n",
    );
    const stopped = await atTerminal("source", [["Title", INTERRUPT]]);
    expect([stopped.code, stopped.screen.includes("Nothing was written.")]).toEqual([2, true]);
  }, 60_000);
