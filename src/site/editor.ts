/** Where readers correct a record and add one, in the web editor of the host that keeps the repository. */
import { locator } from "../content/front-matter.ts";
import { FOLDERS, type RecordKind } from "../shared/paths.ts";
import type { AnyRecord, Story } from "../shared/records.ts";
import { historyFolderOf } from "./history.ts";
import { type ClaimStart, type NewFile, newClaim, newEntity, newSource } from "./new-file.ts";
import { oncePerSite } from "./once.ts";
import { type RepositoryPages, repositoryPages } from "./repository.ts";
import type { Site } from "./site.ts";

export type { ClaimStart } from "./new-file.ts";

/** Addresses of the editor. Each is undefined where there is none. */
export interface Editor {
  /** What its readers call the host: “GitHub”. */
  readonly host: string;
  /** The address of a file’s editor without its path in the content folder. */
  readonly base: string;
  /** Of the file of a record; of a claim within an entity’s file, the line on which it begins. */
  correct(record: AnyRecord | Story): string;
  /** A new file about these; also undefined where a claim needs what is not there yet: two entities, a source. */
  addClaim(start?: ClaimStart): string | undefined;
  addEntity(): string | undefined;
  addSource(): string | undefined;
}

/** Nothing where the repository is not known, or is at a host whose editor is not. */
export function editorOf(site: Site): Editor | undefined {
  return editors(site).editor;
}

export const repositoryOf = oncePerSite((site): { readonly pages?: RepositoryPages } => {
  const { repository, branch } = site.content.settings;
  const pages = repositoryPages(repository, branch);
  return pages === undefined ? {} : { pages };
});

/** The path of a file of the content from the root of the repository: the settings know it, else git, else it is usual. */
export function pathInRepository(site: Site, file: string): string {
  const { contentPath } = site.content.settings;
  const folder = contentPath ?? historyFolderOf(site)?.replace(/\/$/, "") ?? "content";
  return folder === "" ? file : `${folder}/${file}`;
}

const editors = oncePerSite((site): { readonly editor?: Editor } => {
  const { pages } = repositoryOf(site);
  if (pages === undefined) return {};
  const add = (kind: RecordKind, file: NewFile | undefined) => {
    if (file === undefined) return undefined;
    const path = pathInRepository(site, `${FOLDERS[kind]}/${file.id}.md`);
    return pages.create(path, file.text) ?? pages.create(path, file.shorter());
  };
  const editor: Editor = {
    host: pages.host,
    base: pages.edit(pathInRepository(site, "")),
    correct: (record) => pages.edit(pathInRepository(site, record.file), lineOf(site, record)),
    addClaim: (start) => add("edge", newClaim(site, start)),
    addEntity: () => add("entity", newEntity(site)),
    addSource: () => add("source", newSource(site)),
  };
  return { editor };
});

/** The line on which a record begins that is not the whole of its file. */
function lineOf({ texts }: Site, record: AnyRecord | Story): number | undefined {
  if (!("inline" in record) || record.inline === undefined) return undefined;
  const text = texts?.get(record.file);
  return text === undefined ? undefined : locator(text, false)(["edges", record.inline], "value").line;
}
