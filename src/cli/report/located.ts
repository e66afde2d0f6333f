/** Diagnostics whose files are named from where the command was called, so that a program can open them. */
import type { Diagnostic } from "../../shared/diagnostic.ts";

/** `edges/x.md` of the folder `content` → `content/edges/x.md`. */
export function located(diagnostics: readonly Diagnostic[], folder: string): Diagnostic[] {
  const root = folder.replace(/(?<=.)\/+$/, "");
  const place = (file: string) => (root === "." ? file : root === "/" ? `/${file}` : `${root}/${file}`);
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: place(diagnostic.file),
    ...(diagnostic.related !== undefined && {
      related: diagnostic.related.map((related) => ({ ...related, file: place(related.file) })),
    }),
  }));
}
