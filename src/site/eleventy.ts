/**
 * The one file that knows Eleventy. Eleventy prints a list of pages: one virtual template, paginated over them, so that
 * nothing in the content can steer it and a page costs it no more than a file written. Files that are no pages, such as
 * those for other programs, are written beside it: Eleventy keeps everything that it prints until the end.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy, { type EleventyConfig } from "@11ty/eleventy";
import { readFolder } from "../content/folder.ts";
import { loadContent } from "../content/load.ts";
import type { OnPhase } from "../shared/phase.ts";
import type { Page } from "./page.ts";
import { type Publication, publicationOf } from "./publication.ts";

const PREPARED = "skein";

/**
 * The plugin. It publishes what `print` has prepared; where Eleventy was started on its own, the folder `content` of
 * the working directory. Throws where that has mistakes: `skein check` says which.
 */
export function skein(eleventy: EleventyConfig): void {
  const prepared = eleventy.globalData[PREPARED] as Prepared | undefined;
  const { publication, onPhase, onPage } = prepared ?? new Prepared(publicationFrom("content"), {});
  const isHtml = ({ path }: Page): boolean => path.endsWith(".html");
  let done = 0;
  const begin = (name: string, total: number): void => {
    done = 0;
    onPhase(name, total);
  };
  const rendered = async (page: Page): Promise<string | Uint8Array> => {
    const text = await page.render();
    onPage(++done);
    return text;
  };
  const pages = publication.pages.filter(isHtml);
  // Before the pages: the one that describes the others’ sizes has them from this.
  eleventy.on("eleventy.before", async ({ directories }) => {
    begin("Writing other files", publication.pages.length - pages.length);
    for (const page of publication.pages)
      if (!isHtml(page)) writeFile(join(directories.output, page.path), await rendered(page));
    begin("Writing pages", pages.length);
  });
  eleventy.addGlobalData("pages", () => pages);
  eleventy.addTemplate("pages.11ty.js", async ({ item }: { item: Page }) => String(await rendered(item)), {
    pagination: { data: "pages", size: 1, alias: "item" },
    permalink: ({ item }: { item: Page }) => item.path,
    eleventyExcludeFromCollections: true,
  });
  eleventy.on("eleventy.after", ({ directories }) => copyFiles(publication.copies, directories.output));
}

function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/**
 * Not by Eleventy’s own passthrough copy, which takes a path for a pattern: a file with the name `*.png` would bring
 * along whatever else stands in its folder, links to files elsewhere included.
 */
function copyFiles(copies: ReadonlyMap<string, string>, output: string): void {
  for (const [from, to] of copies) {
    const target = join(output, to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(from, target);
  }
}

/** Who is told how far it is. */
export interface Told {
  readonly onPhase: OnPhase;
  /** How many files of the phase are done. */
  readonly onPage: (done: number) => void;
}

/** A value of a class, which Eleventy hands on without copying it. */
class Prepared implements Told {
  readonly publication: Publication;
  readonly onPhase: OnPhase;
  readonly onPage: (done: number) => void;

  constructor(publication: Publication, { onPhase = () => {}, onPage = () => {} }: Partial<Told>) {
    this.publication = publication;
    this.onPhase = onPhase;
    this.onPage = onPage;
  }
}

function publicationFrom(contentFolder: string): Publication {
  const folder = readFolder(contentFolder);
  const { content, diagnostics } = loadContent(folder, { drafts: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`the content has ${errors.length} mistakes: run npx skein check`);
  return publicationOf(contentFolder, { folder, content });
}

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Has Eleventy print a publication into a folder. Rejects with what a page threw, or with what the disk refused. */
export async function print(
  publication: Publication,
  output: string,
  told: Partial<Told> = {},
): Promise<void> {
  const eleventy = new Eleventy(resolve(PROJECT, "src/site"), output, {
    // As the command line of Eleventy does it, so that these folders outrank those that .eleventy.js names.
    source: "cli",
    configPath: resolve(PROJECT, ".eleventy.js"),
    quietMode: true,
    config: (config) => config.addGlobalData(PREPARED, new Prepared(publication, told)),
  });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}
