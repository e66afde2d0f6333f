/** `skein build`: content → site. */
import { type BuildOptions, type Made, savesMap } from "./build-options.ts";
import { BuildCache } from "./cache/build-cache.ts";
import { isWithin, requireContent } from "./paths.ts";
import { reportOf, summary } from "./report/told.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const start = terminal.now();
  guard(options);
  requireContent(options.content);
  const cache = options.cache === false ? undefined : new BuildCache(options, options.cache);
  const made = unchanged(cache, options) ?? (await buildAnew(cache, options, terminal));
  if (made === undefined) return EXIT.contentErrors;
  tell(made, options, start, terminal);
  return EXIT.done;
}

/** What a build would make, where the last one has made it. */
function unchanged(cache: BuildCache | undefined, options: BuildOptions): Made | undefined {
  const { relayout, layoutFrom, measures } = options;
  const takesMore = relayout || layoutFrom !== undefined || measures !== undefined;
  return takesMore ? undefined : cache?.unchanged(savesMap(options));
}

async function buildAnew(
  cache: BuildCache | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<Made | undefined> {
  // What finds nothing to do does not wait for what makes a site.
  const anew = await import("./build-anew.ts");
  return anew.buildAnew(cache, options, terminal);
}

function tell(told: Made, options: BuildOptions, start: number, terminal: Terminal): void {
  const result: Result = { ...told, seconds: Math.round((terminal.now() - start) / 100) / 10 };
  if (options.json) terminal.out.write(inJson(options.output, result));
  else if (!options.quiet) {
    if (told.diagnostics.length > 0) terminal.out.write(reportOf(told, options, terminal));
    terminal.out.write(`${summary(told)} → ${options.output}: ${inWords(result)}\n`);
  }
}

interface Result extends Pick<Made, "files" | "drift"> {
  readonly seconds: number;
}

function inJson(output: string, { files, seconds, drift }: Result): string {
  const moved = { mean: rounded(drift.mean), largest: rounded(drift.largest) };
  return `${JSON.stringify({ output, files, seconds, ...(drift.shared > 0 && { drift: moved }) })}\n`;
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function inWords({ files, seconds, drift }: Result): string {
  const made = `${files.toLocaleString("en-GB")} files in ${seconds} s`;
  if (drift.shared === 0) return made;
  return `${made}; the map moved by ${(drift.mean * 100).toFixed(1)} % on average`;
}

/** The output folder is replaced as a whole, so it may hold nothing that anyone would miss: not even with `force`. */
function guard({ content, output }: Pick<BuildOptions, "content" | "output">): void {
  for (const [folder, name] of [
    [content, "the content"],
    [".", "the working folder"],
  ] as const) {
    if (!isWithin(folder, output)) continue;
    throw new UsageError(`${output} holds ${name}, and would be replaced by the site; name another folder`);
  }
}
