import { expect, test } from "vitest";
import { analyse } from "../../../src/graph/analyse.ts";
import type { Content } from "../../../src/shared/records.ts";
import type { Page } from "../../../src/site/page.ts";
import { pagesOf } from "../../../src/site/pages.ts";
import { valueIn } from "../../../src/site/reads/cells.ts";
import { render } from "../../../src/site/reads/pages.ts";
import { eachCell, isReading, textOfCell } from "../../../src/site/reads/reader.ts";
import { makeSite, type Site } from "../../../src/site/site.ts";
import { contentOf, FIRST } from "../../support/edits.ts";

/** The content with records that say when somebody looks at them. */
function watched(content: Content, touched: Map<object, Set<PropertyKey>>): Content {
  const seen = new Map<object, object>();
  const watch = <T extends object>(record: T): T => {
    const found = seen.get(record);
    // Of its own making for this very record.
    if (found !== undefined) return found as T;
    const proxy: T = new Proxy(record, {
      get(target, key, receiver) {
        if (isReading()) touched.set(proxy, (touched.get(proxy) ?? new Set()).add(key));
        return Reflect.get(target, key, receiver);
      },
    });
    seen.set(record, proxy);
    return proxy;
  };
  return {
    ...content,
    entities: content.entities.map(watch),
    edges: content.edges.map(watch),
    sources: content.sources.map(watch),
    stories: content.stories.map(watch),
    byId: new Map([...content.byId].map(([id, record]) => [id, watch(record)])),
    links: {
      find: (target) => content.links.find(target).map(watch),
      atPath(path, file) {
        const found = content.links.atPath(path, file);
        return found && watch(found);
      },
    },
  };
}

/** Every object in a value. */
function objectsIn(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  found.add(value);
  const inner = value instanceof Map || value instanceof Set ? [...value] : Object.values(value);
  for (const each of inner) objectsIn(each, found);
  return found;
}

/** The ids of the records that a page looked at, and that neither what it is made from nor what it read holds. */
async function unknownTo(page: Page, site: Site, touched: Map<object, Set<PropertyKey>>): Promise<string[]> {
  touched.clear();
  const { reads } = await render(page);
  const looked = [...touched];
  const values: unknown[] = [];
  eachCell(reads, (cell) => {
    values.push(valueIn(site, textOfCell(cell))?.value);
  });
  const known = objectsIn([page.from, values]);
  const knows = (record: object, key: PropertyKey): boolean =>
    known.has(record) ||
    [...known].some((each) => "id" in each && "id" in record && each.id === record.id && key in each);
  return looked.flatMap(([record, keys]) =>
    [...keys]
      .filter((key) => !knows(record, key))
      .map((key) => `${"id" in record && record.id} ${String(key)}`),
  );
}

test("a page that is made from records looks at no other record than those and what it is noted to have read", async () => {
  const touched = new Map<object, Set<PropertyKey>>();
  const plain = contentOf(FIRST);
  if (plain === undefined) throw new Error("the content has errors");
  const content = watched(plain, touched);
  const site = makeSite(content, analyse(content), { texts: new Map(Object.entries(FIRST.files)) });
  const pages = pagesOf(site).filter(({ from }) => from !== undefined);
  expect(pages.length).toBeGreaterThan(200);
  const found: Record<string, string[]> = {};
  for (const page of pages) {
    const unknown = await unknownTo(page, site, touched);
    if (unknown.length > 0) found[page.path] = unknown;
  }
  expect(found).toEqual({});
});
