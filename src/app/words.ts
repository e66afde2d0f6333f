/** Claims in words. */
import type { NetworkClaim, NetworkEntity } from "../shared/network.ts";
import { sentenceOf } from "../shared/sentence.ts";
import type { Subject } from "./model.ts";

/** “United States sanctions Li Shangfu”. */
export function sentence(claim: NetworkClaim): string {
  const names = { title: claim.title, from: claim.from.map(nameOf), to: claim.to.map(nameOf) };
  return sentenceOf(names, claim.type.verb, (name) => name);
}

const nameOf = ({ name }: NetworkEntity): string => name;

/** What a subject is called. */
export function headingOf(subject: Subject): string {
  switch (subject.kind) {
    case "entity":
      return subject.entity.name;
    case "claim":
      return sentence(subject.claim);
    case "source":
      return subject.source.title;
    case "pair":
      return `${subject.pair.a.name} and ${subject.pair.b.name}`;
  }
}
