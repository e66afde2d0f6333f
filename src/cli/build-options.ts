/** What a build is asked to do, and what it has done then. */
import type { Drift } from "../graph/drift.ts";
import type { MeasureOptions } from "./measures.ts";
import type { Told } from "./report/told.ts";

export interface BuildOptions extends MeasureOptions {
  readonly content: string;
  readonly output: string;
  /** A folder of Markdown that is published beside the graph, at `docs/`. */
  readonly docs?: string;
  readonly drafts: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly savePositions: boolean;
  /** Whether to say what each phase took. */
  readonly profile: boolean;
  /** Where what is known from the last build is kept: beside the output where nothing is said; false for nowhere. */
  readonly cache?: string | false;
}

/** What was done, for the last line. */
export interface Made extends Told {
  readonly files: number;
  readonly drift: Drift;
}

/** Drafts come and go without anybody’s asking: the next build without them would have to take them out of the map. */
export const savesMap = ({
  savePositions,
  drafts,
}: Pick<BuildOptions, "savePositions" | "drafts">): boolean => savePositions && !drafts;
