/** What pages load besides themselves: the stylesheet with the colours of the ontology, the icon, the browser’s script. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { escapeHtml } from "../shared/html.ts";
import {
  EMBED_SCRIPT,
  NETWORK_SCRIPT,
  SEARCH_SCRIPT,
  TABLE_SCRIPT,
  THEME_SCRIPT,
  TIMELINE_SCRIPT,
} from "../shared/paths.ts";
import type { Ontology } from "../shared/records.ts";
import { DASHED, dashProperty } from "../shared/signs.ts";
import { COLORS, FONTS, type Theme } from "../shared/theme.ts";

const fileBeside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The stylesheet: what the settings say as custom properties, then Skein’s own or the one that the theme has instead of
 * it, then what the theme adds. Each type’s colour is a custom property on whatever bears the type.
 */
export function stylesheet(ontology: Ontology, theme: Theme): string {
  const properties = [
    ...COLORS.map((name) => `--${name}: light-dark(${theme.light[name]}, ${theme.dark[name]});`),
    ...FONTS.map((name) => `--${name}: ${theme.fonts[name]};`),
    ...DASHED.map((status) => `${dashProperty(status)}: ${theme.dashes[status]};`),
  ];
  const rules = [
    ...[...ontology.entityTypes.values()].map(
      ({ id, color }) => `[data-entity-type="${id}"]{--color:${color}}`,
    ),
    ...[...ontology.edgeTypes.values()].map(({ id, color }) => `[data-edge-type="${id}"]{--color:${color}}`),
  ];
  const own = theme.stylesheet ?? readFileSync(fileBeside("styles/skein.css"), "utf8");
  const root = `:root {\n  color-scheme: light dark;\n  ${properties.join("\n  ")}\n}`;
  return `${[root, own, ...rules, theme.moreStyles].join("\n")}\n`;
}

/** A file of JavaScript for the browser, by its address relative to the site’s root. */
export interface Script {
  readonly path: string;
  readonly text: string;
  /** Addresses of the scripts that it cannot run without. */
  readonly imports: readonly string[];
}

let made: readonly Script[] | undefined;

/** The scripts of all pages, and the parts that they load when asked for. Made once: they depend on no content. */
export function scripts(): readonly Script[] {
  made ??= [
    ...bundle({ [NETWORK_SCRIPT]: "../app/main.ts", [EMBED_SCRIPT]: "../app/embed.ts" }).map((script) =>
      isMap(script.path) ? { ...script, text: withoutNotes(script.text) } : script,
    ),
    // Apart from those of the map, so that its first load is in no more parts.
    ...bundle({ [TIMELINE_SCRIPT]: "../app/timeline-page.ts", [TABLE_SCRIPT]: "../app/table-page.ts" }),
    ...bundle({ [SEARCH_SCRIPT]: "../app/full-text/main.ts" }),
    ...bundle({ [THEME_SCRIPT]: "../app/theme.ts" }, "iife"),
  ];
  return made;
}

const isMap = (path: string): boolean => path.startsWith("skein/canvas-");

/**
 * Sigma’s programs for the graphics card are texts to the bundler, which leaves their comments and indents: a tenth of
 * what a reader loads. After it, nothing but such texts has lines.
 */
const withoutNotes = (text: string): string =>
  text.replace(/\n[ \t]+/g, "\n").replace(/\n\/\/[^\n]*(?=\n)/g, "");

/** What the script of the network page asks for as soon as it runs: its own parts first, then the map with its parts. */
export function networkParts(): string[] {
  const all = new Map(scripts().map((script) => [script.path, script]));
  const parts = new Set<string>();
  const add = (path: string): void => {
    if (parts.has(path)) return;
    parts.add(path);
    for (const used of all.get(path)?.imports ?? []) add(used);
  };
  add(NETWORK_SCRIPT);
  for (const path of all.keys()) if (isMap(path)) add(path);
  parts.delete(NETWORK_SCRIPT);
  return [...parts];
}

/** Scripts for the browser and all that they import, from files beside this one; by address. */
export function bundle(entries: Readonly<Record<string, string>>, format: "esm" | "iife" = "esm"): Script[] {
  const result = buildSync({
    entryPoints: Object.entries(entries).map(([out, file]) => ({
      in: fileBeside(file),
      out: out.replace(/\.js$/, ""),
    })),
    bundle: true,
    minify: true,
    splitting: format === "esm",
    format,
    target: "es2022",
    write: false,
    metafile: true,
    outdir: "/",
    chunkNames: "skein/[name]-[hash]",
    legalComments: "inline",
    charset: "utf8",
    logLevel: "silent",
  });
  const imports = new Map(
    Object.entries(result.metafile.outputs).map(([path, output]) => [
      addressOf(path),
      output.imports.filter(({ kind }) => kind === "import-statement").map((used) => addressOf(used.path)),
    ]),
  );
  return result.outputFiles.map((file) => {
    const path = addressOf(file.path);
    return { path, text: file.text, imports: imports.get(path) ?? [] };
  });
}

const addressOf = (path: string): string => path.replaceAll("\\", "/").replace(/^.*?\/(?=skein\/)/, "");

/** The site’s mark: three knots and the threads between them. */
export function icon(label: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapeHtml(label)}</title><g stroke="#5c94db" stroke-width="2.5"><path d="M8 9 24 12 13 25Z" fill="none"/></g><circle cx="8" cy="9" r="4.5" fill="#c73846"/><circle cx="24" cy="12" r="4" fill="#5c94db"/><circle cx="13" cy="25" r="4" fill="#7e6a15"/></svg>\n`;
}
