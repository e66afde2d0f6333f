/** What the history of the content says of each file and of each record. */
import type { Commit, History } from "../content/history.ts";
import { parseDate } from "../shared/dates.ts";
import { oncePer } from "../shared/once.ts";
import type { AnyRecord, Story, Written } from "../shared/records.ts";
import { mapPerSite, oncePerSite, valuePerSite } from "./once.ts";
import { dateWords, type Site } from "./site.ts";

/** Undefined where there is none. */
export function historyOf({ history }: Site): History | undefined {
  return history === undefined || "missing" in history ? undefined : history;
}

export interface FileHistory {
  readonly last: Commit;
  /** The commit that added it; undefined where that lies before the beginning of what is known. */
  readonly first?: Commit;
}

const filesOf = oncePer((history: History): ReadonlyMap<string, FileHistory> => {
  const files = new Map<string, FileHistory>();
  for (const commit of history.commits) {
    for (const { action, file } of commit.changes) {
      if (file === undefined) continue;
      const last = files.get(file)?.last ?? commit;
      files.set(file, { last, ...(action === "added" && { first: commit }) });
    }
  }
  return files;
});

const byFile = mapPerSite("changed", (site): ReadonlyMap<string, FileHistory> => {
  const history = historyOf(site);
  return history === undefined ? new Map() : filesOf(history);
});

/** The way from the root of the repository to the content folder; undefined where there is no history. */
export const historyFolderOf = valuePerSite("historyfolder", (site) => historyOf(site)?.folder);

/** Undefined for a file that was not committed, or not within the commits that are known. */
export function fileHistoryOf(site: Site, file: string): FileHistory | undefined {
  return byFile(site).get(file);
}

/** The day of the last change to any of the files that these are written in, as `2026-11-03`. */
export function lastDayOf(site: Site, texts: readonly Written[]): string | undefined {
  if (historyOf(site) === undefined) return undefined;
  const times = texts.flatMap(({ file }) => fileHistoryOf(site, file)?.last.time ?? []);
  // Not by spreading them into one call: a hub has tens of thousands of claims.
  return times.length === 0 ? undefined : dayOf(times.reduce((a, b) => Math.max(a, b)));
}

/** The day of a moment in UTC, the same wherever the site is built. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function dayInWords(site: Site, day: string): string {
  const date = parseDate(day);
  return date === undefined ? day : dateWords(site, date);
}

/** What each file of the content holds: of an entity that has claims written in its file, the entity. */
export const recordsByFile = oncePerSite((site): ReadonlyMap<string, AnyRecord | Story> => {
  const { sources, edges, entities, stories } = site.content;
  return new Map([...sources, ...edges, ...entities, ...stories].map((record) => [record.file, record]));
});
