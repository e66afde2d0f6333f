/** Where each page of the published site is: the one place that knows its addresses. */

export type RecordKind = "entity" | "edge" | "source";

/** The folder of each kind, in the content and in the site. */
export const FOLDERS: Record<RecordKind, string> = { entity: "entities", edge: "edges", source: "sources" };

/** The address of a record's page, relative to the site's root, percent-encoded: `entities/li-shangfu/`. */
export function pagePath(kind: RecordKind, id: string): string {
  return `${FOLDERS[kind]}/${encodeURIComponent(id)}/`;
}

export const NETWORK_DATA = "assets/network.json";
export const NETWORK_SCRIPT = "assets/network.js";
export const STYLESHEET = "assets/skein.css";
