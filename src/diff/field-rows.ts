/** The changed keys of a record as lines of Markdown. */
import { count } from "../shared/text.ts";
import type { FieldChange, LineChange, TextChange, ValueChange } from "./difference.ts";
import { code, codeBlock, cut, fromDifference, visible } from "./quoted.ts";

/** How many keys of a record, items of a list and lines of a text are printed. */
const KEYS_SHOWN = 20;
const ITEMS_SHOWN = 10;
const LINES_SHOWN = 12;

/** An item each, indented to stand in an item of a list. */
export function fieldRows(fields: readonly FieldChange[]): string[] {
  const rest = fields.length - KEYS_SHOWN;
  return [
    ...fields
      .slice(0, KEYS_SHOWN)
      .flatMap((field) => ("lines" in field ? textRows(field) : [valueRow(field)])),
    ...(rest > 0 ? [`  - … and ${count(rest, "more key")}`] : []),
  ];
}

const valueRow = (change: ValueChange): string => `  - ${code(change.key)}: ${valueWords(change)}`;

/** `before` → `after`; of lists, what came and what went. */
export function valueWords({ before, after }: Pick<ValueChange, "before" | "after">): string {
  const [old, now] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && old !== undefined && now !== undefined)
    return fromDifference(old, now)
      .map((text) => code(text))
      .join(" → ");
  const gone = before.filter((item) => !after.includes(item));
  const come = after.filter((item) => !before.includes(item));
  if (gone.length + come.length === 0) return `${items(before)} → ${items(after)}`;
  return [come.length > 0 && `+ ${items(come)}`, gone.length > 0 && `− ${items(gone)}`]
    .filter(Boolean)
    .join(", ");
}

function items(texts: readonly string[]): string {
  const shown = texts.slice(0, ITEMS_SHOWN).map((text) => code(text));
  const rest = texts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].join(", ");
}

function textRows({ key, added, removed, lines }: TextChange): string[] {
  const shown = parted(lines.slice(0, LINES_SHOWN));
  const rest = added + removed - shown.length;
  const head = `  - ${key === "body" ? "text" : code(key)}: +${added} −${removed} ${added + removed === 1 ? "line" : "lines"}`;
  if (shown.length === 0) return [head];
  const block = codeBlock(shown.map(({ sign, text }) => `${sign === "+" ? "+" : "-"} ${visible(cut(text))}`));
  return [
    head,
    ...block.map((line) => `    ${line}`),
    ...(rest > 0 ? [`    … and ${count(rest, "more line")}`] : []),
  ];
}

/** Where a line took the place of another, both from a little before where they part. */
function parted(lines: readonly LineChange[]): LineChange[] {
  return lines.map((line, i) => {
    const [previous, next] = [lines[i - 1], lines[i + 1]];
    if (line.sign === "−" && next?.sign === "+")
      return { ...line, text: fromDifference(line.text, next.text)[0] };
    if (line.sign === "+" && previous?.sign === "−")
      return { ...line, text: fromDifference(previous.text, line.text)[1] };
    return line;
  });
}
