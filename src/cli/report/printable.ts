/** Text from content, made safe to print: no character of it may act on a terminal, a log or a reader. */

/**
 * Control characters and those that turn the direction of text become escapes such as `\u001b`, a line break becomes a
 * space, and `##[`, with which a log line commands a workflow runner, is broken up.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Bidi_C}\u2028\u2029]/gu, (character) =>
      character === "\n" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replaceAll("##[", "##\\u005b");
}
