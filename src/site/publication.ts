/** What is published of a content folder: the one place where the content, its graph and its history come together. */
import { resolve } from "node:path";
import type { Folder } from "../content/folder.ts";
import { readHistory } from "../content/history.ts";
import { parsePositions } from "../content/positions.ts";
import { analyse } from "../graph/analyse.ts";
import type { Places } from "../shared/place.ts";
import type { Content } from "../shared/records.ts";
import type { Page } from "./page.ts";
import { pagesOf } from "./pages.ts";
import { makeSite } from "./site.ts";

/** Pages, and files copied as they are, from their full path to their place in the output. */
export interface Publication {
  readonly pages: readonly Page[];
  readonly copies: ReadonlyMap<string, string>;
  /** Where each entity stands on the map. */
  readonly positions: Places;
}

/** Of content without errors; the map starts from the positions `from`, those of the folder where none are given. */
export function publicationOf(
  contentFolder: string,
  { folder, content }: { readonly folder: Folder; readonly content: Content },
  from: Places = parsePositions(folder.positions ?? ""),
): Publication {
  const analysis = analyse(content, { from });
  const site = makeSite(content, analysis, readHistory(contentFolder));
  return {
    pages: pagesOf(site),
    copies: copiesOf(contentFolder, folder.assets),
    positions: analysis.positions,
  };
}

/** The images of a content folder, to be copied. */
function copiesOf(contentFolder: string, assets: Iterable<string>): Map<string, string> {
  return new Map([...assets].map((path) => [resolve(contentFolder, path), path]));
}
