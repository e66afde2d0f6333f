/** The table of all rows, for a terminal and for a page. */
import type { Bound, Row } from "./rows.ts";

const HEADINGS = ["", "size", "ours", "beside", "ratio", "bound", ""];

/** For a terminal: columns in line, figures to the right, what is asked for as headings. */
export function textTable(rows: readonly Row[]): string {
  const lines = rows.map(cellsOf);
  const widths = HEADINGS.map((heading, i) =>
    Math.max(heading.length, ...lines.map((cells) => [...(cells[i] ?? "")].length)),
  );
  const printed = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  const body = rows.flatMap((row, i) => [
    ...(row.item === rows[i - 1]?.item ? [] : ["", row.item]),
    printed(lines[i] ?? []),
  ]);
  return `${[printed(HEADINGS), ...body].join("\n")}\n`;
}

/** For a page: a table in Markdown for each of the things that are asked for. */
export function markdownTables(rows: readonly Row[]): string {
  const items = [...new Set(rows.map(({ item }) => item))];
  return items
    .map((item) => {
      const lines = rows.filter((row) => row.item === item).map(cellsOf);
      const table = [HEADINGS, ["---", "---", ...HEADINGS.slice(2).map(() => "--:")], ...lines];
      return `### ${item}\n\n${table.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
    })
    .join("\n");
}

function cellsOf(row: Row): string[] {
  const { what, note, size, ours, anchor, unit, ratio, bound, holds } = row;
  const figure = (value: number | null) => (value === null ? "–" : `${rounded(value)} ${unit}`.trim());
  return [
    note === undefined ? what : `${what} (${note})`,
    size,
    figure(ours),
    figure(anchor),
    ratio === null ? "–" : `${rounded(ratio)} ×`,
    bound === null ? "" : boundInWords(bound, ratio === null ? unit : "×"),
    holds === null ? "" : holds ? "✓" : "✗",
  ];
}

function boundInWords(bound: Bound, unit: string): string {
  return "atMost" in bound ? `≤ ${bound.atMost} ${unit}`.trim() : `≥ ${bound.atLeast} ${unit}`.trim();
}

/** Three figures that count, and all of those before the point. */
function rounded(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
  return value === 0
    ? "0"
    : Number(value.toFixed(Math.min(4, digits))).toLocaleString("en-GB", { maximumFractionDigits: 4 });
}
