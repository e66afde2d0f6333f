/** Makes a site, and puts it in the place of the last one. */
import { type Manual, ManualError, readManual } from "../content/manual.ts";
import { driftOf } from "../graph/drift.ts";
import type { Places } from "../shared/place.ts";
import { type Publication, publicationOf } from "../site/publication.ts";
import { ForeignOutput, publish } from "../site/publish.ts";
import { type BuildOptions, type Made, savesMap } from "./build.ts";
import type { BuildCache } from "./cache/build-cache.ts";
import { Crew } from "./crew/crew.ts";
import { earlierMap, savePositions } from "./positions.ts";
import { type Progress, progressOn } from "./progress.ts";
import { type Read, readContentWith } from "./read.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { hasErrors, reportOf } from "./report/told.ts";
import { FailedError, type Terminal, UsageError } from "./terminal.ts";

/** Undefined where the content has errors, which have been told then. */
export async function buildAnew(
  cache: BuildCache | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<Made | undefined> {
  const progress = progressOn(terminal.err, options.quiet, terminal.now);
  const crew = new Crew();
  try {
    return await buildWith(crew, cache, options, progress, terminal);
  } finally {
    progress.end();
    await crew.end();
  }
}

async function buildWith(
  crew: Crew,
  cache: BuildCache | undefined,
  options: BuildOptions,
  progress: Progress,
  terminal: Terminal,
): Promise<Made | undefined> {
  const read = await readContentWith(crew, cache, options, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.out.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was published: the content has errors.\n");
    return undefined;
  }
  const { before, from } = earlierMap(options, read.folder);
  const { few, many, copies, positions } = await publishContent(read, options, crew, cache, progress, from);
  progress.end();
  if (savesMap(options)) keep(options, read, positions, terminal);
  const paths = [...[...few, ...many].map(({ path }) => path), ...copies.values()];
  const drift = driftOf(before, positions);
  cache?.end(paths, read, drift, positions);
  return { ...read, files: paths.length, drift };
}

function keep(options: BuildOptions, read: Read, positions: Places, terminal: Terminal): void {
  const trouble = savePositions(options.content, read.folder, positions);
  if (trouble !== undefined && !options.quiet)
    terminal.err.write(`skein: ${printable(trouble)}; the site is there, and its map is not kept\n`);
}

/** Publishes content without errors, with a map that starts from positions: those of the folder where none are given. */
async function publishContent(
  read: Read,
  options: Pick<BuildOptions, "content" | "output" | "docs" | "force">,
  crew: Crew,
  cache: BuildCache | undefined,
  progress: Progress,
  from?: Places,
): Promise<Publication> {
  progress.phase("Laying out the graph");
  const publication = publicationOf(options.content, read, { manual: manualFrom(options.docs), from });
  progress.phase("Writing pages", publication.few.length + publication.many.length);
  cache?.begin();
  try {
    await publish(publication, options.output, {
      force: options.force,
      press: crew.pressOf(publication.parts),
      onPages: (done) => progress.done(done),
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

/** What went wrong in the caller’s words, where it is the caller’s to mend. */
function explained(error: unknown, output: string): unknown {
  if (error instanceof ForeignOutput) return new UsageError(error.message);
  const reason = reasonOf(error, "there is no such folder, and none can be made");
  if (reason === undefined) return error;
  return new FailedError(`cannot write to ${output}: ${reason}. The last good site is still there`);
}
