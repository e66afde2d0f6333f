/** A site in memory, from texts by path laid over the least content. */
import { analyse } from "../../../src/graph/analyse.ts";
import { pagesOf } from "../../../src/site/pages.ts";
import { makeSite, type Site } from "../../../src/site/site.ts";
import { load } from "../../support/content.ts";

export function siteOf(texts: Readonly<Record<string, string>>, assets: readonly string[] = []): Site {
  const { content, diagnostics } = load(texts, { assets });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return makeSite(content, analyse(content));
}

/** The text of the file of a site at a path. */
export async function fileOf(site: Site, path: string): Promise<string> {
  const page = pagesOf(site).find((each) => each.path === path);
  if (page === undefined) throw new Error(`there is no ${path}`);
  return String(await page.render());
}

export const pathsOf = (site: Site): string[] => pagesOf(site).map(({ path }) => path);
