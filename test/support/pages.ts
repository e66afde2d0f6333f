/** The pages of content written in a test, made without Eleventy. */
import type { History, NoHistory } from "../../src/content/history.ts";
import { analyse } from "../../src/graph/analyse.ts";
import { pagesOf } from "../../src/site/pages.ts";
import { makeSite } from "../../src/site/site.ts";
import { loadedContent } from "./graphs.ts";

export interface Pages {
  readonly paths: readonly string[];
  /** The text of the page at an address that ends in `/`, or of another file. */
  at(address: string): Promise<string>;
  /** The text of a file that is no page. */
  file(path: string): Promise<string>;
  /** The bytes of a file that is no text. */
  bytes(path: string): Promise<Uint8Array>;
}

export function pagesFrom(files: Readonly<Record<string, string>>, history?: History | NoHistory): Pages {
  const content = loadedContent(files);
  const pages = new Map(
    pagesOf(makeSite(content, analyse(content), { history, texts: new Map(Object.entries(files)) })).map(
      (page) => [page.path, page],
    ),
  );
  const rendered = async (path: string): Promise<string | Uint8Array> => {
    const page = pages.get(path);
    if (page === undefined) throw new Error(`there is no ${path}`);
    return page.render();
  };
  const file = async (path: string): Promise<string> => String(await rendered(path));
  return {
    paths: [...pages.keys()],
    at: (address) => file(address === "" || address.endsWith("/") ? `${address}index.html` : address),
    file,
    async bytes(path) {
      const read = await rendered(path);
      if (typeof read === "string") throw new Error(`${path} is text`);
      return read;
    },
  };
}

/** A list of the texts that stand between two others. */
export function allBetween(text: string, start: string, end: string): string[] {
  return text
    .split(start)
    .slice(1)
    .map((part) => part.split(end)[0] ?? "");
}

export const person = (id: string, body = "", more = ""): Record<string, string> => ({
  [`entities/${id}.md`]: `---\ntype: person\nname: ${id.toUpperCase()}\n${more}---\n\n${body}\n`,
});

export const claim = (id: string, from: string, to: string, more = ""): Record<string, string> => ({
  [`edges/${id}.md`]: `---\ntype: statement\nfrom: ${from}\nto: ${to}\n${more}---\n`,
});
