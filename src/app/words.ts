/** What a reader has chosen, in words. */
import { sentenceOfClaim } from "../shared/sentence.ts";
import type { Subject } from "./model.ts";

/** What a subject is called. */
export function headingOf(subject: Subject): string {
  switch (subject.kind) {
    case "entity":
      return subject.entity.name;
    case "claim":
      return sentenceOfClaim(subject.claim);
    case "source":
      return subject.source.title;
    case "pair":
      return `${subject.pair.a.name} and ${subject.pair.b.name}`;
  }
}
