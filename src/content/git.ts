/**
 * Asks git about a folder: the only place that starts it. What lies in a repository is nobody’s to trust, its own
 * configuration included, so that git is asked to read and nothing else: no shell, hook, pager, filter, signature or
 * network.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** Why git had no answer. */
export type Refusal =
  | "not-installed"
  | "no-repository"
  | "no-commits"
  /** The folder belongs to another user, and git was not told to trust it. */
  | "not-trusted"
  | "too-slow"
  | "failed";

export type Answer = { readonly text: string } | { readonly refusal: Refusal };
export type BytesAnswer = { readonly bytes: Buffer } | { readonly refusal: Refusal };

/** A repository that needs longer is published without its history rather than late. */
const MILLISECONDS = 60_000;
const BYTES = 256 * 1024 * 1024;

/** Set on the command line, where no repository can undo it. */
const SETTINGS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "safe.bareRepository=explicit",
  "log.follow=false",
  "log.showRoot=true",
  "log.showSignature=false",
  "mailmap.file=",
  "mailmap.blob=",
].flatMap((setting) => ["-c", setting]);

/** Runs git in a folder. Never throws: what goes wrong is part of the answer. */
export function askGit(
  folder: string,
  args: readonly string[],
  options: { readonly program?: string; readonly milliseconds?: number } = {},
): Answer {
  const answer = askGitForBytes(folder, args, options);
  return "bytes" in answer ? { text: answer.bytes.toString("utf8") } : answer;
}

/** As `askGit`, for answers that are no text; `input` is what git reads. */
export function askGitForBytes(
  folder: string,
  args: readonly string[],
  { program = "git", milliseconds = MILLISECONDS, input = "" } = {},
): BytesAnswer {
  // Not with the folder as the working one, where Windows would look for a program of that name.
  const whole = ["--no-pager", "--no-replace-objects", ...SETTINGS, "-C", resolve(folder), ...args];
  const { status, stdout, stderr, error } = spawnSync(program, whole, {
    env: environment(),
    stdio: [input === "" ? "ignore" : "pipe", "pipe", "pipe"],
    ...(input !== "" && { input }),
    timeout: milliseconds,
    killSignal: "SIGKILL",
    maxBuffer: BYTES,
    windowsHide: true,
  });
  if (error !== undefined)
    return { refusal: REFUSALS[(error as NodeJS.ErrnoException).code ?? ""] ?? "failed" };
  if (status === 0) return { bytes: stdout };
  return { refusal: refusalIn(stderr.toString("utf8")) };
}

const REFUSALS: Readonly<Record<string, Refusal>> = { ENOENT: "not-installed", ETIMEDOUT: "too-slow" };

function refusalIn(message: string): Refusal {
  if (/dubious ownership|safe\.directory/.test(message)) return "not-trusted";
  if (/not a git repository|safe\.bareRepository/.test(message)) return "no-repository";
  return /unknown revision|does not have any commits/.test(message) ? "no-commits" : "failed";
}

/** Where git finds the settings of the machine and of the user, who alone may say which folders are trusted. */
const KEPT = ["GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM"];

/** Without what would lead git elsewhere: a hook that builds the site names its own repository and index. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("GIT_") || KEPT.includes(name),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // Of a clone without all of its objects, git would fetch the missing ones.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    LC_ALL: "C",
    TZ: "UTC",
  };
}
