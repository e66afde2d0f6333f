/**
 * The one file that knows Eleventy. Eleventy prints a list of pages: one virtual template, paginated over them, so that
 * nothing in the content can steer it. The pages of records, of which there may be a hundred thousand, and files that
 * are no pages are written by its plugin when Eleventy begins: in its templates each costs as much again as it takes to
 * make, and Eleventy keeps everything that it prints until the end.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import Eleventy, { type EleventyConfig } from "@11ty/eleventy";
import { readFolder } from "../content/folder.ts";
import { loadContent } from "../content/load.ts";
import { PACKAGE_FOLDER } from "./package-folder.ts";
import type { Page } from "./page.ts";
import { type Press, printAll, type Rendering, type Work, Writer } from "./press.ts";
import { type Publication, publicationOf } from "./publication.ts";

const PREPARED = "skein";

/**
 * The plugin. It publishes what `print` has prepared; where Eleventy was started on its own, the folder `content` of
 * the working directory. Throws where that has mistakes: `skein check` says which.
 */
export function skein(eleventy: EleventyConfig): void {
  const prepared = eleventy.globalData[PREPARED] as Prepared | undefined;
  const { publication, rendering, press, onPages }: Printing = prepared ?? {
    publication: publicationFrom("content"),
    ...PLAINLY,
  };
  const isHtml = ({ path }: Page): boolean => path.endsWith(".html");
  // Drawn by threads of a library, several at a time.
  const isPicture = ({ path }: Page): boolean => path.endsWith(".png");
  let [few, many] = [0, 0];
  const rendered = async (page: Page): Promise<string | Uint8Array> => {
    const text = await rendering(page);
    onPages(++few + many);
    return text;
  };
  eleventy.on("eleventy.before", async ({ directories }) => {
    const writer = new Writer(directories.output);
    // The other threads begin, while this one makes what it alone can make.
    const finish = press(publication, directories.output, rendering, (done) => {
      many = done;
      onPages(few + many);
    });
    const write = async (pages: Iterable<Page>): Promise<void> => {
      for (const page of pages) writer.write(page.path, await rendered(page));
    };
    const files = publication.few.filter((page) => !isHtml(page));
    const pictures = files.filter(isPicture).values();
    const drawing = Promise.all(Array.from({ length: availableParallelism() }, () => write(pictures)));
    // What fails while others are at work is told when they have ended: nothing is written after that.
    drawing.catch(() => {});
    try {
      await write(files.filter((page) => !isPicture(page)));
      await finish();
    } finally {
      await drawing;
    }
  });
  eleventy.addGlobalData("pages", () => publication.few.filter(isHtml));
  eleventy.addTemplate("pages.11ty.js", async ({ item }: { item: Page }) => String(await rendered(item)), {
    pagination: { data: "pages", size: 1, alias: "item" },
    permalink: ({ item }: { item: Page }) => item.path,
    eleventyExcludeFromCollections: true,
  });
  eleventy.on("eleventy.after", ({ directories }) => copyFiles(publication.copies, directories.output));
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

/** How pages are made and written. */
export interface PrintOptions {
  readonly rendering: Rendering;
  readonly press: Press;
  readonly onPages: (done: number) => void;
}

/** In one thread, with nothing noted. */
export const PLAINLY: PrintOptions = {
  rendering: async (page) => page.render(),
  press: printAll,
  onPages: () => {},
};

/** What is printed of a publication. */
export type Printed = Pick<Publication, "few" | keyof Work | "copies">;

interface Printing extends PrintOptions {
  readonly publication: Printed;
}

/** A value of a class, which Eleventy hands on without copying it. */
class Prepared implements Printing {
  readonly publication: Printing["publication"];
  readonly rendering: Rendering;
  readonly press: Press;
  readonly onPages: (done: number) => void;

  constructor({ publication, rendering, press, onPages }: Printing) {
    this.publication = publication;
    this.rendering = rendering;
    this.press = press;
    this.onPages = onPages;
  }
}

function publicationFrom(contentFolder: string): Publication {
  const folder = readFolder(contentFolder);
  const { content, diagnostics } = loadContent(folder, { drafts: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`the content has ${errors.length} mistakes: run npx skein check`);
  return publicationOf(contentFolder, { folder, content });
}

/** Has Eleventy print a publication into a folder. Rejects with what a page threw, or with what the disk refused. */
export async function print(printing: Printing, output: string): Promise<void> {
  const eleventy = new Eleventy(join(PACKAGE_FOLDER, "src/site"), output, {
    // As the command line of Eleventy does it, so that these folders outrank those that .eleventy.js names.
    source: "cli",
    configPath: join(PACKAGE_FOLDER, ".eleventy.js"),
    quietMode: true,
    config: (config) => {
      // It would tell how long they took, whatever is said of quiet: they are made before quiet mode is known.
      for (const group of Object.values(config.benchmarks)) group.setIsVerbose(false);
      config.addGlobalData(PREPARED, new Prepared(printing));
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}
