/**
 * What the last build of a site was made from, and what it left: enough to tell that nothing has changed since, and else
 * which pages are still right. An account of another version, of other options, or of a site that somebody has touched
 * since, is none.
 */
import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { isIgnored, readPositions } from "../../content/folder.ts";
import { historyState } from "../../content/history.ts";
import { POSITIONS_FILE } from "../../content/positions.ts";
import { isSame, type Signatures, signaturesOf } from "../../content/signatures.ts";
import type { Drift } from "../../graph/drift.ts";
import type { Diagnostic } from "../../shared/diagnostic.ts";
import { type Root, rootOf } from "../../site/root.ts";
import type { Told } from "../report/told.ts";
import type { Store } from "./store.ts";

/** What a build depends on besides the version of Skein. */
export interface BuildInputs {
  readonly content: string;
  readonly output: string;
  readonly docs?: string;
  readonly drafts: boolean;
  /** A file of measures, which is not looked at: a build that is given one does not ask whether anything has changed. */
  readonly measures?: string;
}

/** The state of everything that a build reads. */
export interface InputState {
  readonly content: Signatures;
  /** Of what the file of positions says, which is known by its text: a build itself may have written it a moment ago. */
  readonly positions: string;
  readonly docs: Signatures;
  /** What git says of the checkout, with which alone the history changes. */
  readonly history: string;
}

/** What is kept of a build. */
export interface Account {
  readonly inputs: InputState;
  /** Of the map as the build left it: what starts from it ends with it. */
  readonly positions: string;
  /** The folder of the site. */
  readonly root: Root;
  /** When everything was in its place, in milliseconds since 1970. */
  readonly end: number;
  /** Of every file of the site. */
  readonly paths: readonly string[];
  readonly told: ToldAgain;
}

/** What was told to the user, which is told again where nothing has changed. */
export interface ToldAgain extends Told {
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were published. */
  readonly files: number;
  /** How far the map has moved from the one that it started from. */
  readonly drift: Drift;
  /** How many entities have a place on the map. */
  readonly placed: number;
}

/** Throws what the file system throws where a folder cannot be read. */
export function inputState({ content, docs }: BuildInputs): InputState {
  return {
    content: signaturesOf(content, isIgnored),
    positions: positionsState(readPositions(join(content, POSITIONS_FILE))),
    docs: docs === undefined ? new Map() : signaturesOf(docs, (name) => name.startsWith(".")),
    history: historyState(content),
  };
}

export const positionsState = (text: string | undefined): string =>
  text === undefined ? "none" : createHash("sha256").update(text).digest("hex");

/** The name of the account of a site, among those of others that share a folder. */
export function accountName({ content, output, docs, drafts, measures }: BuildInputs): string {
  const paths = [content, output, docs ?? ""].map((path) => resolve(path));
  const digest = createHash("sha256").update(
    JSON.stringify([paths, docs === undefined, drafts, measures !== undefined]),
  );
  return `site-${digest.digest("hex").slice(0, 16)}`;
}

export const accountIn = (store: Store, name: string): Account | undefined =>
  store.read(name) as Account | undefined;

/** Whether a build would read the very same, but for the map that it starts from. */
export const isUnchanged = (account: Account, now: InputState): boolean =>
  account.inputs.history === now.history &&
  isSame(account.inputs.docs, now.docs) &&
  isSame(account.inputs.content, now.content);

/** Whether every file of the site is there, and was not touched since the build ended. */
export function isIntact({ paths, root, end }: Account, output: string): boolean {
  if (rootOf(output) !== root) return false;
  return paths.every((path) => {
    const stats = lstatSync(join(output, path), { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.ctimeMs <= end;
  });
}
