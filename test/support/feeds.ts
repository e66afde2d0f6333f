/** What the specifications of feeds ask for. */
import type { Element } from "@xmldom/xmldom";
import { expect } from "vitest";
import { childrenOf, textIn, xmlRoot } from "./xml.ts";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const ATOM = "http://www.w3.org/2005/Atom";

/** What RFC 4287 asks of a feed (4.1.1) and of an entry (4.1.2); its entries. */
export function atomEntries(text: string): Element[] {
  const feed = xmlRoot(text);
  expect([feed.nodeName, feed.namespaceURI]).toEqual(["feed", ATOM]);
  const entries = childrenOf(feed, "entry");
  for (const each of [feed, ...entries]) {
    expect(new URL(textIn(each, "id")).protocol).toBe("https:");
    expect(textIn(each, "title")).not.toBe("");
    expect(textIn(each, "updated")).toMatch(MOMENT);
    for (const person of childrenOf(each, "author")) expect(textIn(person, "name")).not.toBe("");
    for (const link of childrenOf(each, "link"))
      expect(new URL(link.getAttribute("href") ?? "").protocol).toBe("https:");
    for (const category of childrenOf(each, "category")) expect(category.getAttribute("term")).toBeTruthy();
    const alternates = childrenOf(each, "link").filter((link) => link.getAttribute("rel") === "alternate");
    expect(alternates).toHaveLength(1);
  }
  expect(childrenOf(feed, "author")).toHaveLength(1);
  const ids = entries.map((entry) => textIn(entry, "id"));
  expect(new Set(ids).size).toBe(ids.length);
  // Nothing but what the RFC allows there.
  const known = /^(?:author|category|entry|generator|id|link|rights|subtitle|summary|title|updated)$/;
  for (const each of [feed, ...entries])
    expect(childrenOf(each).filter(({ nodeName }) => !known.test(nodeName))).toEqual([]);
  return entries;
}

/** What JSON Feed 1.1 asks of a feed and of an item; its items. */
export function jsonItems(text: string): Record<string, unknown>[] {
  const feed = JSON.parse(text);
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(typeof feed.title).toBe("string");
  for (const item of feed.items) {
    expect(typeof item.id).toBe("string");
    expect(typeof (item.content_text ?? item.content_html)).toBe("string");
    if (item.date_published !== undefined) expect(item.date_published).toMatch(MOMENT);
    for (const author of item.authors ?? []) expect(author.name ?? author.url).toBeTruthy();
    for (const tag of item.tags) expect(typeof tag).toBe("string");
    for (const key of ["url", "external_url"])
      if (item[key] !== undefined) expect(new URL(item[key]).href).toBe(item[key]);
  }
  return feed.items;
}
