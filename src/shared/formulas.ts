/** Cells that a spreadsheet would run as formulas, made harmless, and read again as they were. */

/** What a spreadsheet takes for the beginning of a formula, full-width signs among them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text with an apostrophe before it where a spreadsheet would run it. */
export const defused = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** What `defused` was given. Other texts that begin with an apostrophe keep it. */
export const undefused = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
