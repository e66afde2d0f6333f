/** A git repository for tests: written and committed with a clock of its own, without the settings of the machine. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./skein.ts";

export interface CommitOptions {
  readonly author?: string;
  /** When the author says to have written it, where not on the day of the commit. */
  readonly authored?: string;
  readonly remove?: readonly string[];
}

export class TestRepository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    execFileSync("git", ["init", "--quiet", "--initial-branch=main", folder]);
  }

  git(...args: string[]): string {
    return execFileSync("git", args, { cwd: this.folder, stdio: "pipe" }).toString();
  }

  /** Writes and removes files and commits everything on that day, at noon in UTC. */
  commit(
    day: string,
    subject: string,
    files: Readonly<Record<string, string>>,
    { author = "Ada", authored = day, remove = [] }: CommitOptions = {},
  ): string {
    for (const path of remove) rmSync(join(this.folder, path));
    writeFiles(this.folder, files);
    this.git("add", "--all");
    execFileSync("git", ["commit", "--quiet", "--allow-empty", "--allow-empty-message", "-m", subject], {
      cwd: this.folder,
      stdio: "pipe",
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_AUTHOR_NAME: author,
        GIT_AUTHOR_EMAIL: "secret@example.org",
        GIT_AUTHOR_DATE: `${authored}T12:00:00Z`,
        GIT_COMMITTER_NAME: "Committer",
        GIT_COMMITTER_EMAIL: "committer@example.org",
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      },
    });
    return this.git("rev-parse", "HEAD").trim();
  }
}
