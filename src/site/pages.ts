/** Everything that is published: one entry a file, each made when it is asked for. */

import { DETAILS, detailsPath, toldChunks } from "../shared/claim-details.ts";
import { csvOf } from "../shared/claims-csv.ts";
import { encodeNetwork } from "../shared/network-data.ts";
import { oncePer } from "../shared/once.ts";
import {
  DATA,
  FOLDERS,
  IMMUTABLE,
  NETWORK_DATA,
  type RecordKind,
  SCHEMA,
  SEARCH,
  TABLE,
  TABLE_CSV,
  TIMELINE,
} from "../shared/paths.ts";
import { assetsOf } from "./assets.ts";
import { dataPages } from "./data-files.ts";
import { editorOf } from "./editor.ts";
import { headersFile } from "./headers.ts";
import { feedShelf, machineShelves } from "./machines/files.ts";
import { MANUAL, manualPages, manualPath } from "./manual.ts";
import { networkOf } from "./network.ts";
import { oncePerSite } from "./once.ts";
import { fileAt, type Page, type Shelf, shelf } from "./page.ts";
import { aboutPage } from "./pages/about.ts";
import { changesPage, changesParts } from "./pages/changes.ts";
import { CONTRIBUTE, contributePage } from "./pages/contribute.ts";
import { contestedClaims, disputesPage } from "./pages/disputes.ts";
import { embedPage } from "./pages/embed.ts";
import { helpPage } from "./pages/help.ts";
import { edgeIndex, entitiesInOrder, entityIndex, sourceIndex } from "./pages/indexes.ts";
import { manualPage } from "./pages/manual.ts";
import { matrixPage } from "./pages/matrix.ts";
import { networkPage } from "./pages/network.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { schemaFiles, schemaPage } from "./pages/schema.ts";
import { searchPage } from "./pages/search.ts";
import { statisticsPage } from "./pages/statistics.ts";
import { tablePage } from "./pages/table.ts";
import { threadsPage } from "./pages/threads.ts";
import { timelineOf, timelinePage } from "./pages/timeline.ts";
import type { Part } from "./parts/pager.ts";
import { parts, printed, recordShelves } from "./record-pages.ts";
import { searchFiles } from "./search/files.ts";
import { newestFirst, type Site } from "./site.ts";
import { THREADS, threadSteps } from "./threads.ts";

/** The file by which a folder is known as a site of Skein’s. */
export const SITE_MARK = "skein/site.json";

/** All pages. */
export function pagesOf(site: Site): Page[] {
  return [...fewPagesOf(site), ...togetherPagesOf(site), ...manyPagesOf(site)];
}

