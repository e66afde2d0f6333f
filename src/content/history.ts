/** What git says was added to the content, changed and removed, and by whom: the commits of a content folder. */
import { realpathSync } from "node:fs";
import { isRecordPath } from "./folder.ts";
import { askGit, type Refusal } from "./git.ts";
import { type LoggedCommit, parseLog } from "./git-log.ts";

export interface History {
  /** That touch a record or a story, newest first. */
  readonly commits: readonly Commit[];
  /** Where it begins, if that is not the first commit; what was there by then is of an unknown date. */
  readonly begins?: Beginning;
  /** The way from the root of the repository to the content folder: `docs/content/`, or empty. */
  readonly folder: string;
}

export interface Beginning {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  /** A clone without the older commits, or more commits than are read. */
  readonly because: "shallow" | "limit";
}

export interface Commit {
  readonly id: string;
  /**
   * When it was committed, in milliseconds since 1970 UTC. Not the author’s date, which says when a patch was written,
   * maybe years before it came to be here, and goes to and fro from commit to commit.
   */
  readonly time: number;
  /** The author’s name without an e-mail address; may be empty. */
  readonly author: string;
  readonly subject: string;
  /** In order of their paths. */
  readonly changes: readonly Change[];
}

/** What a commit did to a file. Paths are relative to the content folder. */
export interface Change {
  readonly action: "added" | "changed" | "renamed" | "removed";
  readonly path: string;
  /** Before it was renamed. */
  readonly formerPath?: string;
  /** Where the file is in the last commit; undefined where it was removed since. */
  readonly file: string | undefined;
}

export interface NoHistory {
  readonly missing: Refusal;
}

/** How many commits are read. */
export const COMMITS_LIMIT = 5000;

/** The last history of each folder: `skein dev` asks at every save, and it changes with the commit only. */
const known = new Map<string, { readonly state: string; readonly history: History | NoHistory }>();

/**
 * The history of a content folder up to the commit that is checked out. The same commit gives the same history; what is
 * not committed has no part in it.
 */
export function readHistory(folder: string, limit = COMMITS_LIMIT): History | NoHistory {
  const answer = askState(folder);
  if ("refusal" in answer) return { missing: answer.refusal };
  const state = answer.text;
  const place = realpathSync(folder);
  const found = known.get(place);
  if (found?.state === state) return found.history;
  const history = historyAt(folder, state, limit);
  known.set(place, { state, history });
  return history;
}

const askState = (folder: string) =>
  askGit(folder, ["rev-parse", "--is-shallow-repository", "HEAD", "--show-prefix"]);

/** With this text alone the history of a folder changes. */
export function historyState(folder: string): string {
  const answer = askState(folder);
  return "refusal" in answer ? answer.refusal : answer.text;
}

/** Where the repository of a folder keeps what it knows; undefined where there is none. */
export function repositoryFolderOf(folder: string): string | undefined {
  const answer = askGit(folder, ["rev-parse", "--absolute-git-dir"]);
  return "refusal" in answer ? undefined : answer.text.replace(/\n$/, "");
}

/** The commit that is checked out, with which alone the history changes. */
export function headOf(folder: string): string | undefined {
  const answer = askGit(folder, ["rev-parse", "HEAD"]);
  return "refusal" in answer ? undefined : answer.text.trim();
}

function historyAt(folder: string, state: string, limit: number): History | NoHistory {
  const [isShallow, , ...prefix] = state.split("\n");
  const log = logOf(folder, limit);
  if ("missing" in log) return log;
  const read = log.slice(0, limit);
  const oldest = read.at(-1);
  // Of the commits before those that were cloned nothing is known: the first of these seems to add everything.
  const boundary = isShallow === "true" ? read.filter(({ parents }) => parents === "") : [];
  const begins = beginningOf(boundary.at(0), log.length > limit ? oldest : undefined);
  return {
    commits: commitsOf(read.filter((commit) => !boundary.includes(commit))),
    ...(begins !== undefined && { begins }),
    // A name may hold line ends of its own; git adds one at the end.
    folder: prefix.join("\n").replace(/\n$/, ""),
  };
}

function beginningOf(
  shallow: LoggedCommit | undefined,
  limit: LoggedCommit | undefined,
): Beginning | undefined {
  if (limit !== undefined) return { time: limit.time, because: "limit" };
  return shallow && { time: shallow.time, because: "shallow" };
}

/** Renames are found by likeness, and in a clone without the old texts by equality, which needs none. */
const RENAMES = ["--find-renames=50%", "--find-renames=100%"];

function logOf(folder: string, limit: number): readonly LoggedCommit[] | NoHistory {
  let missing: Refusal = "failed";
  for (const renames of RENAMES) {
    const answer = askGit(folder, [
      "log",
      `--max-count=${limit + 1}`,
      "--no-merges",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--no-notes",
      "--no-show-signature",
      "--encoding=UTF-8",
      "--name-status",
      "--relative",
      renames,
      "-l400",
      "-z",
      "--format==%x00%H%x00%P%x00%ct%x00%aN%x00%s",
      "HEAD",
      "--",
      ".",
    ]);
    if ("text" in answer) return parseLog(answer.text);
    missing = answer.refusal;
    if (missing !== "failed") break;
  }
  return { missing };
}

/** From the newest on, each file followed back through its former names. */
function commitsOf(log: readonly LoggedCommit[]): Commit[] {
  /** Of a path in the past, where its file is now, as far as it is known to be elsewhere or gone. */
  const now = new Map<string, string | undefined>();
  const place = (path: string) => (now.has(path) ? now.get(path) : path);
  return log.flatMap(({ id, time, author, subject, files }) => {
    const changes = files.flatMap(({ status, path, formerPath }): Change[] => {
      const file = status === "D" ? undefined : place(path);
      return isRecordPath(path) ? changeOf(status, path, formerPath, file) : [];
    });
    // After all of the commit was seen: two files may have changed names with each other.
    const places = files.map(({ path }) => place(path));
    for (const { status, path } of files) if (status === "D") now.set(path, undefined);
    for (const [i, { status, formerPath }] of files.entries())
      if (status === "R" && formerPath !== undefined) now.set(formerPath, places[i]);
    return changes.length === 0 ? [] : [{ id, time, author, subject, changes }];
  });
}

function changeOf(
  status: string,
  path: string,
  formerPath: string | undefined,
  file: string | undefined,
): Change[] {
  if (status === "A" || status === "C") return [{ action: "added", path, file }];
  if (status === "D") return [{ action: "removed", path, file }];
  if (status !== "R" || formerPath === undefined) return [{ action: "changed", path, file }];
  // What was no content before, such as a note that begins with `_`, is new.
  if (!isRecordPath(formerPath)) return [{ action: "added", path, file }];
  return [{ action: "renamed", path, formerPath, file }];
}
