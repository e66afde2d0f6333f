/** What a long command is doing: one line on standard error that is written over, on a terminal only. */

export interface Progress {
  /** Names the phase that begins; `total` where it is known how much there is to do. */
  phase(name: string, total?: number): void;
  /** How much of the phase is done. */
  done(count: number): void;
  /** Wipes the line. */
  end(): void;
}

export const SILENT: Progress = { phase: () => {}, done: () => {}, end: () => {} };
const INTERVAL = 100;

export function progressOn(stream: NodeJS.WriteStream, isQuiet: boolean, now: () => number): Progress {
  if (isQuiet || !stream.isTTY) return SILENT;
  let [name, total, start, shown]: [string, number | undefined, number, number] = ["", undefined, now(), 0];
  const show = (count: number) => {
    const rate = count / Math.max(0.001, (now() - start) / 1000);
    const amount = total === undefined ? `${count}` : `${count} of ${total}`;
    const numbers = count === 0 ? "" : ` ${amount}, ${Math.round(rate)} a second`;
    stream.write(`\r\u001b[K${name}${numbers}`);
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
