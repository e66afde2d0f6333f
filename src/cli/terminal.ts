/** What a command may touch of the world around it, passed in so that tests can stand in for it. */
export interface Terminal {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => number;
}

/** Whether to colour what goes to the stream: a terminal, and NO_COLOR unset or empty (no-color.org). */
export function isColoured(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR;
}

/** How a command ends. */
export const EXIT = { done: 0, contentErrors: 1, wrongUsage: 2, internalError: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command was called in a way that cannot work; its message is all that the caller needs. */
export class UsageError extends Error {}

/** The world does not let a command go on: a full disk, a folder without permission. */
export class FailedError extends Error {}
