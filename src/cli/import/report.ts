/** What an import says of itself: for people and for programs. */
import type { Note } from "../../exchange/import/drafts.ts";
import { gather } from "../../shared/gather.ts";
import { printable } from "../report/printable.ts";

/** So many other lines of one message are named; `--json` has all. */
const LINES = 8;

/** A line for each thing, with its place; what is said of many lines of a file in the same words is said once. */
export function noteReport(notes: readonly Note[]): string {
  const groups = gather(notes, ({ file, message }) => [JSON.stringify([file, message])]);
  return [...groups.values()].map(groupText).join("");
}

function groupText(notes: readonly Note[]): string {
  const [first] = notes;
  if (first === undefined) return "";
  const lines = [...new Set(notes.slice(1).map(({ line }) => line))].filter((line) => line !== first.line);
  const more = lines.length > LINES ? ` and ${lines.length - LINES} more` : "";
  const others =
    lines.length === 0
      ? ""
      : ` (and ${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, LINES).join(", ")}${more})`;
  const help = first.help === undefined ? "" : `  help ${printable(first.help)}\n`;
  return `${printable(first.file)}:${first.line} ${first.code}: ${printable(first.message)}${others}\n${help}`;
}
