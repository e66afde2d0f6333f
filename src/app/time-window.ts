/** Which days a drawing shows: pure steps from one window to the next. It never leaves the whole, nor gets below a week. */
import type { TimeWindow } from "../shared/timeline-picture.ts";

const LEAST = 7;

const lengthOf = ({ first, last }: TimeWindow): number => last + 1 - first;

/** A window `factor` times as long; what is at `share` of its length stays where it is. */
export function zoomed(window: TimeWindow, whole: TimeWindow, factor: number, share = 0.5): TimeWindow {
  const length = lengthOf(window);
  const next = Math.min(
    lengthOf(whole),
    Math.max(Math.min(LEAST, lengthOf(whole)), Math.round(length * factor)),
  );
  return placed(Math.round(window.first + (length - next) * share), next, whole);
}

/** The window moved by a share of its length, to later days where that is positive. */
export function moved(window: TimeWindow, whole: TimeWindow, share: number): TimeWindow {
  const length = lengthOf(window);
  const days = Math.round(length * share) || Math.sign(share);
  return placed(window.first + days, length, whole);
}

/** The window that an address asks for, as far as the whole goes; undefined where that is all or nothing of it. */
export function within(asked: TimeWindow, whole: TimeWindow): TimeWindow | undefined {
  const [first, last] = [Math.max(asked.first, whole.first), Math.min(asked.last, whole.last)];
  if (first > last || (first === whole.first && last === whole.last)) return undefined;
  return zoomed({ first, last }, whole, 1);
}

function placed(first: number, length: number, whole: TimeWindow): TimeWindow {
  const start = Math.min(Math.max(first, whole.first), whole.last + 1 - length);
  return { first: start, last: start + length - 1 };
}
