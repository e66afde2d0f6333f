/** The positions that a build starts from and leaves: the file `.positions`, and others that `--layout-from` names. */
import { randomUUID } from "node:crypto";
import { existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { placesInFile } from "../content/earlier-map.ts";
import type { Folder } from "../content/folder.ts";
import { POSITIONS_FILE, parsePositions, positionsText } from "../content/positions.ts";
import { NETWORK_DATA } from "../shared/paths.ts";
import type { Places } from "../shared/place.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { UsageError } from "./terminal.ts";

export interface PositionOptions {
  /** A file, a content folder or a site. */
  readonly layoutFrom?: string;
  readonly relayout: boolean;
}

/** The map before, which is what a build may have moved, and the one to start from. Throws `UsageError`. */
export function earlierMap(options: PositionOptions, folder: Folder): { before: Places; from: Places } {
  const { layoutFrom, relayout } = options;
  if (layoutFrom === undefined) {
    const before = parsePositions(folder.positions ?? "");
    return { before, from: relayout ? new Map() : before };
  }
  if (relayout) throw new UsageError("--layout-from keeps a map and --relayout drops it; leave one out");
  const from = placesAt(layoutFrom);
  return { before: from, from };
}

/** More than the data of a site with a hundred thousand entities. */
const SIZE_LIMIT = 256 * 1024 * 1024;

function placesAt(path: string): Places {
  const named = printable(path);
  try {
    const places = placesInFile(readFileSync(fileAt(path, named)));
    if (places.size > 0) return places;
  } catch (error) {
    const reason = reasonOf(error, "there is no such file");
    if (reason === undefined) throw error;
    throw new UsageError(`cannot read ${named}: ${reason}`);
  }
  throw new UsageError(
    `${named} holds no positions; --layout-from reads ${POSITIONS_FILE}, ${NETWORK_DATA} of a site, graph.json and GEXF`,
  );
}

/** What the sites of earlier versions have in its place. */
const FORMER_DATA = "skein/network.json";

/** The file that holds positions: the one that is named, or the one of a content folder or a site. */
function fileAt(path: string, named: string): string {
  const file = statSync(path).isDirectory()
    ? [POSITIONS_FILE, NETWORK_DATA, FORMER_DATA]
        .map((name) => join(path, name))
        .find((name) => existsSync(name))
    : path;
  if (file === undefined)
    throw new UsageError(
      `${named} has neither ${POSITIONS_FILE} nor ${NETWORK_DATA}; name a content folder, a site or a file for --layout-from`,
    );
  const stats = statSync(file);
  if (!stats.isFile()) throw new UsageError(`${named} is no file; name one for --layout-from`);
  if (stats.size > SIZE_LIMIT) throw new UsageError(`${named} is larger than 256 MiB`);
  return file;
}

/**
 * Leaves the map for the next build, where it is not the one that the folder had. Returns what went wrong, in words: it
 * is no reason to fail.
 */
export function savePositions(contentFolder: string, folder: Folder, places: Places): string | undefined {
  const text = positionsText(places);
  // Git may have given the file the line ends of Windows.
  if (folder.positions?.replaceAll("\r\n", "\n") === text) return undefined;
  if (folder.positions === undefined && places.size === 0) return undefined;
  const file = join(contentFolder, POSITIONS_FILE);
  const partial = `${file}-${randomUUID()}`;
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false)
      return `${file} is a link, or no file`;
    writeFileSync(partial, text, { flag: "wx" });
    renameSync(partial, file);
    return undefined;
  } catch (error) {
    rmSync(partial, { force: true });
    const reason = reasonOf(error, "the folder is gone");
    if (reason === undefined) throw error;
    return `cannot write ${file}: ${reason}`;
  }
}
