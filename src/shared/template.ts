/**
 * Templates of a theme, once read: Mustache without lists, functions and partials, so that a template can arrange, leave
 * out and add, and nothing in it can run. What is text is always escaped, whatever the braces.
 */
import { Html, type HtmlValue, html, raw } from "./html.ts";

export type TemplateNode =
  /** Markup as the theme’s author wrote it, which the checks found harmless. */
  | { readonly kind: "markup"; readonly markup: string }
  | { readonly kind: "piece"; readonly name: string }
  /** What stands between `{{#name}}` or `{{^name}}` and `{{/name}}`: printed where the piece is there, or is not. */
  | {
      readonly kind: "section";
      readonly name: string;
      readonly isInverted: boolean;
      readonly nodes: readonly TemplateNode[];
    };

export type Template = readonly TemplateNode[];

/** The named pieces of a page, or of a part of one. */
export type Pieces = Readonly<Record<string, HtmlValue>>;

/** Prints a template. A piece that it names and that is not there prints nothing. */
export function fill(template: Template, pieces: Pieces): Html {
  return raw(template.map((node) => print(node, pieces)).join(""));
}

function print(node: TemplateNode, pieces: Pieces): string {
  if (node.kind === "markup") return node.markup;
  const piece = Object.hasOwn(pieces, node.name) ? pieces[node.name] : undefined;
  if (node.kind === "piece") return html`${piece}`.markup;
  return isThere(piece) === node.isInverted ? "" : fill(node.nodes, pieces).markup;
}

function isThere(piece: HtmlValue): boolean {
  if (piece instanceof Html) return piece.markup.trim() !== "";
  return piece !== undefined && piece !== null && piece !== false && piece !== "";
}
