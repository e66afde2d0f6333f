/** What the files of a content folder hold, kept from build to build: a file that did not change is not even opened. */
import { createHash } from "node:crypto";
import type { ParsedFile } from "../../content/parse.ts";
import type { Signatures } from "../../content/signatures.ts";
import type { Store } from "./store.ts";

/** A file as it was. */
export interface KnownFile {
  readonly signature: string;
  readonly text: string;
  /** Left out where the file holds no records. */
  readonly parsed?: ParsedFile;
}

type Shard = ReadonlyMap<string, KnownFile>;

/** Enough that a file that changes has few others written again. */
const SHARDS = 64;

export class KnownFiles {
  readonly #store: Store;
  readonly #name: string;
  readonly #shards: readonly Shard[];

  /** Those of a folder, by its full path. */
  constructor(store: Store, folder: string) {
    this.#store = store;
    this.#name = `files-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
    this.#shards = Array.from(
      { length: SHARDS },
      (_, i) => (store.read(this.#nameOf(i)) as Shard | undefined) ?? new Map(),
    );
  }

  /** A file that has the signature that it had; undefined where it is new or another. */
  get(path: string, signatures: Signatures): KnownFile | undefined {
    const known = this.#shards[shardOf(path)]?.get(path);
    // An empty signature is of a file that may be changing.
    return known !== undefined && known.signature !== "" && known.signature === signatures.get(path)
      ? known
      : undefined;
  }

  /** Keeps what the files hold now, and forgets those that are gone. */
  keep(files: ReadonlyMap<string, KnownFile>): void {
    const shards = Array.from({ length: SHARDS }, () => new Map<string, KnownFile>());
    for (const [path, file] of files) shards[shardOf(path)]?.set(path, file);
    for (const [i, shard] of shards.entries())
      if (!isSameShard(shard, this.#shards[i])) this.#store.write(this.#nameOf(i), shard);
  }

  #nameOf(shard: number): string {
    return `${this.#name}-${shard}`;
  }
}

function shardOf(path: string): number {
  let hash = 0;
  for (let i = 0; i < path.length; i++) hash = (hash * 31 + path.charCodeAt(i)) | 0;
  return (hash >>> 0) % SHARDS;
}

function isSameShard(now: Shard, before: Shard | undefined): boolean {
  if (before === undefined || before.size !== now.size) return false;
  for (const [path, { signature }] of now) if (before.get(path)?.signature !== signature) return false;
  return true;
}
