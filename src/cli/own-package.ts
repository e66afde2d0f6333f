/** Where npm finds the very Skein that runs, so that what it makes can ask for the same. */
import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import own from "../../package.json" with { type: "json" };
import { PACKAGE_FOLDER } from "../site/package-folder.ts";

/**
 * What a `package.json` in a folder asks npm for: the version where npm has it from a registry; else the file or folder
 * that Skein came from, as `file:` and the way there.
 */
export function ownPackage(folder: string, root = PACKAGE_FOLDER): string {
  const source = sourceOf(root);
  if (source === undefined) return own.version;
  return `file:${relative(resolve(folder), source).replaceAll("\\", "/")}`;
}

/** The tarball or folder that Skein was installed from, or the checkout that it runs in. */
function sourceOf(root: string): string | undefined {
  const modules = dirname(root);
  if (basename(modules) !== "node_modules") return root;
  const { resolved = "" } = packagesIn(join(modules, ".package-lock.json"))[`node_modules/${own.name}`] ?? {};
  return resolved.startsWith("file:") ? resolve(dirname(modules), resolved.slice("file:".length)) : undefined;
}

/** What npm writes down of what it has installed; other package managers do not. */
function packagesIn(path: string): Record<string, { resolved?: string }> {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}
