/** Where each page of the published site is: the one place that knows its addresses. */
import { isTooLong } from "./text.ts";

export type RecordKind = "entity" | "edge" | "source";

/** The folder of each kind, in the content and in the site. */
export const FOLDERS: Record<RecordKind, string> = { entity: "entities", edge: "edges", source: "sources" };

/** The address of a record's page, relative to the site's root, percent-encoded: `entities/li-shangfu/`. */
export function pagePath(kind: RecordKind, id: string): string {
  return `${FOLDERS[kind]}/${encoded(id)}/`;
}

/** Most ids are of letters that need no encoding, which is told ten times as fast as it is done. */
const encoded = (id: string): string => (/^[a-z0-9-]*$/.test(id) ? id : encodeURIComponent(id));

/** Base addresses name a folder, with or without the last slash. */
export function baseOf(baseUrl: string): string {
  return baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`;
}

/** The absolute address of an address relative to the site’s root; undefined for a site that does not know its place. */
export function absolute(baseUrl: string | undefined, address: string): string | undefined {
  if (baseUrl === undefined) return undefined;
  return PLAIN.test(address) && !/[?#]/.test(baseUrl)
    ? folderOf(baseUrl) + address
    : new URL(address, baseOf(baseUrl)).href;
}

/** An address in which there is nothing to resolve or to encode, as nearly all of a site’s own are. */
const PLAIN = /^(?!\/)(?:\w\.\w|[\w/-]|%[89A-F][\dA-F])*$/;

/** The folder that a base address names, as `URL` writes it: it takes a microsecond, and a page asks ten times. */
function folderOf(baseUrl: string): string {
  const known = folders.get(baseUrl);
  if (known !== undefined) return known;
  const folder = new URL(".", baseOf(baseUrl)).href;
  folders.set(baseUrl, folder);
  return folder;
}

/** By base address. */
const folders = new Map<string, string>();

/** The folder of stories, in the content and in the site. They are no records: their ids are their own. */
export const STORIES = "stories";

/** The address of a story’s page, relative to the site’s root, percent-encoded: `stories/refused/`. */
export function storyPath(id: string): string {
  return `${STORIES}/${encodeURIComponent(id)}/`;
}

/** The address of the page of all claims between two entities, the same in whatever order they are given: `pairs/a--b/`. */
export function pairPath(a: string, b: string): string {
  const [first, second] = (a <= b ? [a, b] : [b, a]).map(encoded);
  // File systems take names of 255 bytes, and a key of two ids may be longer: the second is a folder of its own then.
  return `pairs/${first}--${isTooLong(`${a}--${b}`) ? "/" : ""}${second}/`;
}

/** The pages of all claims in time and in a table, and the table as a file. */
export const TIMELINE = "timeline/";
export const TABLE = "table/";
export const TABLE_CSV = "table/claims.csv";
/** The folder of the search page and of its index. */
export const SEARCH = "search/";

/** The folder of the JSON Schemas of the content’s files, and the page that describes them. */
export const SCHEMA = "schema/";

export const NETWORK_DATA = "skein/network.bin";

/** The folder of what the pages load and may keep for ever: the names in it change with the content. */
export const IMMUTABLE = "skein/immutable/";
/** What the pages load, by name: `site/assets.ts` knows the addresses. */
export const NETWORK_SCRIPT = "network.js";
export const EMBED_SCRIPT = "embed.js";
export const TIMELINE_SCRIPT = "timeline.js";
export const TABLE_SCRIPT = "table.js";
export const SEARCH_SCRIPT = "search.js";
export const THEME_SCRIPT = "theme.js";
export const STYLESHEET = "skein.css";
export const ICON = "icon.svg";

/** The page of the files for other programs, and their folder. */
export const DATA = "data/";
