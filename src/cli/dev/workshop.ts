/** The site in the making: the content in memory, and the last site that was made of it without errors. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, rereadFolder } from "../../content/folder.ts";
import type { History, NoHistory } from "../../content/history.ts";
import { loadContent } from "../../content/load.ts";
import { LoadCache } from "../../content/load-cache.ts";
import type { Manual } from "../../content/manual.ts";
import { parsePositions } from "../../content/positions.ts";
import type { Content } from "../../shared/records.ts";
import { MANUAL } from "../../site/manual.ts";
import { pageAt } from "../../site/pages.ts";
import { makeSite, type Site } from "../../site/site.ts";
import { type Progress, SILENT } from "../progress.ts";
import { type Read, readTexts } from "../read.ts";
import { hasErrors } from "../report/told.ts";
import type { Analyst } from "./analyst.ts";
import type { Changes } from "./watch.ts";

export class Workshop {
  readonly #path: string;
  readonly #drafts: boolean;
  readonly #analyst: Pick<Analyst, "of">;
  readonly #cache = new LoadCache();
  readonly #manual: Manual | undefined;
  /** Files of the manual’s pictures, by their path in the site. */
  readonly #pictures: ReadonlyMap<string, string>;
  #folder: Folder | undefined;
  /** The last one without errors, and its content. */
  #good: { readonly folder: Folder; readonly content: Content } | undefined;
  #history: History | NoHistory | undefined;
  #site: Site | undefined;

  constructor(path: string, drafts: boolean, analyst: Pick<Analyst, "of">, manual?: Manual) {
    this.#path = path;
    this.#drafts = drafts;
    this.#analyst = analyst;
    this.#manual = manual;
    this.#pictures = new Map([...(manual?.pictures ?? [])].map(([file, name]) => [MANUAL + name, file]));
  }

  /**
   * Looks at what changed, and makes a new site where there is no error; undefined where nothing changed after all.
   * Throws as `readTexts` does.
   */
  update(changes: Changes, progress: Progress = SILENT): Read | undefined {
    const before = this.#folder;
    const folder =
      before === undefined || changes === undefined
        ? readTexts(this.#path, progress)
        : rereadFolder(this.#path, before, changes);
    if (folder === before) return undefined;
    this.#folder = folder;
    progress.phase("Checking files", folder.texts.size);
    const read = { folder, ...loadContent(folder, { drafts: this.#drafts, cache: this.#cache }) };
    if (!hasErrors(read)) {
      this.#good = read;
      progress.phase("Laying out the graph");
      this.renew();
    }
    return read;
  }

  /** The history of the content, which is read aside. */
  set history(history: History | NoHistory) {
    this.#history = history;
    this.renew();
  }

  /** Makes the site again, of the same content: its analysis or its history is another. */
  renew(): void {
    if (this.#good === undefined) return;
    const { folder, content } = this.#good;
    const from = parsePositions(folder.positions ?? "");
    this.#site = makeSite(content, this.#analyst.of(content, from), {
      history: this.#history,
      manual: this.#manual,
      texts: folder.texts,
    });
  }

  /** The file of the site at a path: text, or bytes; undefined where there is none. Rejects with what a page throws. */
  async fileAt(path: string): Promise<string | Uint8Array | undefined> {
    if (this.#site === undefined) return undefined;
    if (this.#good?.folder.assets.has(path)) return readFileSync(join(this.#path, path));
    const picture = this.#pictures.get(path);
    if (picture !== undefined) return readFileSync(picture);
    return pageAt(this.#site, path)?.render();
  }
}
