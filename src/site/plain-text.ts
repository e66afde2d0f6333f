/** Bodies as plain text: what a reader sees of them, without the marks. */
import { parseBody, plainParagraph, type Token, type Wikilink } from "../shared/markdown.ts";
import { isMapBlock } from "../shared/sections.ts";
import { type Site, titleOf } from "./site.ts";

/** The text of a paragraph, a heading or a cell, and where in it entities are linked. */
export interface Passage {
  readonly text: string;
  readonly links: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

export function plainText(site: Site, block: Token): Passage {
  let text = "";
  const links: { id: string; start: number; end: number }[] = [];
  for (const token of block.children ?? []) {
    if (token.type === "wikilink") {
      const link = token.meta as Wikilink;
      const [target] = site.content.links.find(link.target);
      const label = link.label ?? (target === undefined ? link.target : titleOf(site, target));
      if (target?.kind === "entity")
        links.push({ id: target.id, start: text.length, end: text.length + label.length });
      text += label;
    } else if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
    else if (["text", "code_inline", "image"].includes(token.type)) text += token.content;
  }
  return { text, links };
}

/** The texts of a body one by one: its paragraphs, headings, cells, blocks of code and notes. */
export function passagesOf(site: Site, body: string): string[] {
  if (body.trim() === "") return [];
  const plain = plainParagraph(body);
  if (plain !== undefined) return [plain];
  return parseBody(body).flatMap((token) => {
    if (token.type === "inline") return [plainText(site, token).text];
    const isCode = token.type === "fence" || token.type === "code_block";
    return isCode && !isMapBlock(token) ? [token.content] : [];
  });
}
