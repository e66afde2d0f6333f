/**
 * HTML by tagged template. Everything put into a template is escaped unless it is itself a template's result, so that
 * text from content cannot become markup; `raw` is for output of our own Markdown renderer and drawings only.
 */

/** Markup that is safe to print. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** What a template accepts: `false`, `null` and `undefined` print nothing, lists print their items. */
export type HtmlValue = string | number | Html | false | null | undefined | readonly HtmlValue[];

/** Builds markup, escaping every text for element content and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let markup = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) markup += print(values[i]) + (strings[i + 1] ?? "");
  return new Html(markup);
}

/** Marks text as markup. Never for anything that an author wrote. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Joins values with a separator, as `Array.join` does for text. */
export function join(values: readonly HtmlValue[], separator: HtmlValue): Html {
  return new Html(values.map(print).join(print(separator)));
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it must stand in element content or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text)
    ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
    : text;
}

function print(value: HtmlValue): string {
  if (typeof value === "string") return escapeHtml(value);
  if (value instanceof Html) return value.markup;
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return "";
  let markup = "";
  for (const item of value) markup += print(item);
  return markup;
}
