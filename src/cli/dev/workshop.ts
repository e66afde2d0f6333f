/** The site in the making: the content in memory, and the last site that was made of it without errors. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, rereadFolder } from "../../content/folder.ts";
import type { History, NoHistory } from "../../content/history.ts";
import { loadContent } from "../../content/load.ts";
import { LoadCache } from "../../content/load-cache.ts";
import type { Content } from "../../shared/records.ts";
import { pageAt } from "../../site/pages.ts";
import { makeSite, type Site } from "../../site/site.ts";
import { hasErrors } from "../build.ts";
import { type Progress, SILENT } from "../progress.ts";
import { type Read, readTexts } from "../read.ts";
import type { Analyst } from "./analyst.ts";
import type { Changes } from "./watch.ts";

export class Workshop {
  readonly #path: string;
  readonly #drafts: boolean;
  readonly #analyst: Pick<Analyst, "of">;
  readonly #cache = new LoadCache();
  #folder: Folder | undefined;
  #content: Content | undefined;
  #assets: ReadonlySet<string> = new Set();
  #history: History | NoHistory | undefined;
  #site: Site | undefined;

  constructor(path: string, drafts: boolean, analyst: Pick<Analyst, "of">) {
    this.#path = path;
    this.#drafts = drafts;
    this.#analyst = analyst;
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
    progress.phase(`Checking ${folder.texts.size} files`);
    const read = { folder, ...loadContent(folder, { drafts: this.#drafts, cache: this.#cache }) };
    if (!hasErrors(read)) {
      this.#content = read.content;
      this.#assets = folder.assets;
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
    if (this.#content === undefined) return;
    this.#site = makeSite(this.#content, this.#analyst.of(this.#content), this.#history);
  }

  /** The file of the site at a path: text, or bytes; undefined where there is none. Rejects with what a page throws. */
  async fileAt(path: string): Promise<string | Uint8Array | undefined> {
    if (this.#site === undefined) return undefined;
    if (this.#assets.has(path)) return readFileSync(join(this.#path, path));
    return pageAt(this.#site, path)?.render();
  }
}
