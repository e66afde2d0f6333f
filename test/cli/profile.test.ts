import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { profiled, profileTable, type Usage } from "../../src/cli/profile.ts";
import { progressOn, SILENT } from "../../src/cli/progress.ts";
import { runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

/** A stream that is a terminal, with what was written to it since the last look. */
function terminalStream(isTTY = true) {
  let written = "";
  const stream = {
    isTTY,
    write(text: string) {
      written += text;
      return true;
    },
  };
  return {
    // All that progress uses of a stream.
    stream: stream as unknown as NodeJS.WriteStream,
    seen() {
      const text = written.replaceAll("\r\u001b[K", "|");
      written = "";
      return text;
    },
  };
}

describe("progress", () => {
  test("says the phase, how much is done, how fast, and how long the rest will take", () => {
    let now = 0;
    const { stream, seen } = terminalStream();
    const progress = progressOn(stream, false, () => now);
    progress.phase("Writing pages", 4000);
    expect(seen()).toBe("|Writing pages 4000");
    now = 500;
    progress.done(200);
    // Half a second is too little to guess from.
    expect(seen()).toBe("|Writing pages 200 of 4000, 400 a second");
    now = 4000;
    progress.done(1200);
    expect(seen()).toBe("|Writing pages 1200 of 4000, 300 a second, 10 s left");
    now = 4050;
    progress.done(1210);
    expect(seen()).toBe("");
    now = 400_000;
    progress.done(1600);
    expect(seen()).toBe("|Writing pages 1600 of 4000, 4 a second, 10 min left");
    now = 500_000;
    progress.done(4000);
    expect(seen()).toBe("|Writing pages 4000 of 4000, 8 a second");
    progress.end();
    expect(seen()).toBe("|");
  });

  test("guesses nothing where it is not known how much there is", () => {
    let now = 0;
    const { stream, seen } = terminalStream();
    const progress = progressOn(stream, false, () => now);
    progress.phase("Reading files");
    now = 2000;
    progress.done(100);
    expect(seen()).toBe("|Reading files|Reading files 100, 50 a second");
  });

  test("is silent elsewhere", () => {
    expect(progressOn(terminalStream().stream, true, () => 0)).toBe(SILENT);
    expect(progressOn(terminalStream(false).stream, false, () => 0)).toBe(SILENT);
  });
});

const usages = (...rows: [seconds: number, cpuSeconds: number, memoryMiB: number, peakMiB: number][]) => {
  const left = rows.map(
    ([seconds, cpuSeconds, memoryMiB, peakMiB]): Usage => ({ seconds, cpuSeconds, memoryMiB, peakMiB }),
  );
  return () => left.shift() as Usage;
};

describe("the profile", () => {
  test("has what each phase took, the start of the program among them", () => {
    const taken = usages([0.1, 0.2, 50, 50], [0.5, 0.6, 60, 60], [2.5, 4.6, 200, 300], [3, 5, 150, 300]);
    const progress = profiled(SILENT, taken);
    progress.phase("Reading files");
    progress.phase("Reading files", 10);
    progress.phase("Writing pages", 10);
    progress.end();
    expect(progress.costs).toEqual([
      { phase: "Starting", seconds: 0.5, cpuSeconds: 0.6, memoryMiB: 60, peakMiB: 60 },
      { phase: "Reading files", seconds: 2, cpuSeconds: 4, memoryMiB: 200, peakMiB: 300 },
      { phase: "Writing pages", seconds: 0.5, cpuSeconds: 0.4, memoryMiB: 150, peakMiB: 300 },
    ]);
    expect(profileTable(progress.costs)).toBe(
      [
        "                     time  processors      memory        peak",
        "Starting           0.50 s      0.60 s      60 MiB      60 MiB",
        "Reading files      2.00 s      4.00 s     200 MiB     300 MiB",
        "Writing pages      0.50 s      0.40 s     150 MiB     300 MiB",
        "all                3.00 s      5.00 s     150 MiB     300 MiB",
        "",
      ].join("\n"),
    );
  });

  test("of a build comes with its result, also as JSON", async () => {
    const folder = temporaryFolder();
    const [content, output] = [join(folder, "content"), join(folder, "site")];
    writeFiles(content, SMALL_CONTENT);
    const args = ["build", "-c", content, "-o", output, "--profile"];
    const { out } = await runSkein(args);
    expect(out).toMatch(/^2 entities, .*\n +time +processors +memory +peak\nStarting +\d+\.\d\d s .* MiB\n/);
    const phases = [
      "Starting",
      "Looking for changes",
      "Getting ready",
      "Reading files",
      "Parsing files",
      "Checking files",
      "Making the graph",
      "Measuring the graph",
      "Reading the history",
      "Making the search",
      "Laying out the map",
      "Listing the pages",
      "Looking for pages that stay",
      "Writing pages",
      "Keeping what is known",
    ];
    const rows = out.split("\n").slice(2, -2);
    expect(rows.map((row) => row.split("  ")[0])).toEqual(phases);
    // Where nothing has changed, there is nothing more to do.
    const { profile } = JSON.parse((await runSkein([...args, "--json"])).out);
    expect(profile.map(({ phase }: { phase: string }) => phase)).toEqual(phases.slice(0, 2));
    expect(JSON.parse((await runSkein([...args.slice(0, -1), "--json"])).out)).not.toHaveProperty("profile");
  });
});
