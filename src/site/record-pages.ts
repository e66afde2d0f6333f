/** The pages of records, of pairs of them and of stories. */
import { FOLDERS, pagePath, pairPath, type RecordKind, STORIES, storyPath } from "../shared/paths.ts";
import type { AnyRecord, Edge, Entity, Source, Story } from "../shared/records.ts";
import { lastDayOf } from "./history.ts";
import { networkOf } from "./network.ts";
import { fileAt, type Page, type Shelf, shelf } from "./page.ts";
import { edgePage } from "./pages/edge.ts";
import { entityPage } from "./pages/entity.ts";
import { storyIndex } from "./pages/indexes.ts";
import { movedPage } from "./pages/moved.ts";
import { pairPage } from "./pages/pair.ts";
import { sourcePage } from "./pages/source.ts";
import { storyPage } from "./pages/story.ts";
import { type EntityPair, pairsWithPage } from "./pairs.ts";
import { type Part, partsOf } from "./parts/pager.ts";
import type { Site } from "./site.ts";
import { oldestFirst } from "./threads.ts";

export function recordShelves(site: Site): Shelf[] {
  const { entities, edges, sources, stories } = site.content;
  return [
    recordShelf("entity", entities, (entity) => entityPages(site, entity)),
    recordShelf("edge", edges, (edge) => [edgeFile(site, edge)]),
    { holds: (path) => recordIn(path) !== undefined, pages: () => movedPages(site) },
    recordShelf("source", sources, (source) => sourcePages(site, source)),
    shelf(`${STORIES}/`, () =>
      stories.length === 0
        ? []
        : parts(stories, `${STORIES}/`, (part) => storyIndex(site, part), { from: [] }),
    ),
    shelf("pairs/", () => pairsWithPage(site).flatMap((pair) => pairPages(site, pair))),
    shelf(`${STORIES}/`, () => stories.map((story) => storyFile(site, story))),
  ];
}

/** The pages of all records of a kind, or those of the one whose pages a path is among. */
function recordShelf<K extends RecordKind>(
  kind: K,
  all: readonly Extract<AnyRecord, { kind: K }>[],
  pagesFor: (record: Extract<AnyRecord, { kind: K }>) => readonly Page[],
): Shelf {
  return {
    holds: (path) => recordIn(path)?.folder === FOLDERS[kind],
    pages(path) {
      if (path === undefined) return all.flatMap(pagesFor);
      const id = recordIn(path)?.id;
      return all.filter((record) => record.id === id).flatMap(pagesFor);
    },
  };
}

/** The folder and the id in the path of a record’s page. */
function recordIn(path: string): { readonly folder: string; readonly id: string } | undefined {
  const [, folder, id] = /^(entities|edges|sources)\/([^/]+)\//.exec(path) ?? [];
  return folder === undefined || id === undefined ? undefined : { folder, id };
}

function entityPages(site: Site, entity: Entity): Page[] {
  const claims = site.relations.claims.get(entity.id) ?? [];
  return parts(claims, pagePath("entity", entity.id), (part) => entityPage(site, entity, part), {
    from: [entity],
    changed: lastDayOf(site, [entity, ...claims]),
  });
}

function edgeFile(site: Site, edge: Edge): Page {
  return {
    path: fileAt(pagePath("edge", edge.id)),
    changed: lastDayOf(site, [edge]),
    from: [edge],
    render: () => edgePage(site, edge),
  };
}

function sourcePages(site: Site, source: Source): Page[] {
  const claims = site.relations.citingClaims.get(source.id) ?? [];
  return parts(claims, pagePath("source", source.id), (part) => sourcePage(site, source, part), {
    from: [source],
    changed: lastDayOf(site, [source, ...claims]),
  });
}

function movedPages(site: Site): Page[] {
  const { entities, edges, sources } = site.content;
  return [...entities, ...edges, ...sources].flatMap((record) =>
    record.formerIds.map((id) => ({
      path: fileAt(pagePath(record.kind, id)),
      isUnlisted: true,
      from: [record, id],
      render: () => movedPage(site, record, id),
    })),
  );
}

function pairPages(site: Site, pair: EntityPair): Page[] {
  const claims = [...pair.claims].sort(oldestFirst);
  const two = { a: pair.a, b: pair.b, size: claims.length };
  return parts(claims, pairPath(pair.a, pair.b), (part) => pairPage(site, two, part), {
    from: [two],
    changed: lastDayOf(site, claims),
  });
}

function storyFile(site: Site, story: Story): Page {
  return {
    path: fileAt(storyPath(story.id)),
    changed: lastDayOf(site, [story]),
    render: () => storyPage(site, story, networkOf(site)),
  };
}

/** A page for each part of a list, made from its part and from what is given beside it: neither where nothing is given. */
export function parts<T>(
  items: readonly T[],
  base: string,
  render: (part: Part<T>) => string,
  { from, changed }: Pick<Page, "from" | "changed"> = {},
): Page[] {
  return partsOf(items, base).map((part) => ({
    path: fileAt(part.address),
    changed,
    ...(from !== undefined && { from: [...from, part] }),
    render: () => render(part),
  }));
}

export function printed<T>(parts: readonly Part<T>[], render: (part: Part<T>) => string): Page[] {
  return parts.map((part) => ({ path: fileAt(part.address), render: () => render(part) }));
}
