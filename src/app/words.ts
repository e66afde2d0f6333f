/** What the page says: the messages that came with it, and what is chosen. */
import { type CommonMessages, createWords, type SharedMessages, type Words } from "../shared/words/words.ts";
import type { Model, Subject } from "./model.ts";

/** The words that the build has put into the page: into an embedded map, those alone that are common. */
export function readWords<M extends CommonMessages = SharedMessages>(): Words<M> {
  const block = document.querySelector("#words")?.textContent ?? "";
  const { locale, messages } = JSON.parse(block) as { locale: string; messages: M };
  return createWords(messages, locale);
}

/** What a subject is called. */
export function headingOf(subject: Subject, model: Model): string {
  switch (subject.kind) {
    case "entity":
      return subject.entity.name;
    case "claim":
      return model.sentence(subject.claim);
    case "source":
      return subject.source.title;
    case "pair":
      return model.words.list([subject.pair.a.name, subject.pair.b.name]);
  }
}
