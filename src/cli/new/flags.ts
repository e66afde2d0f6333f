/** The flags of `skein new`: which keys of a file they fill. */
import type { RecordKind } from "../../shared/paths.ts";
import { SOURCE_TYPES, STATUSES } from "../../shared/schema.ts";

export interface Flag {
  /** Without its hyphens. */
  readonly name: string;
  readonly key: string;
  /** What it takes, as the help shows it. */
  readonly value: string;
  readonly about: string;
  /** Given more than once for more than one value. */
  readonly isList?: true;
  readonly isRequired?: true;
}

const flag = (name: string, key: string, value: string, about: string): Flag => ({ name, key, value, about });
const required = (given: Flag): Flag => ({ ...given, isRequired: true });
const list = (given: Flag): Flag => ({ ...given, about: `${given.about}; may be repeated`, isList: true });

const tags = list(flag("tag", "tags", "text", "a tag"));
const date = flag("date", "date", "date", "when, in EDTF: 2023-06-15, 2018/.., 1998~");

export const FLAGS: Record<RecordKind, readonly Flag[]> = {
  entity: [
    required(flag("type", "type", "type", "its type: person, organisation, state, place …")),
    required(flag("name", "name", "text", "its name, in any script")),
    list(flag("alias", "aliases", "text", "another name")),
    flag("description", "description", "text", "what it is, in one line"),
    date,
    list(flag("same-as", "sameAs", "url", "the same entity elsewhere: Wikidata, Wikipedia …")),
    list(flag("source", "sources", "source[:place]", "what the text rests on, and the place in it")),
    tags,
  ],
  edge: [
    required(flag("type", "type", "type", "its type: sanction, visit, holds-office …")),
    list(required(flag("from", "from", "entity", "who acts: an id, or a name"))),
    list(required(flag("to", "to", "entity", "on whom: an id, or a name"))),
    date,
    flag("title", "title", "text", "the claim in words; otherwise made from names and type"),
    flag("status", "status", "status", STATUSES.join(", ")),
    list(flag("attributed-to", "attributedTo", "entity", "who makes the claim, where not the source")),
    list(flag("about", "about", "entity|claim", "the matter")),
    list(flag("responds-to", "respondsTo", "claim", "the claim that it answers")),
    list(flag("supersedes", "supersedes", "claim", "the claim that it corrects")),
    list(flag("source", "sources", "source[:place]", "what it rests on, and the place in it: report:page 4")),
    flag("credibility", "credibility", "1-6", "of the information, by the Admiralty code"),
    tags,
  ],
  source: [
    required(flag("title", "title", "text", "its title")),
    flag("type", "type", "type", SOURCE_TYPES.join(", ")),
    flag("publisher", "publisher", "text", "who published it"),
    list(flag("author", "authors", "text", "who wrote it")),
    flag("url", "url", "url", "where it is"),
    flag("archive-url", "archiveUrl", "url", "where a copy is kept"),
    flag("published", "published", "date", "when it was published, in EDTF"),
    flag("accessed", "accessed", "date", "when it was read, in EDTF"),
    flag("language", "language", "tag", "its language: en, pt-BR, zh-Hans"),
    list(flag("derived-from", "derivedFrom", "source", "the source that it copies")),
    flag("reliability", "reliability", "A-F", "of the source, by the Admiralty code"),
    tags,
  ],
};

/** How commander calls the value of a flag: `sameAs` for `--same-as`. */
export const attributeOf = ({ name }: Flag): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
