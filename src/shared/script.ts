/** What language a name is in, as far as its letters tell: for voices, fonts and hyphenation. */

/** Scripts by their Unicode name, with the tag of BCP 47 for a name in them: a language where one alone writes so. */
export const SCRIPTS: readonly (readonly [letters: RegExp, tag: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Georgian}/u, "ka"],
  [/\p{Script=Armenian}/u, "hy"],
  [/\p{Script=Arabic}/u, "und-Arab"],
  [/\p{Script=Cyrillic}/u, "und-Cyrl"],
  [/\p{Script=Devanagari}/u, "und-Deva"],
  [/\p{Script=Latin}/u, "und-Latn"],
];

/**
 * The tag of BCP 47 for a name whose script is not that of the site’s language; undefined for one that may well be in it.
 * Where several languages share a script, the tag says the script alone (`und-Arab`). Han letters without kana are
 * taken for Chinese, which is wrong for some Japanese names.
 */
export function languageOfName(name: string, siteLanguage: string): string | undefined {
  const found = SCRIPTS.find(([letters]) => letters.test(name));
  if (found === undefined) return undefined;
  const [, tag] = found;
  return scriptsOf(scriptOf(siteLanguage)).includes(scriptOf(tag)) ? undefined : tag;
}

/** By tag: there are few, and `Intl` takes longer than all the rest. */
const scriptOfTag = new Map<string, string | undefined>();

/** The script that a language is usually written in. */
function scriptOf(tag: string): string | undefined {
  if (!scriptOfTag.has(tag)) scriptOfTag.set(tag, new Intl.Locale(tag).maximize().script);
  return scriptOfTag.get(tag);
}

/** The scripts that a language’s own names are written in. */
function scriptsOf(script: string | undefined): readonly (string | undefined)[] {
  switch (script) {
    case "Jpan":
      return ["Jpan", "Hans", "Hant"];
    case "Hans":
    case "Hant":
      return ["Hans", "Hant"];
    default:
      return [script];
  }
}
