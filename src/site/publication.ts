/** What is published of a content folder: the one place where the content, its graph and its history come together. */
import { resolve } from "node:path";
import type { Folder } from "../content/folder.ts";
import { readHistory } from "../content/history.ts";
import { makeLinkTargets } from "../content/links.ts";
import type { Manual } from "../content/manual.ts";
import { parsePositions } from "../content/positions.ts";
import { type Analysis, analyse } from "../graph/analyse.ts";
import { buildGraph } from "../graph/build.ts";
import type { GivenMeasures } from "../shared/given.ts";
import type { OnPhase } from "../shared/phase.ts";
import type { Places } from "../shared/place.ts";
import type { Content } from "../shared/records.ts";
import { addressesOf } from "./assets.ts";
import { MANUAL } from "./manual.ts";
import type { Page } from "./page.ts";
import { fewPagesOf, manyPagesOf, togetherPagesOf } from "./pages.ts";
import type { Work } from "./press.ts";
import { searchFiles } from "./search/files.ts";
import { type Beside, makeSite, type Site } from "./site.ts";

/** Pages, and files copied as they are, from their full path to their place in the output. */
export interface Publication extends Work {
  readonly site: Site;
  /** What the site is made of. */
  readonly parts: SiteParts;
  /** Of the graph as a whole. */
  readonly few: readonly Page[];
  readonly copies: ReadonlyMap<string, string>;
  /** Where each entity stands on the map. */
  readonly positions: Places;
}

/** What a site is made of, in plain values that another thread can be given. */
export interface SiteParts extends Beside {
  readonly content: Omit<Content, "links">;
  readonly analysis: Omit<Analysis, "graph">;
}

/** The site, made in another thread than the one that has read its content. */
export function siteOf({ content: plain, analysis, ...beside }: SiteParts): Site {
  const content = { ...plain, links: makeLinkTargets(plain.byId) };
  return makeSite(content, { ...analysis, graph: buildGraph(content) }, beside);
}

export interface PublicationOptions {
  readonly manual?: Manual;
  /** Where the map starts from: the positions of the folder where none are given. */
  readonly from?: Places;
  /** What was measured elsewhere. */
  readonly given?: GivenMeasures;
  /** Where it was worked out already. */
  readonly analysis?: Analysis;
  readonly onPhase?: OnPhase;
}

/** Of content without errors. */
export function publicationOf(
  contentFolder: string,
  read: Readings,
  {
    manual,
    given,
    from = parsePositions(read.folder.positions ?? ""),
    onPhase = () => {},
    analysis = analyse(read.content, { from, given, onPhase }),
  }: PublicationOptions = {},
): Publication {
  return listed(prepared(contentFolder, read, analysis, { manual, onPhase }), onPhase);
}

interface Readings {
  readonly folder: Folder;
  readonly content: Content;
}

/** A publication, but for the list of what is in it. */
export type Prepared = Omit<Publication, "few" | keyof Work>;

/** What is published, as far as it can be made before the map is drawn: no place of an entity is read. */
export function prepared(
  contentFolder: string,
  { folder, content }: Readings,
  analysis: Analysis,
  { manual, onPhase = () => {} }: Pick<PublicationOptions, "manual" | "onPhase"> = {},
): Prepared {
  const { links: _, ...plain } = content;
  const { graph: __, ...measures } = analysis;
  onPhase("Reading the history");
  const history = readHistory(contentFolder);
  onPhase("Making the search");
  const beside: Beside = {
    history,
    // For links to lines of files, in the editor of the repository.
    ...(content.settings.repository !== undefined && { texts: folder.texts }),
    assets: addressesOf(content),
    manual,
  };
  const site = makeSite(content, analysis, beside);
  searchFiles(site);
  const pictures = [...(manual?.pictures ?? [])].map(([path, name]) => [path, MANUAL + name] as const);
  return {
    site,
    parts: { content: plain, analysis: measures, ...beside },
    copies: new Map([...copiesOf(contentFolder, folder.assets), ...pictures]),
    positions: analysis.positions,
  };
}

/** With the list of all files, when the map is drawn. */
export function listed(before: Prepared, onPhase: OnPhase = () => {}): Publication {
  onPhase("Listing the pages");
  const { site } = before;
  return { ...before, few: fewPagesOf(site), together: togetherPagesOf(site), many: manyPagesOf(site) };
}

/** The images of a content folder, to be copied. */
function copiesOf(contentFolder: string, assets: Iterable<string>): Map<string, string> {
  return new Map([...assets].map((path) => [resolve(contentFolder, path), path]));
}
