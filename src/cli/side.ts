/** A folder or a revision of git, as it is named on the command line → content that can be compared. */
import { existsSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { CONTENT_NAMES, type Folder } from "../content/folder.ts";
import { loadContent } from "../content/load.ts";
import { idKindOf, pictureIds } from "../content/pictures.ts";
import { type NoRevision, readRevision } from "../content/revision.ts";
import type { Side } from "../diff/difference.ts";
import { cut } from "../diff/quoted.ts";
import type { Progress } from "./progress.ts";
import { readTexts } from "./read.ts";
import { printable } from "./report/printable.ts";
import { FailedError, UsageError } from "./terminal.ts";

export interface SideOptions {
  /** The content folder: where it is in a repository, and in a folder that holds more than content. */
  readonly content: string;
  readonly drafts: boolean;
}

/** A folder with its texts; of a revision also what its pictures are. */
interface Found {
  readonly label: string;
  readonly folder: Folder;
  /** Where the folder is; undefined for a revision, which has its pictures’ ids. */
  readonly root?: string;
  readonly pictures?: ReadonlyMap<string, string>;
}

/**
 * Reads and checks both sides. A folder that is there comes before a revision of the same name. Throws `UsageError` where
 * a name is neither, and where there is no content.
 */
export function readSides(
  names: readonly [base: string, head: string],
  options: SideOptions,
  progress: Progress,
): [Side, Side] {
  const [base, head] = names.map((name) => find(name, options, progress)) as [Found, Found];
  const ids = [...(base.pictures ?? []), ...(head.pictures ?? [])].map(([, id]) => id);
  const kind = idKindOf(ids[0] ?? "");
  return [base, head].map(({ label, folder, root, pictures }): Side => {
    progress.phase("Checking files", folder.texts.size);
    return {
      label,
      folder,
      ...loadContent(folder, options),
      pictures: pictures ?? pictureIds(root ?? "", folder.assets, kind),
    };
  }) as [Side, Side];
}

function find(name: string, options: SideOptions, progress: Progress): Found {
  if (isFolder(name)) {
    const root = contentRoot(name, options.content);
    return { label: name, folder: readTexts(root, progress), root };
  }
  if (name.startsWith("-") || name === "")
    throw new UsageError(`there is no folder “${shown(name)}”, and no revision begins with a hyphen`);
  progress.phase("Reading the revision");
  const revision = readRevision(options.content, name);
  if ("missing" in revision) throw reasonFor(revision.missing, name, options.content);
  if (revision.folder.texts.size === 0)
    throw noContent(`${options.content} in the revision “${shown(name)}”`);
  return { label: name, folder: revision.folder, pictures: revision.pictures };
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    // A name that is too long for a file may still be tried as a revision.
    return false;
  }
}

/** The folder itself, or the content folder in it. */
function contentRoot(folder: string, content: string): string {
  const candidates = isAbsolute(content) ? [folder] : [folder, join(folder, content)];
  const found = candidates.find((each) => CONTENT_NAMES.some((name) => existsSync(join(each, name))));
  if (found === undefined) throw noContent(folder);
  return found;
}

function noContent(place: string): UsageError {
  return new UsageError(
    `there is no content in ${printable(place)}: none of ${CONTENT_NAMES.join(", ")}; name the content folder, with --content where it lies deeper`,
  );
}

const shown = (name: string): string => printable(cut(name));

function reasonFor(missing: NoRevision["missing"], name: string, content: string): Error {
  const [revision, folder] = [`“${shown(name)}”`, printable(content)];
  const neither = `there is no folder and no revision ${revision}`;
  switch (missing) {
    case "no-revision":
      return new UsageError(`${neither}; git log --oneline --all lists the revisions`);
    case "shallow":
      return new UsageError(
        `${neither} in this clone, which lacks old commits; git fetch --unshallow gets them`,
      );
    case "no-folder":
      return new UsageError(`the revision ${revision} has no folder ${folder}; name it with --content`);
    case "no-repository":
      return new UsageError(
        `there is no folder ${revision}, and ${folder} is in no git repository that could have such a revision`,
      );
    case "no-commits":
      return new UsageError(`${neither}: the repository has no commits`);
    case "too-large":
      return new UsageError(
        `the content of the revision ${revision} is too large to read, or not all in this clone`,
      );
    case "not-trusted":
      return new FailedError(
        "git does not trust this repository, which belongs to somebody else; “git help config” says how to, under safe.directory",
      );
    case "not-installed":
      return new FailedError("git is not installed, and revisions are read with it; name two folders");
    case "too-slow":
    case "failed":
      return new FailedError(`git cannot read the revision ${revision}`);
  }
}
