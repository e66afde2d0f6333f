/** What a change does to the settings, the ontology, the theme and the pictures: keys and files. */
import type { Folder } from "../content/folder.ts";
import { readYaml } from "../content/front-matter.ts";
import { compareText } from "../shared/text.ts";
import type { FileChange, KeyChange, Side } from "./difference.ts";
import { flattened, isSameList } from "./fields.ts";

const SETTINGS = ["site.yml", "ontology.yml"];

/** As written, in the order of the keys: what a built-in default would be is no change of the author’s. */
export function keyChanges(base: Side, head: Side): KeyChange[] {
  return SETTINGS.flatMap((file) => {
    const [before, after] = [keysIn(base.folder, file), keysIn(head.folder, file)];
    // What stands in a file that cannot be read is not known: its error says so.
    if (before === undefined || after === undefined) return [];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): KeyChange[] => {
      const [old, now] = [before.get(key) ?? [], after.get(key) ?? []];
      return isSameList(old, now) ? [] : [{ file, key, before: old, after: now }];
    });
  });
}

function keysIn({ texts }: Folder, file: string): Map<string, readonly string[]> | undefined {
  const { data, problems } = readYaml(texts.get(file) ?? "");
  return problems.length > 0 ? undefined : new Map(flattened("", data));
}

/** Files of the theme by their text, pictures by their bytes; in order of their paths. */
export function fileChanges(base: Side, head: Side): FileChange[] {
  const [before, after] = [printsIn(base), printsIn(head)];
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).flatMap((path): FileChange[] => {
    if (!before.has(path)) return [{ path, action: "added" }];
    if (!after.has(path)) return [{ path, action: "removed" }];
    const [old, now] = [before.get(path), after.get(path)];
    return old === undefined || now === undefined || old === now ? [] : [{ path, action: "changed" }];
  });
}

/** By path what is the same for the same file; undefined where that is not known. */
function printsIn({ folder, pictures }: Side): Map<string, string | undefined> {
  const themes = [...folder.texts].filter(([path]) => path.startsWith("theme/"));
  return new Map([
    ...themes.map(([path, text]) => [path, text.replaceAll("\r\n", "\n")] as const),
    ...[...folder.assets].map((path) => [path, pictures.get(path)] as const),
  ]);
}
