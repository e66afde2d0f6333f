/** The files for other programs below `data/`, and the page that describes them. */
import { type DataFile, dataPath, filesFor } from "../exchange/files.ts";
import { WRITERS } from "../exchange/formats.ts";
import { graphDataOf } from "../exchange/graph-data.ts";
import { DATA } from "../shared/paths.ts";
import { oncePerSite } from "./once.ts";
import { fileAt, type Page } from "./page.ts";
import { dataPage } from "./pages/data.ts";
import type { Site } from "./site.ts";

const dataOf = oncePerSite(({ whole, analysis }: Site) => graphDataOf(whole, analysis));

/** The page comes last: it says how large the files are, which are not written twice for it then. */
export function dataPages(site: Site): Page[] {
  const sizes = new Map<string, number>();
  const write = ({ name }: DataFile): Uint8Array => {
    const text = WRITERS[name](dataOf(site));
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    sizes.set(name, bytes.length);
    return bytes;
  };
  const sizeOf = (file: DataFile): number => sizes.get(file.name) ?? write(file).length;
  return [
    ...filesFor(site.content.edges.length).map((file) => ({
      path: dataPath(file),
      render: async () => write(file),
    })),
    { path: fileAt(DATA), render: () => dataPage(site, sizeOf) },
  ];
}
