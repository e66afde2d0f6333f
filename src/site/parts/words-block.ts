/** What the scripts of a page say, in the language of the site. */
import type { Html } from "../../shared/html.ts";
import type { ListMessages, SearchMessages, SharedMessages } from "../../shared/words/words.ts";
import type { Site } from "../site.ts";
import { dataBlock } from "./data-block.ts";

/** The messages of these sections, which are all that go to the browser. */
export function wordsBlock(
  { words: { locale, messages } }: Site,
  sections: readonly (keyof SharedMessages | keyof ListMessages | keyof SearchMessages)[] = ["common", "app"],
): Html {
  const sent = Object.fromEntries(sections.map((section) => [section, messages[section]]));
  return dataBlock("application/json", { locale, messages: sent }, "words");
}
