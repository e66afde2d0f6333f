/** Which parts of a Markdown body are code, in which nothing is a link, a field or a tag. */

const CODE = /(`+)(?!`).*?(?<!`)\1(?!`)|\\[\\`[\]!#]/g;

/** Edits a line outside its code and its escaped signs. */
export function outsideCode(line: string, edit: (text: string) => string): string {
  let edited = "";
  let from = 0;
  for (const { 0: code, index } of line.matchAll(CODE)) {
    edited += edit(line.slice(from, index)) + code;
    from = index + code.length;
  }
  return edited + edit(line.slice(from));
}

/** Follows the fences of code from line to line. */
export class Fences {
  #open: string | undefined;

  /** Whether the line, which comes behind those that were asked about before, is code or a fence. */
  isCode(line: string): boolean {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (this.#open === undefined) {
      this.#open = mark;
      return mark !== undefined;
    }
    if (mark?.startsWith(this.#open)) this.#open = undefined;
    return true;
  }
}
