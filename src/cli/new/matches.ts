/** Which choices a typed text may mean, the likeliest first. */
import { fold } from "../../shared/text.ts";
import type { Choice } from "./asker.ts";

/**
 * Choices in which every typed word stands: first those whose label begins with the text, then those in which all words
 * begin a word, then the rest; otherwise in their own order.
 */
export function matchesOf(typed: string, choices: readonly Choice[]): Choice[] {
  const text = fold(typed);
  const words = text.split(" ");
  const ranked = choices.flatMap((choice) => {
    const label = fold(choice.label);
    const all = ` ${fold([choice.label, choice.value, ...(choice.words ?? [])].join(" "))}`;
    if (!words.every((word) => all.includes(word))) return [];
    const rank = label.startsWith(text) ? 0 : words.every((word) => all.includes(` ${word}`)) ? 1 : 2;
    return [{ choice, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}
