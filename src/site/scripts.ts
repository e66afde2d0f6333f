/** The scripts of the pages: bundled from `app/`, a group of pages at a time, and each file named after its content. */
import { join } from "node:path";
import { type BuildOptions, type BuildResult, build, buildSync } from "esbuild";
import {
  EMBED_SCRIPT,
  IMMUTABLE,
  NETWORK_SCRIPT,
  SEARCH_SCRIPT,
  TABLE_SCRIPT,
  THEME_SCRIPT,
  TIMELINE_SCRIPT,
} from "../shared/paths.ts";
import { PACKAGE_FOLDER } from "./package-folder.ts";

/** A file of JavaScript for the browser, by its address relative to the site’s root. */
export interface Script {
  readonly path: string;
  readonly text: string;
  /** Addresses of the scripts that it cannot run without. */
  readonly imports: readonly string[];
  /** What pages call it; left out for a part of others. */
  readonly name?: string;
}

/** Where scripts begin, by name. */
type Entries = Readonly<Record<string, string>>;

type Format = "esm" | "iife";

/** Apart from each other, so that the first load of each page is in no more parts than it needs. */
const GROUPS: readonly { readonly entries: Entries; readonly format: Format }[] = [
  { entries: { [NETWORK_SCRIPT]: "src/app/main.ts", [EMBED_SCRIPT]: "src/app/embed.ts" }, format: "esm" },
  {
    entries: { [TIMELINE_SCRIPT]: "src/app/timeline-page.ts", [TABLE_SCRIPT]: "src/app/table-page.ts" },
    format: "esm",
  },
  { entries: { [SEARCH_SCRIPT]: "src/app/full-text/main.ts" }, format: "esm" },
  { entries: { [THEME_SCRIPT]: "src/app/theme.ts" }, format: "iife" },
];

/** Made once a group, when it is first asked for: they depend on no content. */
const made = new Map<number, readonly Script[]>();

function groupAt(index: number): readonly Script[] {
  const group = GROUPS[index];
  if (group === undefined) return [];
  const scripts = made.get(index) ?? finished(bundle(group.entries, group.format));
  made.set(index, scripts);
  return scripts;
}

/** Makes all of them beside what this thread does meanwhile; who asks before they are there makes them itself. */
export async function makeScripts(): Promise<void> {
  const result = GROUPS.map(async ({ entries, format }, index) => {
    const output = await build(optionsOf(entries, format));
    made.set(index, finished(scriptsOf(entries, output)));
  });
  await Promise.all(result);
}

const finished = (scripts: readonly Script[]): Script[] =>
  scripts.map((script) => (isMap(script.path) ? { ...script, text: withoutNotes(script.text) } : script));

/** The scripts of all pages, and the parts that they load when asked for. */
export function scripts(): readonly Script[] {
  return GROUPS.flatMap((_, index) => groupAt(index));
}

/** The script of that name; undefined where none has it. Other pages’ scripts are not made for it. */
export function scriptNamed(name: string): Script | undefined {
  return groupAt(GROUPS.findIndex(({ entries }) => name in entries)).find((script) => script.name === name);
}

const isMap = (path: string): boolean => path.startsWith(`${IMMUTABLE}canvas-`);

/**
 * Sigma’s programs for the graphics card are texts to the bundler, which leaves their comments and indents: a tenth of
 * what a reader loads. After it, nothing but such texts has lines. The bundler has named the file before: who changes
 * what is left out here has to change that name too.
 */
const withoutNotes = (text: string): string =>
  text.replace(/\n[ \t]+/g, "\n").replace(/\n\/\/[^\n]*(?=\n)/g, "");

/** What the script of the network page asks for as soon as it runs: its own parts first, then the map with its parts. */
export function networkParts(): string[] {
  const all = new Map(groupAt(0).map((script) => [script.path, script]));
  const parts = new Set<string>();
  const add = (path: string): void => {
    if (parts.has(path)) return;
    parts.add(path);
    for (const used of all.get(path)?.imports ?? []) add(used);
  };
  const entry = scriptNamed(NETWORK_SCRIPT)?.path ?? "";
  add(entry);
  for (const path of all.keys()) if (isMap(path)) add(path);
  parts.delete(entry);
  return [...parts];
}

/** Scripts for the browser and all that they import, from files of this package, by name. */
export const bundle = (entries: Entries, format: Format = "esm"): Script[] =>
  scriptsOf(entries, buildSync(optionsOf(entries, format)));

const optionsOf = (entries: Entries, format: Format) =>
  ({
    entryPoints: Object.entries(entries).map(([out, file]) => ({
      in: join(PACKAGE_FOLDER, file),
      out: out.replace(/\.js$/, ""),
    })),
    // The hashes are of paths too, relative to this: they must not depend on where the program was started.
    absWorkingDir: PACKAGE_FOLDER,
    bundle: true,
    minify: true,
    splitting: format === "esm",
    format,
    target: "es2022",
    write: false,
    metafile: true,
    outdir: "/",
    entryNames: `${IMMUTABLE}[name]-[hash]`,
    chunkNames: `${IMMUTABLE}[name]-[hash]`,
    legalComments: "inline",
    charset: "utf8",
    logLevel: "silent",
  }) as const satisfies BuildOptions;

function scriptsOf(entries: Entries, result: BuildResult<ReturnType<typeof optionsOf>>): Script[] {
  const names = new Map(Object.entries(entries).map(([name, file]) => [join(PACKAGE_FOLDER, file), name]));
  const outputs = new Map(
    Object.entries(result.metafile.outputs).map(([path, output]) => [addressOf(path), output]),
  );
  return result.outputFiles.map((file) => {
    const path = addressOf(file.path);
    const { imports = [], entryPoint } = outputs.get(path) ?? {};
    return {
      path,
      text: file.text,
      imports: imports.filter(({ kind }) => kind === "import-statement").map((used) => addressOf(used.path)),
      name: entryPoint === undefined ? undefined : names.get(join(PACKAGE_FOLDER, entryPoint)),
    };
  });
}

const addressOf = (path: string): string => path.replaceAll("\\", "/").replace(/^.*?\/(?=skein\/)/, "");
