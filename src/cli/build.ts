/** `skein build`: content → site. */
import { type BuildOptions, type Made, savesMap } from "./build-options.ts";
import { BuildCache } from "./cache/build-cache.ts";
import { isWithin, requireContent } from "./paths.ts";
import { type PhaseCost, profiled, profileTable } from "./profile.ts";
import { type Progress, progressOn } from "./progress.ts";
import { reportOf, summary } from "./report/told.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const start = terminal.now();
  const progress = profiled(progressOn(terminal.err, options.quiet, terminal.now));
  guard(options);
  requireContent(options.content);
  progress.phase("Looking for changes");
  const cache = options.cache === false ? undefined : new BuildCache(options, options.cache);
  const made = unchanged(cache, options) ?? (await buildAnew(cache, options, progress, terminal));
  progress.end();
  if (made === undefined) return EXIT.contentErrors;
  const result = { ...made, seconds: Math.round((terminal.now() - start) / 100) / 10 };
  tell(result, options, options.profile ? progress.costs : undefined, terminal);
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
  progress: Progress,
  terminal: Terminal,
): Promise<Made | undefined> {
  progress.phase("Getting ready");
  // What finds nothing to do does not wait for what makes a site.
  const anew = await import("./build-anew.ts");
  return anew.buildAnew(cache, options, progress, terminal);
}

function tell(
  result: Result,
  options: BuildOptions,
  profile: readonly PhaseCost[] | undefined,
  terminal: Terminal,
): void {
  if (options.json) terminal.out.write(inJson(options.output, result, profile));
  else if (!options.quiet) {
    if (result.diagnostics.length > 0) terminal.out.write(reportOf(result, options, terminal));
    terminal.out.write(`${summary(result)} → ${options.output}: ${inWords(result)}\n`);
  }
  if (profile !== undefined && !options.json) terminal.out.write(profileTable(profile));
}

interface Result extends Made {
  readonly seconds: number;
}

function inJson(
  output: string,
  { files, seconds, drift }: Result,
  profile: readonly PhaseCost[] | undefined,
): string {
  const moved = { mean: rounded(drift.mean), largest: rounded(drift.largest) };
  return `${JSON.stringify({ output, files, seconds, ...(drift.shared > 0 && { drift: moved }), profile })}\n`;
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
