/** The output of `git log --name-status -z` → commits. Names and messages are of strangers, and can hold anything. */
import { compareText } from "../shared/text.ts";

export interface LoggedCommit {
  readonly id: string;
  /** Ids of its parents; empty where there is none. */
  readonly parents: string;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly author: string;
  readonly subject: string;
  /** In order of their paths. */
  readonly files: readonly LoggedFile[];
}

export interface LoggedFile {
  /** The letter of git: `A`dded, `M`odified, `D`eleted, `R`enamed, `C`opied, another `T`ype. */
  readonly status: string;
  readonly path: string;
  readonly formerPath?: string;
}

/**
 * Reads what `--format==%x00%H%x00%P%x00%ct%x00%aN%x00%s` prints. By place, not by looks: a file may be called `=`, and
 * only a NUL can be in no name and no message.
 */
export function parseLog(text: string): LoggedCommit[] {
  const tokens = text.split("\0");
  const commits: LoggedCommit[] = [];
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  while (next() === "=") {
    const [id, parents, seconds, author, subject] = [next(), next(), next(), next(), next()];
    const files: LoggedFile[] = [];
    while (/^\n?[A-Z]\d*$/.test(tokens[at] ?? "")) {
      const status = next().trim().charAt(0);
      const formerPath = status === "R" || status === "C" ? next() : undefined;
      files.push({ status, path: next(), ...(formerPath !== undefined && { formerPath }) });
    }
    commits.push({
      id,
      parents,
      time: timeOf(seconds),
      author: withoutAddress(oneLine(author)),
      subject: oneLine(subject),
      files: files.sort((a, b) => compareText(a.path, b.path)),
    });
  }
  return commits;
}

/** The end of the year 9999. */
const LAST = Date.UTC(10_000, 0, 1) - 1000;

/** Within the years that a calendar page can show, whatever a commit says. */
function timeOf(seconds: string): number {
  return Math.min(Math.max(Number(seconds) * 1000 || 0, 0), LAST);
}

const LENGTH_LIMIT = 200;

/** Without characters that cannot be seen and those that turn the text around, and no longer than one reads. */
function oneLine(text: string): string {
  const clean = text.replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu, " ").trim();
  const characters = clean.length > LENGTH_LIMIT ? [...clean.slice(0, 4 * LENGTH_LIMIT)] : [];
  return characters.length > LENGTH_LIMIT ? `${characters.slice(0, LENGTH_LIMIT).join("")}…` : clean;
}

/** Some put their e-mail address where their name should be. */
const withoutAddress = (name: string): string => name.replace(/<?([^\s<>@]+)@[^\s<>]*>?/g, "$1").trim();
