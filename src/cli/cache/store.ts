/**
 * What one version of Skein remembers from build to build: values in files of a folder that may be deleted at any time.
 * A file that is not whole is as good as none, and so is a folder that cannot be written to.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { makeFolder } from "../../site/make-folder.ts";
import { versionKey } from "./version.ts";

const DIGEST = "sha256";
const DIGEST_LENGTH = 32;
/** The folders of versions bear it, so that nothing else in the folder is ever removed. */
const PREFIX = "skein-";

export class Store {
  readonly #folder: string;

  /** Makes the folder with the first value that is kept, and forgets what other versions kept. */
  constructor(folder: string) {
    this.#folder = join(resolve(folder), PREFIX + versionKey());
  }

  /** A value that was kept under a name; undefined where there is none. */
  read(name: string): unknown {
    try {
      const bytes = readFileSync(join(this.#folder, name));
      const body = bytes.subarray(DIGEST_LENGTH);
      return digestOf(body).equals(bytes.subarray(0, DIGEST_LENGTH)) ? deserialize(body) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value that can be cloned. One that is too long for the engine is not kept. */
  write(name: string, value: unknown): void {
    const file = join(this.#folder, name);
    const partial = `${file}-${randomUUID()}`;
    try {
      const body = serialize(value);
      makeFolder(this.#folder);
      writeFileSync(partial, Buffer.concat([digestOf(body), body]), { flag: "wx" });
      renameSync(partial, file);
    } catch {
      discard(partial);
    }
  }

  /** Removes a value; true for the one who did it, of several at once. */
  take(name: string): boolean {
    const taken = join(this.#folder, `${name}-${randomUUID()}`);
    try {
      renameSync(join(this.#folder, name), taken);
    } catch {
      return false;
    }
    discard(taken);
    return true;
  }

  /** Removes what other versions have kept. */
  forgetOthers(): void {
    const parent = join(this.#folder, "..");
    const own = this.#folder.slice(parent.length + 1);
    for (const name of namesIn(parent))
      if (name.startsWith(PREFIX) && name !== own) discard(join(parent, name));
  }
}

/** Where it cannot be removed, it cannot be there. */
function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const digestOf = (bytes: Uint8Array): Buffer => createHash(DIGEST).update(bytes).digest();
