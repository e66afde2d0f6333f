/** Makes a site, and puts it in the place of the last one. */
import { type Manual, ManualError, readManual } from "../content/manual.ts";
import { analyseWith } from "../graph/analyse.ts";
import { driftOf } from "../graph/drift.ts";
import type { Places } from "../shared/place.ts";
import { listed, type Publication, prepared } from "../site/publication.ts";
import { ForeignOutput, type PublishOptions, publish } from "../site/publish.ts";
import {
  freshIn,
  Knowledge,
  type KnownPages,
  knownOf,
  knownTogether,
  renderingWith,
} from "../site/reads/known.ts";
import { EVERYTHING } from "../site/reads/pages.ts";
import { makeScripts } from "../site/scripts.ts";
import { type BuildOptions, type Made, savesMap } from "./build-options.ts";
import type { BuildCache, Published } from "./cache/build-cache.ts";
import { Crew } from "./crew/crew.ts";
import { givenMeasures } from "./measures.ts";
import { earlierMap, savePositions } from "./positions.ts";
import type { Progress } from "./progress.ts";
import { type Read, readContentWith } from "./read.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { hasErrors, reportOf } from "./report/told.ts";
import { FailedError, type Terminal, UsageError } from "./terminal.ts";

/** Undefined where the content has errors, which have been told then. */
export async function buildAnew(
  cache: BuildCache | undefined,
  options: BuildOptions,
  progress: Progress,
  terminal: Terminal,
): Promise<Made | undefined> {
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
  const scripts = makeScripts();
  // Where the content has errors nobody waits for them.
  scripts.catch(() => {});
  const read = await readContentWith(crew, cache, options, progress);
  if (hasErrors(read)) {
    progress.end();
    terminal.out.write(reportOf(read, { ...options, quiet: false }, terminal));
    terminal.err.write("Nothing was published: the content has errors.\n");
    return undefined;
  }
  crew.expect(read.content.edges.length);
  const measured = givenMeasures(options, read.content);
  if ("report" in measured) {
    progress.end();
    terminal.err.write(measured.report);
    return undefined;
  }
  const { before, from } = earlierMap(options, read.folder);
  const manual = manualFrom(options.docs);
  const onPhase = progress.phase;
  const { given } = measured;
  await scripts;
  const started = await analyseWith(
    crew.draw,
    read.content,
    (analysis) => prepared(options.content, read, analysis, { manual, onPhase }),
    { from, given, onPhase },
  );
  crew.give(started.parts);
  const publication = listed(started, onPhase);
  const { positions } = publication;
  const published = await publishWith(crew, cache, publication, options, progress);
  progress.phase("Keeping what is known");
  if (savesMap(options)) keep(options, read, positions, terminal);
  const drift = driftOf(before, positions);
  if (published !== undefined) cache?.end(published, read, drift, positions);
  return { ...read, files: pathsOf(publication).length, drift };
}

function keep(options: BuildOptions, read: Read, positions: Places, terminal: Terminal): void {
  const trouble = savePositions(options.content, read.folder, positions);
  if (trouble !== undefined && !options.quiet)
    terminal.err.write(`skein: ${printable(trouble)}; the site is there, and its map is not kept\n`);
}

/** Publishes what is not as the last build left it; undefined where nothing is known of it for the next. */
async function publishWith(
  crew: Crew,
  cache: BuildCache | undefined,
  publication: Publication,
  options: BuildOptions,
  progress: Progress,
): Promise<Published | undefined> {
  const { site, few, together, many, copies } = publication;
  progress.phase("Looking for pages that stay");
  const last = cache?.take();
  const isFresh = last === undefined ? () => false : freshIn(site, last.known);
  const [fresh, stale] = parted([...few, ...together, ...many], isFresh);
  const isStale = new Set(stale);
  progress.phase("Writing pages", stale.length);
  const knowledge = cache && new Knowledge(site);
  const others: KnownPages[] = [];
  const paths = pathsOf(publication);
  const root = await publishOr(
    options.output,
    {
      few: few.filter((page) => isStale.has(page)),
      together: together.filter((page) => isStale.has(page)),
      many: many.filter((page) => isStale.has(page)),
      copies,
    },
    {
      force: options.force,
      rendering: renderingWith(knowledge),
      press: crew.pressOf(publication, cache && ((known) => others.push(known))),
      onPages: (done) => progress.done(done),
      gone: last && without(last.paths, paths),
    },
  );
  if (knowledge === undefined || root === undefined) return undefined;
  for (const page of together) if (isStale.has(page)) knowledge.add(page, EVERYTHING);
  const kept =
    last === undefined
      ? []
      : [
          knownOf(
            fresh.map(({ path }) => path),
            last.known,
          ),
        ];
  const { known } = knowledge;
  return { root, paths, known: knownTogether([...kept, known, ...others], known.siteKey) };
}

async function publishOr(output: string, files: Parameters<typeof publish>[0], how: PublishOptions) {
  try {
    return await publish(files, output, how);
  } catch (error) {
    throw explained(error, output);
  }
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const item of items) parts[isFirst(item) ? 0 : 1].push(item);
  return parts;
}

function without(paths: readonly string[], others: Iterable<string>): string[] {
  const left = new Set(paths);
  for (const path of others) left.delete(path);
  return [...left];
}

/** Of every file. */
const pathsOf = ({ few, together, many, copies }: Publication): string[] => [
  ...few.map(({ path }) => path),
  ...together.map(({ path }) => path),
  ...many.map(({ path }) => path),
  ...copies.values(),
];

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
