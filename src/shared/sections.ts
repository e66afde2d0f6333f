/**
 * How the body of a story is divided: an introduction, then a step from each heading of the second level to the next.
 * `content/` reads the blocks that say what the map shows at a step; `site/` prints everything else.
 */
import type { Token } from "./markdown.ts";

export interface Sections {
  readonly introduction: readonly Token[];
  /** The tokens of each step, its heading first. */
  readonly steps: readonly (readonly Token[])[];
  /** The notes of the whole body, which come behind everything else. */
  readonly notes: readonly Token[];
}

export function sectionsOf(tokens: readonly Token[]): Sections {
  const introduction: Token[] = [];
  const steps: Token[][] = [];
  const notes: Token[] = [];
  for (const token of tokens) {
    if (token.type === "heading_open" && token.tag === "h2" && token.level === 0) steps.push([]);
    if (notes.length > 0 || token.type === "footnote_block_open") notes.push(token);
    else (steps.at(-1) ?? introduction).push(token);
  }
  return { introduction, steps, notes };
}

/** Whether a token is a block of code with the word `map`: what the map shows, and no part of the text. */
export function isMapBlock(token: Token): boolean {
  return token.type === "fence" && /^\s*map(\s|$)/i.test(token.info);
}
