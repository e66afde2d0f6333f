/** Lists of font families, as CSS writes them. */

/** Words that stand for a kind of font, and lose their meaning in quotes. */
const GENERIC = new Set([
  "serif",
  "sans-serif",
  "monospace",
  "cursive",
  "fantasy",
  "math",
  "system-ui",
  "ui-serif",
  "ui-sans-serif",
  "ui-monospace",
  "ui-rounded",
  "-apple-system",
]);

const FAMILY = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,80}$/u;

/**
 * Names with commas between, in quotes or without → the same as the value of `font-family`, each name in quotes: nothing
 * but names can come through. Undefined where anything else is in it.
 */
export function familiesIn(text: string): string | undefined {
  const families = text.split(",").map((each) => {
    const name = each.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (GENERIC.has(name)) return name;
    return FAMILY.test(name) ? `"${name}"` : undefined;
  });
  return families.includes(undefined) ? undefined : families.join(", ");
}
