/** What a record is called to a reader, also where the content holds mistakes and names what is not there. */
import type { AnyRecord, Content, Story } from "../shared/records.ts";
import { sentenceOf } from "../shared/sentence.ts";
import { wordsIn } from "../shared/words/languages.ts";
import type { Named } from "./difference.ts";

export type Namer = (record: AnyRecord | Story) => Named;

/** Names the records of a content in its own language. */
export function namerOf(content: Content): Namer {
  const words = wordsIn(content.settings.language);
  const nameOf = (id: string): string => {
    const record = content.byId.get(id);
    return record?.kind === "entity" ? record.name : id;
  };
  return (record) => {
    const { id, file } = record;
    if (!("kind" in record)) return { id, title: record.title, file };
    if (record.kind === "entity") return { id, title: record.name, file };
    if (record.kind === "source") return { id, title: record.title, file };
    const verb = content.ontology.edgeTypes.get(record.type)?.verb ?? record.type;
    return { id, title: sentenceOf(record, verb, nameOf, words), file };
  };
}
