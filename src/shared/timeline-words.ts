/** What a drawing of claims in time shows, in words. */
import { daysInWords } from "./calendar.ts";
import { MARKS_LIMIT, type TimelinePicture, type TimeWindow } from "./timeline-picture.ts";
import type { ListWords } from "./words/words.ts";

/** “2018–2023: 56 claims with a date, each a mark in the row of its type. A bar at the top is a month.” */
export function drawingInWords(
  { size: n, hasMarks, unit }: TimelinePicture,
  { first, last }: TimeWindow,
  precision: "day" | "month",
  { locale, messages, say }: ListWords,
): string {
  const { during, marks, bars, units } = messages.lists.drawing;
  return say(during, {
    time: daysInWords(first, last, precision, locale),
    said: say(hasMarks ? marks : bars, { n, unit: units[unit], limit: MARKS_LIMIT }),
  });
}
