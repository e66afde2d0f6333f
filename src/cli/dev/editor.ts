/** Links that open a file in the author’s editor, which the editor itself answers: the server starts no program. */
import { pathToFileURL } from "node:url";
import { UsageError } from "../terminal.ts";

/** The address of a place in a file, of which the path is absolute; undefined where no editor is wanted. */
export type EditorLink = (path: string, line: number, column: number) => string | undefined;

/** The addresses by which editors open files, as their makers document them. */
const EDITORS: Readonly<Record<string, string>> = {
  vscode: "vscode://file{path}:{line}:{column}",
  "vscode-insiders": "vscode-insiders://file{path}:{line}:{column}",
  vscodium: "vscodium://file{path}:{line}:{column}",
  cursor: "cursor://file{path}:{line}:{column}",
  windsurf: "windsurf://file{path}:{line}:{column}",
  zed: "zed://file{path}:{line}:{column}",
  idea: "idea://open?file={path}&line={line}&column={column}",
  textmate: "txmt://open?url=file://{path}&line={line}&column={column}",
};

/** Schemes that browsers act on themselves. */
const NO_EDITORS = ["javascript", "data", "blob", "file", "about", "view-source"];

/**
 * The links for what `SKEIN_EDITOR` says: the name of an editor, an address with `{path}`, `{line}` and `{column}` in it,
 * or `none`; VS Code’s where it is not set. Throws `UsageError` for everything else.
 */
export function editorLinks(setting = "vscode"): EditorLink {
  if (setting === "none") return () => undefined;
  const template = EDITORS[setting] ?? setting;
  const scheme = /^([a-z][a-z0-9+.-]*):.*\{path\}/i.exec(template)?.[1]?.toLowerCase();
  if (scheme === undefined || NO_EDITORS.includes(scheme)) {
    const names = Object.keys(EDITORS).join(", ");
    throw new UsageError(
      `SKEIN_EDITOR is one of ${names}, none, or an address with {path} in it such as ${EDITORS.vscode}`,
    );
  }
  return (path, line, column) =>
    template
      .replaceAll("{path}", () => encodedPath(path))
      .replaceAll("{line}", String(line))
      .replaceAll("{column}", String(column));
}

/** With a slash before the drive letter on Windows; what would end a parameter is encoded as well. */
const encodedPath = (path: string): string =>
  pathToFileURL(path).pathname.replace(/[&+=]/g, encodeURIComponent);
