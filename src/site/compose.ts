/** The one place where a theme’s templates come in: named pieces are laid out by the theme’s file of that name, else by Skein. */
import type { Html, HtmlValue } from "../shared/html.ts";
import { fill } from "../shared/template.ts";
import type { PieceName, TemplateName } from "../shared/templates.ts";
import type { Site } from "./site.ts";

type PiecesOf<N extends TemplateName> = { readonly [piece in PieceName<N>]: HtmlValue };

/**
 * Lays out a page or a part of one. `lay` is Skein’s own layout; all pieces are made before either, so that footnotes
 * have the same numbers whatever the order on the page.
 */
export function compose<N extends TemplateName, P extends PiecesOf<N>>(
  { content }: Site,
  name: N,
  pieces: P,
  lay: (pieces: P) => Html,
): Html {
  const template = content.theme.templates.get(name);
  return template === undefined ? lay(pieces) : fill(template, pieces);
}
