/** What files were found to hold, kept from one look at a folder to the next: `skein dev` looks at every save. */

/** What a file held, and what it holds now; undefined where there was no file, or is none. */
export interface FileChange<Parsed> {
  readonly file: string;
  readonly before: Parsed | undefined;
  readonly after: Parsed | undefined;
}

export class ParseCache<Parsed> {
  readonly #kept = new Map<string, { readonly text: string; readonly parsed: Parsed }>();
  #changes: FileChange<Parsed>[] = [];

  /** What a file holds: parsed only where its text is another than the last time. */
  of(file: string, text: string, parse: () => Parsed): Parsed {
    const kept = this.#kept.get(file);
    if (kept?.text === text) return kept.parsed;
    const parsed = parse();
    this.#kept.set(file, { text, parsed });
    this.#changes.push({ file, before: kept?.parsed, after: parsed });
    return parsed;
  }

  /** What a file with this text holds, where that is known. */
  get(file: string, text: string): Parsed | undefined {
    const kept = this.#kept.get(file);
    return kept?.text === text ? kept.parsed : undefined;
  }

  /** Takes over what another thread, or another time, has parsed. */
  add(file: string, text: string, parsed: Parsed): void {
    this.#kept.set(file, { text, parsed });
    this.#changes.push({ file, before: undefined, after: parsed });
  }

  /** Ends a look at a folder: forgets the files that are there no more, and tells what is another than the last time. */
  finish(isThere: (file: string) => boolean): readonly FileChange<Parsed>[] {
    for (const [file, { parsed }] of this.#kept) {
      if (isThere(file)) continue;
      this.#kept.delete(file);
      this.#changes.push({ file, before: parsed, after: undefined });
    }
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }
}
