/** The languages that the interface speaks; another is a file beside this one, and a line here. */
import { en } from "./en.ts";
import { createWords, type Messages, type Words } from "./words.ts";
import { zh } from "./zh.ts";

const LANGUAGES: Readonly<Record<string, Messages>> = { en, zh };

/** The locale where the settings name the language alone. */
const LOCALES: Readonly<Record<string, string>> = { en: "en-GB" };

export const ENGLISH: Words = createWords(en, "en-GB");

/** Whether the interface speaks the language of a tag of BCP 47, such as `zh-Hans`. */
export const isSpoken = (tag: string): boolean => Object.hasOwn(LANGUAGES, primaryOf(tag));

export const spokenLanguages = (): string[] => Object.keys(LANGUAGES);

/** The words in the language of a tag of BCP 47, or in English where the interface does not speak it. */
export function wordsIn(tag: string): Words {
  const messages = isSpoken(tag) ? LANGUAGES[primaryOf(tag)] : undefined;
  return messages === undefined ? ENGLISH : createWords(messages, LOCALES[tag] ?? tag);
}

const primaryOf = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
