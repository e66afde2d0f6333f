/** What files were found to hold, kept from one look at a folder to the next: `skein dev` looks at every save. */

export class ParseCache<Parsed> {
  readonly #kept = new Map<string, { readonly text: string; readonly parsed: Parsed }>();

  /** What a file holds: parsed only where its text is another than the last time. */
  of(file: string, text: string, parse: () => Parsed): Parsed {
    const kept = this.#kept.get(file);
    if (kept?.text === text) return kept.parsed;
    const parsed = parse();
    this.#kept.set(file, { text, parsed });
    return parsed;
  }

  /** Forgets the files that are there no more. */
  forgetOthers(files: ReadonlyMap<string, unknown>): void {
    if (this.#kept.size === files.size) return;
    for (const file of this.#kept.keys()) if (!files.has(file)) this.#kept.delete(file);
  }
}
