/** Mends every file of a folder, and the references by ids that were renamed, which only the whole folder can tell. */
import type { Diagnostic } from "../../shared/diagnostic.ts";
import { FOLDERS, STORIES } from "../../shared/paths.ts";
import type { FileKind } from "../../shared/schema.ts";
import { valueAt } from "../fields.ts";
import type { Folder } from "../folder.ts";
import { parseYaml, yamlOf } from "../front-matter.ts";
import { type LoadOptions, loadContent } from "../load.ts";
import { THEME_FOLDER } from "../theme/theme.ts";
import { mendText } from "./file.ts";
import { type Change, isNoWorse, isPlainYaml, isSameBut, readingOf } from "./reading.ts";
import { rewrite } from "./values.ts";
import { textsOf } from "./yaml-nodes.ts";

/** The new texts of the files that have something to mend, by path. */
export function mendFolder(folder: Folder, options: LoadOptions): ReadonlyMap<string, string> {
  const texts = new Map(
    [...folder.texts].map(([file, text]) => {
      // What a theme holds is neither YAML nor Markdown.
      const isTheme = file.startsWith(THEME_FOLDER);
      return [file, isTheme ? text : mendText(kindOf(file), text)] as const;
    }),
  );
  const { content, diagnostics } = loadContent({ ...folder, texts }, options);
  const currentId = (id: string) => content.byId.get(id.normalize("NFC"))?.id;
  const renamedIn = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    if (each.code !== "former-id") continue;
    const renamed = renamedIn.get(each.file) ?? [];
    renamed.push(each);
    renamedIn.set(each.file, renamed);
  }
  for (const [file, renamed] of renamedIn) {
    const text = texts.get(file);
    if (text !== undefined) texts.set(file, mendReferences(kindOf(file), text, renamed, currentId));
  }
  return new Map([...texts].filter(([file, text]) => text !== folder.texts.get(file)));
}

function kindOf(file: string): FileKind {
  const top = file.slice(0, Math.max(0, file.indexOf("/")));
  if (top === FOLDERS.entity) return "entity";
  if (top === FOLDERS.edge) return "edge";
  if (top === FOLDERS.source) return "source";
  if (top === STORIES) return "story";
  return file === "site.yml" ? "site" : "ontology";
}

function mendReferences(
  kind: FileKind,
  text: string,
  renamed: readonly Diagnostic[],
  currentId: (id: string) => string | undefined,
): string {
  const found = yamlOf(text, isPlainYaml(kind));
  const before = readingOf(kind, text);
  if (found === undefined || before === undefined) return text;
  const places = new Set(renamed.map(({ line, column }) => offsetOf(text, line, column) - found.start));
  const changes = textsOf(parseYaml(found.yaml)).flatMap(({ start, value, path }): Change[] => {
    const id = places.has(start) && !namesEdge(path, before.data) ? currentId(value.trim()) : undefined;
    return id === undefined ? [] : [{ path, value: id }];
  });
  const next = rewrite(kind, text, changes);
  const after = readingOf(kind, next);
  const isGood =
    after !== undefined && isSameBut(before.data, after.data, changes) && isNoWorse(before, after);
  return isGood ? next : text;
}

/** Whether an edge in its entity’s file has its id, and so its address, from the value. */
function namesEdge(path: readonly (string | number)[], data: unknown): boolean {
  const [edges, number, key] = path;
  if (edges !== "edges" || number === undefined || key !== "to") return false;
  return valueAt(data, [edges, number, "id"]) === undefined;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
