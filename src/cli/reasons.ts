/** Why the system refused what it was asked for, in words that say what to do about it. */

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  EFBIG: "a file is larger than the system allows",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a file is in the way",
};

/**
 * The reason of a system error, or of one that a library has wrapped it in; the bare code where there are no words for
 * it, and undefined for every other error. `missing` says what it means that something is not there.
 */
export function reasonOf(error: unknown, missing: string): string | undefined {
  const code = systemCode(error);
  if (code === undefined) return undefined;
  return code === "ENOENT" ? missing : (REASONS[code] ?? code);
}

/** The code of the error, such as `ENOSPC`; undefined where the system has nothing to do with it. */
export function systemCode(error: unknown): string | undefined {
  for (
    let cause = error;
    cause instanceof Error;
    cause = (cause as { originalError?: unknown }).originalError ?? cause.cause
  ) {
    if ("syscall" in cause && "code" in cause) return String(cause.code);
  }
  return undefined;
}

/** What to do about the error of a thread that has filled its heap; undefined for every other error. */
export function memoryReason(error: unknown): string | undefined {
  if ((error as NodeJS.ErrnoException | undefined)?.code !== "ERR_WORKER_OUT_OF_MEMORY") return undefined;
  return "the graph takes more memory than Node may have; NODE_OPTIONS=--max-old-space-size=MEGABYTES says how much that is";
}

/** What is said of an error that nothing else is said of. */
export function mistake(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a mistake in Skein, not in your content. Please report it:\n${details}`;
}
