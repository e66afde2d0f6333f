/** `skein init`: a working graph of one's own, from the files in `template/`, and those for editors. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseDocument } from "yaml";
import { builtInEditorFiles } from "../content/editor-files.ts";
import { siteSchema } from "../shared/schema.ts";
import { count } from "../shared/text.ts";
import { makeFolder } from "../site/make-folder.ts";
import { PACKAGE_FOLDER } from "../site/package-folder.ts";
import { ownPackage } from "./own-package.ts";
import { reasonOf } from "./reasons.ts";
import { printable } from "./report/printable.ts";
import { EXIT, type ExitCode, FailedError, type Terminal, UsageError } from "./terminal.ts";

export interface InitOptions {
  readonly title?: string;
  /** Where npm finds Skein: a version, a tarball, an address. */
  readonly skein?: string;
  readonly quiet: boolean;
  readonly json: boolean;
}

const TEMPLATE = join(PACKAGE_FOLDER, "template");

/** npm leaves files of these names out of packages, or obeys them: they bear another one in the template. */
const NAMES: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

/** Fills a folder that is new, or empty but for `.git`. Throws `UsageError` for any other, which stays as it is. */
export async function init(folder: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const skein = options.skein ?? ownPackage(folder);
  const files = filesFor(resolve(folder), skein, options.title);
  try {
    guard(folder);
    writeAll(resolve(folder), files);
  } catch (error) {
    const reason = reasonOf(error, "there is no such folder, and none can be made");
    if (reason === undefined) throw error;
    throw new FailedError(`cannot write to ${printable(folder)}: ${reason}`);
  }
  if (options.json) terminal.out.write(`${JSON.stringify({ folder, files: [...files.keys()].sort() })}\n`);
  else if (!options.quiet) terminal.out.write(told(folder, files.size) + warned(skein));
  return EXIT.done;
}

const isEmpty = (folder: string): boolean => readdirSync(folder).every((name) => name === ".git");

function guard(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw new UsageError(`${printable(folder)} is a file; name a new folder`);
  if (!isEmpty(folder)) throw new UsageError(`${printable(folder)} is not empty; name a new folder`);
}

function told(folder: string, files: number): string {
  const steps = [
    ...(resolve(folder) === resolve(".") ? [] : [`cd ${inShell(printable(folder))}`]),
    "npm install",
    "npm start",
  ];
  return `${count(files, "file")} in ${printable(folder)}. Next:\n\n${steps.map((step) => `  ${step}\n`).join("")}`;
}

/** Nobody else, and no host, has a file of this machine. */
const warned = (skein: string): string =>
  skein.startsWith("file:")
    ? `\npackage.json takes Skein from ${printable(skein)}. Before you publish, put it where others find it too.\n`
    : "";

const inShell = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** The texts of the new folder by path. */
function filesFor(folder: string, skein: string, newTitle: string | undefined): Map<string, string> {
  const files = new Map(Object.entries(builtInEditorFiles()));
  for (const path of templateFiles())
    files.set((NAMES[path] ?? path).replaceAll("\\", "/"), readFileSync(join(TEMPLATE, path), "utf8"));
  const change = (path: string, changed: (text: string) => string): void => {
    files.set(path, changed(files.get(path) ?? ""));
  };
  change("package.json", (text) => packageText(text, folder, skein));
  const title = titleOf(newTitle);
  if (title !== undefined) {
    change("content/site.yml", (text) => withTitle(text, title));
    change("README.md", (text) => text.replace(/^# .*/, () => `# ${markdownText(title)}`));
  }
  return files;
}

function templateFiles(): string[] {
  return readdirSync(TEMPLATE, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(TEMPLATE, join(entry.parentPath, entry.name)))
    .sort();
}

function packageText(text: string, folder: string, skein: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 200);
  const contents = JSON.parse(text) as { name: string };
  return `${JSON.stringify({ ...contents, name: name === "" ? contents.name : name, dependencies: { skein } }, null, 2)}\n`;
}

function titleOf(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const read = siteSchema.shape.title.safeParse(title);
  if (read.success) return read.data;
  throw new UsageError(`--title ${read.error.issues[0]?.message ?? "is no title"}`);
}

/** The description is about the sample, and goes with its title. */
function withTitle(text: string, title: string): string {
  const document = parseDocument(text);
  document.set("title", title);
  document.delete("description");
  return document.toString({ lineWidth: 0 });
}

const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>#&$|~]/g, "\\$&");

/**
 * All or nothing: the files are written apart, then put into their place. What is to be a new folder is one rename; an
 * empty one that is there already may be the working folder or a repository, and is filled.
 */
function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  const isNew = !existsSync(folder);
  const around = isNew ? dirname(folder) : folder;
  makeFolder(around);
  const apart = mkdtempSync(join(around, ".skein-init-"));
  try {
    // One below, because only its owner may read what mkdtemp makes.
    const made = join(apart, "graph");
    for (const [path, text] of files) {
      mkdirSync(dirname(join(made, path)), { recursive: true });
      writeFileSync(join(made, path), text);
    }
    if (isNew) renameSync(made, folder);
    else moveAll(made, folder);
  } finally {
    rmSync(apart, { recursive: true, force: true });
  }
}

function moveAll(from: string, to: string): void {
  const moved: string[] = [];
  try {
    for (const name of readdirSync(from)) {
      renameSync(join(from, name), join(to, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) rmSync(join(to, name), { recursive: true, force: true });
    throw error;
  }
}
