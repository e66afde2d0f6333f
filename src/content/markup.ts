/** What a body should not hold: HTML, which is shown as text, and pictures that say nothing to who cannot see them. */
import type { Token } from "../shared/markdown.ts";
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
  if (token.type !== "image" || token.content.trim() !== "") return undefined;
  return {
    code: "missing-alt",
    message: "the picture has no text for readers who cannot see it",
    help: "write between the square brackets what it shows: ![Two ships at sea](…)",
  };
}
