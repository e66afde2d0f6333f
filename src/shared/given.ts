/** Places and measures that were worked out elsewhere and are given to a build: each for all entities, or not at all. */
import type { Point } from "./curves.ts";

/** By the ids of entities. */
export interface GivenMeasures {
  /** On any scale; y grows downward. */
  readonly positions?: ReadonlyMap<string, Point>;
  /** Shares that make 1 together. */
  readonly pagerank?: ReadonlyMap<string, number>;
  /** Shares of all pairs of others, each from 0 to 1. */
  readonly betweenness?: ReadonlyMap<string, number>;
  /** In whatever way they are numbered. */
  readonly communities?: ReadonlyMap<string, number>;
}

/** One of the things that may be given. */
export type Given = keyof GivenMeasures;
