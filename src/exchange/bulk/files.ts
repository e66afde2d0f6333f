/** What files that are larger than memory are made of. */
import type { ClaimData } from "../graph-data.ts";

/** Takes a piece of a file; the bytes are somebody else’s as soon as it returns. */
export type Sink = (bytes: Uint8Array) => void;

/** A file that is written piece by piece. */
export interface BulkFile {
  readonly file: string;
  readonly write: (data: ClaimData, sink: Sink) => void;
}
