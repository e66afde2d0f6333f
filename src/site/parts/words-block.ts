/** What the scripts of a page say, in the language of the site. */
import type { Html } from "../../shared/html.ts";
import type { SharedMessages } from "../../shared/words/words.ts";
import type { Site } from "../site.ts";
import { dataBlock } from "./data-block.ts";

export function wordsBlock({ words: { locale, messages } }: Site): Html {
  const { common, app } = messages;
  const shared: SharedMessages = { common, app };
  return dataBlock("application/json", { locale, messages: shared }, "words");
}