/** The page at a path, looked for without making a list of the others; undefined where there is none. */
export function pageAt(site: Site, path: string): Page | undefined {
  for (const { holds, pages } of shelvesOf(site)) {
    const found = holds(path) ? pages(path).find((page) => page.path === path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Those of which there are as many as records, or more. Each costs its own content, and none asks for another, so that
 * any thread can make any of them.
 */
export const manyPagesOf = oncePer((site: Site): readonly Page[] => [
  ...recordPages(site),
  ...feedShelf(site).pages(),
]);

/** Those that are made one after the other from what they share: the files for other programs. */
export const togetherPagesOf = oncePer((site: Site): readonly Page[] => dataPages(site));

/** The others: of the graph as a whole. */
export const fewPagesOf = oncePer((site: Site): readonly Page[] =>
  [...graphShelves(site), ...wholeShelves(site)]
    .flatMap(({ pages }) => pages())
    .filter(({ path }) => !path.startsWith(DATA)),
);

/** Listed once, also for what names them all. */
const recordPages = oncePer((site: Site): readonly Page[] =>
  recordShelves(site).flatMap(({ pages }) => pages()),
);

const shelvesOf = oncePerSite((site): readonly Shelf[] => [
  ...graphShelves(site),
  ...recordShelves(site),
  feedShelf(site),
  ...wholeShelves(site),
]);

const wholeShelves = (site: Site): Shelf[] => [
  ...machineShelves(
    site,
    () => networkOf(site),
    () => [...graphShelves(site).flatMap(({ pages }) => pages()), ...recordPages(site)],
  ),
  single("_headers", () => headersFile(pagesOf(site))),
];

const encodedOf = oncePerSite((site) => encodeNetwork(networkOf(site)));

function detailsFiles(site: Site): Page[] {
  return toldChunks(networkOf(site).claims).map((chunk) => ({
    path: detailsPath(chunk),
    render: () => JSON.stringify(encodedOf(site).details.get(chunk)),
  }));
}

/** What is about the graph as a whole. */
function graphShelves(site: Site): Shelf[] {
  const { content } = site;
  const network = () => networkOf(site);
  return [
    single("index.html", () => networkPage(site, network())),
    single("404.html", () => notFoundPage(site)),
    single(NETWORK_DATA, async () => encodedOf(site).file),
    shelf(DETAILS, () => detailsFiles(site)),
    shelf("embed/", () => [{ path: "embed/index.html", isUnlisted: true, render: () => embedPage(site) }]),
    shelf(IMMUTABLE, () =>
      assetsOf(site).map(({ path, text }) => ({ path, isImmutable: true, render: () => text })),
    ),
    single(SITE_MARK, () => `${JSON.stringify({ generator: "Skein", title: content.settings.title })}\n`),
    shelf("disputes/", () =>
      parts(contestedClaims(site), "disputes/", (part) => disputesPage(site, part), { from: [] }),
    ),
    single("statistics/index.html", () => statisticsPage(site, network())),
    single("help/index.html", () => helpPage(site, network())),
    single("matrix/index.html", () => matrixPage(site)),
    single("about/index.html", () => aboutPage(site)),
    shelf(CONTRIBUTE, () => invitations(site)),
    shelf(SCHEMA, () => [{ path: fileAt(SCHEMA), render: () => schemaPage(site) }, ...schemaFiles(site)]),
    shelf("changes/", () => printed(changesParts(site), (part) => changesPage(site, part))),
    shelf(TIMELINE, () =>
      parts(timelineOf(network()).claims, TIMELINE, (part) => timelinePage(site, network(), part)),
    ),
    shelf(TABLE, () => parts(network().claims, TABLE, (part) => tablePage(site, network(), part))),
    single(TABLE_CSV, () => csvOf(network().claims, site.words)),
    single(fileAt(SEARCH), () => searchPage(site)),
    shelf(SEARCH, () => searchFiles(site)),
    shelf(DATA, () => dataPages(site)),
    shelf(THREADS, () => parts(threadSteps(site), THREADS, (part) => threadsPage(site, part), { from: [] })),
    indexShelf(
      "entity",
      () => entitiesInOrder(site),
      (part) => entityIndex(site, part),
    ),
    indexShelf(
      "edge",
      () => [...content.edges].sort(newestFirst),
      (part) => edgeIndex(site, part),
    ),
    indexShelf(
      "source",
      () => content.sources,
      (part) => sourceIndex(site, part),
    ),
    shelf(MANUAL, () => manualFiles(site)),
  ];
}

/** How to contribute, where it can be done in a browser. */
function invitations(site: Site): Page[] {
  const editor = editorOf(site);
  if (editor === undefined) return [];
  return [{ path: fileAt(CONTRIBUTE), render: () => contributePage(site, editor) }];
}

function manualFiles(site: Site): Page[] {
  const { manual } = site;
  if (manual === undefined) return [];
  return manualPages(manual).map((page) => ({
    path: fileAt(manualPath(page)),
    render: () => manualPage(site, manual, page),
  }));
}

const single = (path: string, render: Page["render"]): Shelf => shelf(path, () => [{ path, render }]);

function indexShelf<T>(
  kind: RecordKind,
  items: () => readonly T[],
  render: (part: Part<T>) => string,
): Shelf {
  const base = `${FOLDERS[kind]}/`;
  const isOfIndex = new RegExp(`^${base}(?:page/\\d+/)?index\\.html$`);
  return { holds: (path) => isOfIndex.test(path), pages: () => parts(items(), base, render, { from: [] }) };
}
