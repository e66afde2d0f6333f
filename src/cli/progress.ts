/** What a long command is doing: one line on standard error that is written over, on a terminal only. */
import type { OnPhase } from "../shared/phase.ts";

export interface Progress {
  readonly phase: OnPhase;
  /** How much of the phase is done. */
  readonly done: (count: number) => void;
  /** Wipes the line. */
  readonly end: () => void;
}

export const SILENT: Progress = { phase: () => {}, done: () => {}, end: () => {} };
const INTERVAL = 100;
/** What is left is not guessed from less, in milliseconds. */
const FIRST_GUESS = 1000;

export function progressOn(stream: NodeJS.WriteStream, isQuiet: boolean, now: () => number): Progress {
  if (isQuiet || !stream.isTTY) return SILENT;
  let [name, total, start, shown]: [string, number | undefined, number, number] = ["", undefined, now(), 0];
  const show = (count: number) => {
    const amount = count === 0 ? (total ?? "") : speed(count, total, now() - start);
    stream.write(`\r\u001b[K${name} ${amount}`.trimEnd());
    shown = now();
  };
  return {
    phase(next, of) {
      [name, total, start] = [next, of, now()];
      show(0);
    },
    done(count) {
      if (now() - shown >= INTERVAL) show(count);
    },
    end() {
      stream.write("\r\u001b[K");
    },
  };
}

/** How much is done, how fast, and how long the rest will take: `1200 of 4000, 300 a second, 9 s left`. */
function speed(count: number, total: number | undefined, milliseconds: number): string {
  const rate = count / Math.max(0.001, milliseconds / 1000);
  const amount = total === undefined ? `${count}` : `${count} of ${total}`;
  const isGuessed = total !== undefined && count < total && milliseconds >= FIRST_GUESS;
  return `${amount}, ${Math.round(rate)} a second${isGuessed ? `, ${left((total - count) / rate)} left` : ""}`;
}

function left(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
