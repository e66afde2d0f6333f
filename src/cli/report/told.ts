/** What is told of a content on the terminal. */
import type { Diagnostic } from "../../shared/diagnostic.ts";
import { count } from "../../shared/text.ts";
import { isColoured, type Terminal } from "../terminal.ts";
import { paintFor, prettyReport, tally } from "./pretty.ts";

/** What is told of a content: all of it, or as much as is needed to tell it again. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly folder: { readonly texts: ReadonlyMap<string, string> };
  readonly content: Readonly<Record<"entities" | "edges" | "sources", { readonly length: number }>>;
}

/**
 * The problems and a last line that sums up, and begins with `done`, what was done before; with `quiet`, the problems
 * alone.
 */
export function reportOf(
  read: Told,
  options: { content: string; quiet: boolean },
  terminal: Terminal,
  done = "",
): string {
  const paint = paintFor(isColoured(terminal.out, terminal.env));
  const folder = options.content.replace(/\/+$/, "");
  const problems = prettyReport(read.diagnostics, folder, (file) => read.folder.texts.get(file), paint);
  if (options.quiet) return problems;
  const found = tally(read.diagnostics) ?? "no problems";
  return `${problems}${problems === "" ? "" : "\n"}${done === "" ? "" : `${done}; `}${summary(read)}: ${found}\n`;
}

/** “38 entities, 56 claims, 1 source”. */
export function summary({ content }: Pick<Told, "content">): string {
  const { entities, edges, sources } = content;
  return `${count(entities.length, "entity", "entities")}, ${count(edges.length, "claim")}, ${count(sources.length, "source")}`;
}

export const hasErrors = ({ diagnostics }: Pick<Told, "diagnostics">): boolean =>
  diagnostics.some(({ severity }) => severity === "error");
