/** `skein build`: content → site. */
import { publicationOf } from "../site/publication.ts";
import { ForeignOutput, publish } from "../site/publish.ts";
import { reportOf, summary } from "./check.ts";
import { isWithin } from "./paths.ts";
import { type Progress, progressOn } from "./progress.ts";
import { type Read, readContent } from "./read.ts";
import { reasonOf } from "./reasons.ts";
import { EXIT, type ExitCode, FailedError, type Terminal, UsageError } from "./terminal.ts";

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const start = terminal.now();
  const read = readContent(options.content, options.drafts, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.out.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was published: the content has errors.\n");
    return EXIT.contentErrors;
  }
  const files = await publishContent(read, options, progress);
  progress.end();
  const seconds = Math.round((terminal.now() - start) / 100) / 10;
  if (options.json) terminal.out.write(`${JSON.stringify({ output: options.output, files, seconds })}\n`);
  else if (!options.quiet) {
    if (read.diagnostics.length > 0) terminal.out.write(reportOf(read, options, terminal));
    terminal.out.write(
      `${summary(read)} → ${options.output}: ${files.toLocaleString("en-GB")} files in ${seconds} s\n`,
    );
  }
  return EXIT.done;
}

export const hasErrors = ({ diagnostics }: Pick<Read, "diagnostics">): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** Publishes content without errors; the number of files written. */
export async function publishContent(
  read: Read,
  options: Pick<BuildOptions, "content" | "output" | "force">,
  progress: Progress,
): Promise<number> {
  guard(options);
  progress.phase("Laying out the graph");
  const publication = publicationOf(options.content, read);
  progress.phase("Writing pages", publication.pages.length);
  try {
    await publish(publication, options.output, {
      force: options.force,
      onPage: (done) => progress.done(done),
    });
  } catch (error) {
    throw explained(error, options.output);
  }
  return publication.pages.length + publication.copies.size;
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
