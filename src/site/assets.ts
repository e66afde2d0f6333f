/**
 * What pages load besides themselves: the stylesheet with the colours of the ontology, the icon, the scripts. Each has a
 * hash of its content in its name, so that browsers keep it for ever and a new one is a new file: `assetPath` is the one
 * place that knows the addresses.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../shared/html.ts";
import { oncePer } from "../shared/once.ts";
import { ICON, IMMUTABLE, STYLESHEET } from "../shared/paths.ts";
import type { Content, Ontology } from "../shared/records.ts";
import { DASHED, dashProperty } from "../shared/signs.ts";
import { COLORS, FONTS, type Theme } from "../shared/theme.ts";
import { PACKAGE_FOLDER } from "./package-folder.ts";
import { scriptNamed, scripts } from "./scripts.ts";
import type { Site } from "./site.ts";

/** A file that pages load, by its address relative to the site’s root. */
export interface Asset {
  readonly path: string;
  readonly text: string;
}

/** The address of an asset, relative to the site’s root: `skein.css` → `skein/immutable/skein-1f0c….css`. */
export function assetPath(site: Site, name: string): string {
  const found = site.assets?.get(name) ?? scriptNamed(name)?.path ?? ownAssets(site.content).get(name)?.path;
  if (found === undefined) throw new Error(`no page can load ${name}: it is no asset`);
  return found;
}

/** The addresses of all assets, by name. */
export function addressesOf(content: Looks): Map<string, string> {
  const named = scripts().flatMap(({ name, path }) => (name === undefined ? [] : [[name, path] as const]));
  return new Map([...named, ...[...ownAssets(content)].map(([name, { path }]) => [name, path] as const)]);
}

/** All assets, and the parts of scripts. */
export function assetsOf(site: Site): readonly Asset[] {
  return [...scripts(), ...ownAssets(site.content).values()];
}

/** What of the content has a say in assets. All pages depend on it. */
type Looks = Pick<Content, "ontology" | "theme" | "settings">;

/** Those that the content has a say in, by name. */
const ownAssets = oncePer(({ ontology, theme, settings }: Looks): ReadonlyMap<string, Asset> => {
  const texts = [
    [STYLESHEET, stylesheet(ontology, theme)],
    [ICON, icon(settings.title)],
  ] as const;
  return new Map(texts.map(([name, text]) => [name, { path: hashed(name, text), text }]));
});

/** The address of a file that is called after its content: equal content, equal address. */
export function hashed(name: string, content: string | Uint8Array): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return `${IMMUTABLE}${name.replace(/(?=\.\w+$)/, `-${hash}`)}`;
}

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
  const own = theme.stylesheet ?? readFileSync(join(PACKAGE_FOLDER, "src/site/styles/skein.css"), "utf8");
  const root = `:root {\n  color-scheme: light dark;\n  ${properties.join("\n  ")}\n}`;
  return `${[root, own, ...rules, theme.moreStyles].join("\n")}\n`;
}

/** The site’s mark: three knots and the threads between them. */
export function icon(label: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapeHtml(label)}</title><g stroke="#5c94db" stroke-width="2.5"><path d="M8 9 24 12 13 25Z" fill="none"/></g><circle cx="8" cy="9" r="4.5" fill="#c73846"/><circle cx="24" cy="12" r="4" fill="#5c94db"/><circle cx="13" cy="25" r="4" fill="#7e6a15"/></svg>\n`;
}
