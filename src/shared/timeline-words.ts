/** What a drawing of claims in time shows, in words. */
import type { Unit } from "./bins.ts";
import { count } from "./text.ts";
import { MARKS_LIMIT, type TimelinePicture } from "./timeline-picture.ts";

const UNITS: Readonly<Record<Unit, string>> = {
  day: "a day",
  week: "a week",
  month: "a month",
  year: "a year",
  decade: "ten years",
  century: "a hundred years",
  millennium: "a thousand years",
};

/** “56 claims with a date, each a mark in the row of its type. A bar above is a month.” */
export function drawingInWords({ size, hasMarks, unit }: TimelinePicture): string {
  const claims = `${count(size, "claim")} with a date`;
  return hasMarks
    ? `${claims}, each a mark in the row of its type. A bar at the top is ${UNITS[unit]}.`
    : `${claims}, counted by type: a bar is ${UNITS[unit]}. Where there are no more than ${MARKS_LIMIT}, each has its mark.`;
}
