/** `skein build`: content → site. */
import { type Manual, ManualError, readManual } from "../content/manual.ts";
import { type Drift, driftOf } from "../graph/drift.ts";
import type { Places } from "../shared/place.ts";
import { type Publication, publicationOf } from "../site/publication.ts";
import { ForeignOutput, publish } from "../site/publish.ts";
import { reportOf, summary } from "./check.ts";
import { isWithin } from "./paths.ts";
import { earlierMap, type PositionOptions, savePositions } from "./positions.ts";
import { type PhaseCost, profiled, profileTable } from "./profile.ts";
import { type Progress, progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { EXIT, type ExitCode, FailedError, type Terminal, UsageError } from "./terminal.ts";

export interface BuildOptions extends PositionOptions {
  readonly content: string;
  readonly output: string;
  /** A folder of Markdown that is published beside the graph, at `docs/`. */
  readonly docs?: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly savePositions: boolean;
  /** Whether to say what each phase took. */
  readonly profile: boolean;
}

export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const progress = profiled(progressOn(terminal.err, options.quiet, terminal.now));
  const start = terminal.now();
  const read = readContent(options.content, options.drafts, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.out.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was published: the content has errors.\n");
    return EXIT.contentErrors;
  }
  const { before, from } = earlierMap(options, read.folder);
  const { pages, copies, positions } = await publishContent(read, options, progress, from);
  progress.end();
  // Drafts come and go without anybody’s asking: the next build without them would have to take them out again.
  if (options.savePositions && !options.drafts) keep(options, read, positions, terminal);
  const result: Result = {
    files: pages.length + copies.size,
    seconds: Math.round((terminal.now() - start) / 100) / 10,
    drift: driftOf(before, positions),
  };
  const costs = options.profile ? progress.costs : undefined;
  if (options.json) terminal.out.write(inJson(options.output, result, costs));
  else if (!options.quiet) {
    if (read.diagnostics.length > 0) terminal.out.write(reportOf(read, options, terminal));
    terminal.out.write(`${summary(read)} → ${options.output}: ${inWords(result)}\n`);
  }
  if (costs !== undefined && !options.json) terminal.out.write(profileTable(costs));
  return EXIT.done;
}

interface Result {
  readonly files: number;
  readonly seconds: number;
  readonly drift: Drift;
}

function inJson(output: string, { files, seconds, drift }: Result, profile?: readonly PhaseCost[]): string {
  const moved = { mean: rounded(drift.mean), largest: rounded(drift.largest) };
  return `${JSON.stringify({ output, files, seconds, ...(drift.shared > 0 && { drift: moved }), profile })}\n`;
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function inWords({ files, seconds, drift }: Result): string {
  const made = `${files.toLocaleString("en-GB")} files in ${seconds} s`;
  if (drift.shared === 0) return made;
  return `${made}; the map moved by ${(drift.mean * 100).toFixed(1)} % on average`;
}

function keep(options: BuildOptions, read: Read, positions: Places, terminal: Terminal): void {
  const trouble = savePositions(options.content, read.folder, positions);
  if (trouble !== undefined && !options.quiet)
    terminal.err.write(`skein: ${printable(trouble)}; the site is there, and its map is not kept\n`);
}

export const hasErrors = ({ diagnostics }: Pick<Read, "diagnostics">): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** Publishes content without errors, with a map that starts from positions: those of the folder where none are given. */
export async function publishContent(
  read: Read,
  options: Pick<BuildOptions, "content" | "output" | "docs" | "force">,
  progress: Progress,
  from?: Places,
): Promise<Publication> {
  guard(options);
  const publication = publicationOf(options.content, read, {
    manual: manualFrom(options.docs),
    from,
    onPhase: progress.phase,
  });
  try {
    await publish(publication, options.output, {
      force: options.force,
      onPhase: progress.phase,
      onPage: progress.done,
    });
  } catch (error) {
    throw explained(error, options.output);
  }
  return publication;
}

/** Throws `UsageError` where the folder makes no manual. */
export function manualFrom(folder: string | undefined): Manual | undefined {
  if (folder === undefined) return undefined;
  try {
    return readManual(folder);
  } catch (error) {
    if (error instanceof ManualError) throw new UsageError(printable(error.message));
    throw error;
  }
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

/** What went wrong in the caller’s words, where it is the caller’s to mend. */
function explained(error: unknown, output: string): unknown {
  if (error instanceof ForeignOutput) return new UsageError(error.message);
  const reason = reasonOf(error, "there is no such folder, and none can be made");
  if (reason === undefined) return error;
  return new FailedError(`cannot write to ${output}: ${reason}. The last good site is still there`);
}
