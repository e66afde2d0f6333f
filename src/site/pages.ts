/** The list of everything that is published: one entry a file, each made when it is asked for. */

import { csvOf } from "../shared/claims-csv.ts";
import { encodeNetwork } from "../shared/network.ts";
import {
  FOLDERS,
  ICON,
  NETWORK_DATA,
  pagePath,
  pairPath,
  SEARCH,
  STORIES,
  STYLESHEET,
  storyPath,
  TABLE,
  TABLE_CSV,
  TIMELINE,
} from "../shared/paths.ts";
import { icon, scripts, stylesheet } from "./assets.ts";
import { dataPages } from "./data-files.ts";
import { lastDayOf } from "./history.ts";
import { machineFiles } from "./machines/files.ts";
import { networkOf } from "./network.ts";
import { fileAt, type Page } from "./page.ts";
import { aboutPage } from "./pages/about.ts";
import { changesPage, changesParts } from "./pages/changes.ts";
import { contestedClaims, disputesPage } from "./pages/disputes.ts";
import { edgePage } from "./pages/edge.ts";
import { embedPage } from "./pages/embed.ts";
import { entityPage } from "./pages/entity.ts";
import { helpPage } from "./pages/help.ts";
import { edgeIndex, entitiesInOrder, entityIndex, sourceIndex, storyIndex } from "./pages/indexes.ts";
import { matrixPage } from "./pages/matrix.ts";
import { movedPage } from "./pages/moved.ts";
import { networkPage } from "./pages/network.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { pairPage } from "./pages/pair.ts";
import { searchPage } from "./pages/search.ts";
import { sourcePage } from "./pages/source.ts";
import { statisticsPage } from "./pages/statistics.ts";
import { storyPage } from "./pages/story.ts";
import { tablePage } from "./pages/table.ts";
import { threadsPage } from "./pages/threads.ts";
import { timelineOf, timelinePage } from "./pages/timeline.ts";
import { pairsWithPage } from "./pairs.ts";
import { type Part, partsOf } from "./parts/pager.ts";
import { HEADERS_FILE } from "./policy.ts";
import { searchFiles } from "./search/files.ts";
import { newestFirst, type Site } from "./site.ts";
import { oldestFirst, THREADS, threadSteps } from "./threads.ts";

/** The file by which a folder is known as a site of Skein’s. */
export const SITE_MARK = "skein/site.json";

export function pagesOf(site: Site): Page[] {
  const { content, relations } = site;
  const network = networkOf(site);
  const timeline = timelineOf(network);
  const pages: Page[] = [
    { path: "index.html", render: () => networkPage(site, network) },
    { path: "404.html", render: () => notFoundPage(site) },
    { path: NETWORK_DATA, render: () => JSON.stringify(encodeNetwork(network)) },
    { path: "embed/index.html", isUnlisted: true, render: () => embedPage(site) },
    ...scripts().map(({ path, text }) => ({ path, render: () => text })),
    { path: STYLESHEET, render: () => stylesheet(content.ontology, content.theme) },
    {
      path: SITE_MARK,
      render: () => `${JSON.stringify({ generator: "Skein", title: content.settings.title })}\n`,
    },
    { path: "_headers", render: () => HEADERS_FILE },
    { path: ICON, render: () => icon(content.settings.title) },
    ...parts(contestedClaims(site), "disputes/", (part) => disputesPage(site, part)),
    { path: "statistics/index.html", render: () => statisticsPage(site, network) },
    { path: "help/index.html", render: () => helpPage(site, network) },
    { path: "matrix/index.html", render: () => matrixPage(site) },
    { path: "about/index.html", render: () => aboutPage(site) },
    ...printed(changesParts(site), (part) => changesPage(site, part)),
    ...parts(timeline.claims, TIMELINE, (part) => timelinePage(site, network, timeline, part)),
    ...parts(network.claims, TABLE, (part) => tablePage(site, network, part)),
    { path: TABLE_CSV, render: () => csvOf(network.claims, site.words) },
    { path: fileAt(SEARCH), render: () => searchPage(site) },
    ...searchFiles(site),
    ...dataPages(site),
    ...parts(threadSteps(site), THREADS, (part) => threadsPage(site, part)),
    ...parts(entitiesInOrder(site), `${FOLDERS.entity}/`, (part) => entityIndex(site, part)),
    ...parts([...content.edges].sort(newestFirst), `${FOLDERS.edge}/`, (part) => edgeIndex(site, part)),
    ...parts(content.sources, `${FOLDERS.source}/`, (part) => sourceIndex(site, part)),
  ];
  for (const entity of content.entities) {
    const claims = relations.claims.get(entity.id) ?? [];
    const changed = lastDayOf(site, [entity, ...claims]);
    pages.push(
      ...parts(
        claims,
        pagePath("entity", entity.id),
        (part) => entityPage(site, entity, part, network),
        changed,
      ),
    );
  }
  for (const edge of content.edges) {
    pages.push({
      path: fileAt(pagePath("edge", edge.id)),
      changed: lastDayOf(site, [edge]),
      render: () => edgePage(site, edge),
    });
  }
  for (const record of [...content.entities, ...content.edges, ...content.sources]) {
    for (const id of record.formerIds) {
      pages.push({
        path: fileAt(pagePath(record.kind, id)),
        isUnlisted: true,
        render: () => movedPage(site, record, id),
      });
    }
  }
  for (const source of content.sources) {
    const claims = relations.citingClaims.get(source.id) ?? [];
    const changed = lastDayOf(site, [source, ...claims]);
    pages.push(
      ...parts(claims, pagePath("source", source.id), (part) => sourcePage(site, source, part), changed),
    );
  }
  if (content.stories.length > 0)
    pages.push(...parts(content.stories, `${STORIES}/`, (part) => storyIndex(site, part)));
  for (const pair of pairsWithPage(site)) {
    const claims = [...pair.claims].sort(oldestFirst);
    pages.push(
      ...parts(
        claims,
        pairPath(pair.a, pair.b),
        (part) => pairPage(site, pair, part),
        lastDayOf(site, claims),
      ),
    );
  }
  for (const story of content.stories)
    pages.push({
      path: fileAt(storyPath(story.id)),
      changed: lastDayOf(site, [story]),
      render: () => storyPage(site, story, network),
    });
  return [...pages, ...machineFiles(site, network, pages)];
}

function parts<T>(
  items: readonly T[],
  base: string,
  render: (part: Part<T>) => string,
  changed?: string,
): Page[] {
  return printed(partsOf(items, base), render, changed);
}

function printed<T>(parts: readonly Part<T>[], render: (part: Part<T>) => string, changed?: string): Page[] {
  return parts.map((part) => ({
    path: fileAt(part.address),
    changed,
    render: () => render(part),
  }));
}
