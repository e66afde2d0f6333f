/** What is published of a content folder: the one place where the content, its graph and its history come together. */
import { resolve } from "node:path";
import type { Folder } from "../content/folder.ts";
import { readHistory } from "../content/history.ts";
import { analyse } from "../graph/analyse.ts";
import type { Content } from "../shared/records.ts";
import type { Page } from "./page.ts";
import { pagesOf } from "./pages.ts";
import { makeSite } from "./site.ts";

/** Pages, and files copied as they are, from their full path to their place in the output. */
export interface Publication {
  readonly pages: readonly Page[];
  readonly copies: ReadonlyMap<string, string>;
}

/** Of content without errors. */
export function publicationOf(
  contentFolder: string,
  { folder, content }: { readonly folder: Folder; readonly content: Content },
): Publication {
  const site = makeSite(content, analyse(content), readHistory(contentFolder), folder.texts);
  return { pages: pagesOf(site), copies: copiesOf(contentFolder, folder.assets) };
}

/** The images of a content folder, to be copied. */
function copiesOf(contentFolder: string, assets: Iterable<string>): Map<string, string> {
  return new Map([...assets].map((path) => [resolve(contentFolder, path), path]));
}
