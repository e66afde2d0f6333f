/** Graphs in a line: `a-b b-c` are two claims between three people. */
import { folderOf } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { seededRandom } from "../../src/graph/random.ts";
import type { Content } from "../../src/shared/records.ts";

/** Each pair is a claim of the first about the second; a lone name is somebody without a claim. */
export function contentOf(notation: string): Content {
  const words = notation.split(" ").filter((word) => word !== "");
  const files: Record<string, string> = { "site.yml": "requireSources: false\n" };
  for (const id of new Set(words.flatMap((word) => word.split("-"))))
    files[`entities/${id}.md`] = `---\ntype: person\nname: ${id}\n---\n`;
  for (const [i, [from, to]] of words.map((word) => word.split("-")).entries()) {
    const number = String(i).padStart(4, "0");
    if (to !== undefined)
      files[`edges/e${number}.md`] = `---\ntype: statement\nfrom: ${from}\nto: ${to}\n---\n`;
  }
  return loadedContent(files);
}

/** Content made of files that hold no mistake. */
export function loadedContent(files: Readonly<Record<string, string>>): Content {
  const { content, diagnostics } = loadContent(folderOf(files), { drafts: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
  return content;
}

/** So many claims between so many people, the same for the same seed. */
export function randomNotation(people: number, claims: number, seed: number): string {
  const random = seededRandom(seed);
  const anyone = () => `p${Math.floor(random() * people)}`;
  return Array.from({ length: claims }, () => `${anyone()}-${anyone()}`).join(" ");
}
