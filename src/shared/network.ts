/** The graph with its measures and its map, as the network page knows it. `network-data.ts` writes and reads it. */

import type { NetworkFiles } from "./network-files.ts";
import type { QuadClass, Status } from "./records.ts";

export interface NetworkEntityType {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly color: string;
}

export interface NetworkEdgeType {
  readonly id: string;
  readonly label: string;
  readonly verb: string;
  readonly inverse?: string;
  readonly directed: boolean;
  readonly quad: QuadClass;
  readonly color: string;
}

export interface NetworkEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly type: NetworkEntityType;
  readonly tags: readonly string[];
  /** In pixels of the map at its natural size, y growing downward. */
  readonly x: number;
  readonly y: number;
  readonly community: number;
  readonly pagerank: number;
}

export interface NetworkSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  /** Where it can be read, outside the site. */
  readonly url?: string;
  /** What it was made from: a wire copy is no second witness. */
  readonly derivedFrom: readonly NetworkSource[];
}

/** When something is claimed of. */
export interface NetworkDate {
  readonly words: string;
  /** The first and last day it can mean, in days since 1970; infinite where it is open. */
  readonly first: number;
  readonly last: number;
}

export interface NetworkClaim {
  readonly id: string;
  readonly type: NetworkEdgeType;
  readonly from: readonly NetworkEntity[];
  readonly to: readonly NetworkEntity[];
  readonly title?: string;
  readonly date?: NetworkDate;
  readonly status: Status;
  readonly tags: readonly string[];
  readonly attributedTo: readonly NetworkEntity[];
  /** The matter: entities and claims. */
  readonly aboutEntities: readonly NetworkEntity[];
  readonly aboutClaims: readonly NetworkClaim[];
  readonly respondsTo: readonly NetworkClaim[];
  /** What supports it. */
  readonly sources: readonly NetworkSource[];
  /** What is cited against it, or mentions it only. */
  readonly otherSources: readonly NetworkSource[];
}

/** The graph as the browser holds it; claims are newest first. */
export interface Network {
  readonly entityTypes: readonly NetworkEntityType[];
  readonly edgeTypes: readonly NetworkEdgeType[];
  readonly entities: readonly NetworkEntity[];
  readonly claims: readonly NetworkClaim[];
  readonly sources: readonly NetworkSource[];
  /** Left out where the editor of the repository is not known. */
  readonly files?: NetworkFiles;
}
