/** Which claims are contested. */
import type { Edge } from "./records.ts";

const CONTESTED: readonly Edge["status"][] = ["disputed", "denied", "withdrawn"];

/** Whether a claim was disputed, denied or withdrawn, or a source is cited against it. */
export const isContested = ({ status, sources }: Edge): boolean =>
  CONTESTED.includes(status) || sources.some(({ stance }) => stance === "disputes");
