/** What is published of a content folder: the one place where the content, its graph and its history come together. */
import { resolve } from "node:path";
import type { Folder } from "../content/folder.ts";
import { readHistory } from "../content/history.ts";
import type { Manual } from "../content/manual.ts";
import { parsePositions } from "../content/positions.ts";
import { analyse } from "../graph/analyse.ts";
import type { OnPhase } from "../shared/phase.ts";
import type { Places } from "../shared/place.ts";
import type { Content } from "../shared/records.ts";
import { MANUAL } from "./manual.ts";
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

export interface PublicationOptions {
  readonly manual?: Manual;
  /** Where the map starts from: the positions of the folder where none are given. */
  readonly from?: Places;
  readonly onPhase?: OnPhase;
}

/** Of content without errors. */
export function publicationOf(
  contentFolder: string,
  { folder, content }: { readonly folder: Folder; readonly content: Content },
  { manual, from = parsePositions(folder.positions ?? ""), onPhase = () => {} }: PublicationOptions = {},
): Publication {
  const analysis = analyse(content, { from, onPhase });
  onPhase("Reading the history");
  const history = readHistory(contentFolder);
  onPhase("Listing the pages");
  const site = makeSite(content, analysis, {
    history,
    texts: folder.texts,
    manual,
  });
  const pictures = [...(manual?.pictures ?? [])].map(([path, name]) => [path, MANUAL + name] as const);
  return {
    pages: pagesOf(site),
    copies: new Map([...copiesOf(contentFolder, folder.assets), ...pictures]),
    positions: analysis.positions,
  };
}

/** The images of a content folder, to be copied. */
function copiesOf(contentFolder: string, assets: Iterable<string>): Map<string, string> {
  return new Map([...assets].map((path) => [resolve(contentFolder, path), path]));
}
