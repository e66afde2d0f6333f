/**
 * What a body should not hold: HTML and endless paragraphs, which are shown as text, and pictures that say nothing to
 * who cannot see them.
 */
import { PARAGRAPH_LIMIT, type Token } from "../shared/markdown.ts";
import { count } from "../shared/text.ts";
import type { Problem } from "./problems.ts";

const TAG = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|<!--/i;

/** The first tag in a piece of text, as written. */
export const tagIn = (token: Token): string | undefined =>
  token.type === "text" ? TAG.exec(token.content)?.[0] : undefined;

export function markupProblem(token: Token): Problem | undefined {
  const tag = tagIn(token);
  if (tag !== undefined) {
    return {
      code: "raw-html",
      message: "HTML is not read, and is shown as it is written",
      help: "use Markdown, or put it between backticks if it is meant to be seen",
    };
  }
  if (token.type === "inline" && token.content.length > PARAGRAPH_LIMIT) {
    return {
      code: "long-paragraph",
      message: `this paragraph has more than ${count(PARAGRAPH_LIMIT, "character")}, and is shown as it is written`,
      help: "put an empty line where a new thought begins",
    };
  }
  if (token.type !== "image" || token.content.trim() !== "") return undefined;
  return {
    code: "missing-alt",
    message: "the picture has no text for readers who cannot see it",
    help: "write between the square brackets what it shows: ![Two ships at sea](…)",
  };
}
