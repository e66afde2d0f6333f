/** `skein diff`: what a change does to the graph. */
import { compare } from "../diff/compare.ts";
import { type Difference, isSame, type Side } from "../diff/difference.ts";
import { jsonOf } from "../diff/json.ts";
import { mapChange } from "../diff/map.ts";
import { markdownOf } from "../diff/markdown.ts";
import { svgOf } from "../diff/svg.ts";
import { progressOn } from "./progress.ts";
import { readSides, type SideOptions } from "./side.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

export interface DiffOptions extends SideOptions {
  readonly format: "markdown" | "json" | "svg";
  readonly exitCode: boolean;
  readonly quiet: boolean;
}

/** Compares two folders or revisions; without `head`, the content folder as it is now. */
export function diff(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  terminal: Terminal,
): ExitCode {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  try {
    const sides = readSides([base, head ?? options.content], options, progress);
    progress.phase("Comparing");
    const difference = compare(...sides, mapChange(...sides));
    const printed = print(options.format, sides, difference);
    progress.end();
    terminal.out.write(printed);
    return options.exitCode && !isSame(difference) ? EXIT.contentErrors : EXIT.done;
  } finally {
    progress.end();
  }
}

function print(
  format: DiffOptions["format"],
  [base, head]: readonly [Side, Side],
  difference: Difference,
): string {
  switch (format) {
    case "markdown":
      return markdownOf(difference);
    case "json":
      return jsonOf(difference);
    case "svg":
      return svgOf(base, head, difference);
  }
}
