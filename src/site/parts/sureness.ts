/** How sure a claim is and how much a source is worth, in words. */
import type { Status } from "../../shared/records.ts";

/** What each status of a claim says. */
export const STATUS_NOTES: Record<Status, string> = {
  reported: "reported: a source says so",
  alleged: "alleged: somebody asserts it, and nobody has shown it",
  confirmed: "confirmed by independent sources",
  disputed: "disputed: sources contradict one another",
  denied: "denied by those it is about",
  withdrawn: "withdrawn by those who made it",
};

/** Of a claim, from 1 to 6, and of a source, from A to F: the Admiralty code. */
export const CREDIBILITY = [
  "confirmed by others",
  "probably true",
  "possibly true",
  "doubtful",
  "improbable",
  "cannot be judged",
];

export const RELIABILITY = [
  "reliable",
  "usually reliable",
  "fairly reliable",
  "not usually reliable",
  "unreliable",
  "cannot be judged",
];
