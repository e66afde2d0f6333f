/** A difference as Markdown for a comment on a pull request, below the size that hosts take. */
import { count } from "../shared/text.ts";
import { type Difference, isSame, type SideFacts } from "./difference.ts";
import { code } from "./quoted.ts";
import { type Row, type Section, sectionsOf } from "./sections.ts";
import { summaryOf } from "./summary.ts";

/** GitHub takes 65,536 characters; what is left is for the marks and links of whoever posts it. */
export const LENGTH_LIMIT = 64_000;
/** Sections of more rows are folded. */
const OPEN_ROWS = 50;

/**
 * The summary in a line, then sections, the gravest first. What does not fit is left out by whole rows, and counted; no
 * longer than the limit in UTF-16 code units, of which no host counts more.
 */
export function markdownOf(difference: Difference, limit = LENGTH_LIMIT): string {
  const head = headOf(difference);
  const sections = sectionsOf(difference);
  const frames = sections.map((section) => printed(section, [], section.rows.length).length);
  let room = limit - head.length - frames.reduce((sum, length) => sum + length, 0);
  const parts = sections.map((section) => {
    const rows = section.rows.filter((row) => {
      const length = row.join("\n").length + 1;
      if (length > room) return false;
      room -= length;
      return true;
    });
    return printed(section, rows, section.rows.length - rows.length);
  });
  return head + parts.join("");
}

function printed({ title, rows: all }: Section, rows: readonly Row[], left: number): string {
  const name = `${title} (${all.length.toLocaleString("en-GB")})`;
  const lines = [
    ...rows.flat(),
    ...(left > 0 ? [`- … and ${left.toLocaleString("en-GB")} more, left out for room`] : []),
  ].join("\n");
  return all.length > OPEN_ROWS
    ? `\n<details>\n<summary>${name}</summary>\n\n${lines}\n\n</details>\n`
    : `\n### ${name}\n\n${lines}\n`;
}

function headOf(difference: Difference): string {
  const { base, head, map } = difference;
  const numbers = [
    number(base.entities, head.entities, "entity", "entities"),
    number(base.claims, head.claims, "claim", "claims"),
    number(base.sources, head.sources, "source", "sources"),
  ];
  const lines = [
    `**${summaryOf(difference)}.**`,
    "",
    `From ${code(base.label)} to ${code(head.label)}: ${numbers.join(", ")}.${isSame(difference) ? "" : mapWords(map)}`,
    ...[base, head].flatMap(errorsOf),
  ];
  return `${lines.join("\n")}\n`;
}

/** “38 entities (+1)”. */
function number(before: number, after: number, one: string, many: string): string {
  const change = after - before;
  const sign = change > 0 ? ` (+${change})` : change < 0 ? ` (−${-change})` : "";
  return count(after, one, many) + sign;
}

function mapWords(map: Difference["map"]): string {
  if (map === undefined || map.shared === 0) return "";
  if (map.largest === 0) return " On the map everything stays where it was.";
  const moved = ` On the map, what was there moves by ${percent(map.mean)} of its size on average, by ${percent(map.largest)} at most`;
  return map.isKept
    ? `${moved}.`
    : `${moved}: no \`.positions\` is kept with the content, so it is laid out anew.`;
}

const percent = (share: number): string =>
  share > 0 && share < 0.001 ? "less than 0.1 %" : `${(share * 100).toFixed(1)} %`;

function errorsOf({ label, errors }: SideFacts): string[] {
  if (errors === 0) return [];
  const these = errors === 1 ? "an error" : count(errors, "error");
  return ["", `${code(label)} has ${these}: what stands in files that cannot be read is not compared.`];
}
