/** Where an entity stands on the map, in pixels of its natural size; y grows downward. */
import type { Point } from "./curves.ts";

export interface Place extends Point {
  /** No claim ties it to anybody, so that it stands anywhere: with the first claim it may leave. */
  readonly isAlone?: boolean;
}

/** By entity id. */
export type Places = ReadonlyMap<string, Place>;

/** As a file keeps it: in hundredths of a pixel, and never −0. */
export const roundedPlace = (value: number): number => Math.round(value * 100) / 100 || 0;
