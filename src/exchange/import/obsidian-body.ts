/** The text of an Obsidian note: its fields and tags, and the same text in the Markdown that Skein reads. */
import { fileOf, wikilink } from "../../shared/markdown.ts";
import { Fences, outsideCode } from "./markdown.ts";

/** `sanction:: [[China]]`. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** What stands between the brackets of its links. */
  readonly links: readonly string[];
  /** In the body, from 0. */
  readonly line: number;
  /** Whether the line has nothing else in it: it is taken out of the text then. */
  readonly isWhole: boolean;
}

export interface NoteBody {
  readonly body: string;
  /** Which line of the note each line of the body was, from 0. */
  readonly lines: readonly number[];
  readonly fields: readonly Field[];
  /** `#tags`, without the sign. */
  readonly tags: readonly string[];
  readonly lost: readonly { readonly line: number; readonly message: string }[];
}

/** Tells notes from everything else that may be linked. */
interface KnownNotes {
  has(call: string): boolean;
  path(call: string): string;
}

const FIELD =
  /^\s*(?:[-*+]\s+)?(?:\*\*|__)?([\p{L}\p{N}][\p{L}\p{M}\p{N} _-]{0,60}?)(?:\*\*|__)?::(?:\*\*|__)?\s+(.+?)\s*$/u;
const INLINE_FIELD =
  /[[(]([\p{L}\p{N}][\p{L}\p{M}\p{N} _-]{0,60}?)::\s*((?:\[\[[^[\]\n]+\]\]|[^[\]()\n])+)[\])]/gu;
const LINK = /\[\[([^[\]\n]+)\]\]/g;
const ONLY_LINKS = /^(?:\[\[[^[\]\n]+\]\][\s,;]*)+$/;

/** Reads a body line by line; code is left as it is. */
export function readNoteBody(body: string, notes: KnownNotes): NoteBody {
  const reader = new BodyReader(notes);
  const written = body.split(/\r?\n/).flatMap((line, i) => {
    const text = reader.line(line, i);
    return text === undefined ? [] : [{ text, line: i }];
  });
  const isText = ({ text }: { text: string }) => text.trim() !== "";
  const kept = written.slice(written.findIndex(isText), written.findLastIndex(isText) + 1);
  return {
    body: kept.map(({ text }) => text).join("\n"),
    lines: kept.map(({ line }) => line),
    fields: reader.fields,
    tags: reader.tags,
    lost: reader.lost,
  };
}

class BodyReader {
  readonly fields: Field[] = [];
  readonly tags: string[] = [];
  readonly lost: { line: number; message: string }[] = [];
  readonly #notes: KnownNotes;
  readonly #fences = new Fences();
  #isComment = false;

  constructor(notes: KnownNotes) {
    this.#notes = notes;
  }

  /** The line as it is written for Skein; undefined where it is taken out. */
  line(written: string, at: number): string | undefined {
    if (!this.#isComment && this.#fences.isCode(written)) return written;
    const text = this.#withoutComments(written, at);
    if (text === undefined) return undefined;
    const field = FIELD.exec(text);
    if (field !== null) return this.#wholeField(text, field[1] ?? "", field[2] ?? "", at);
    return this.#rewritten(text, at);
  }

  /** Comments are for the eyes of the writer alone. */
  #withoutComments(text: string, line: number): string | undefined {
    if (!this.#isComment && !text.includes("%%")) return text;
    const parts = text.split("%%");
    const kept = parts.filter((_, i) => (i % 2 === 0) !== this.#isComment).join("");
    this.lost.push({ line, message: "a comment is left out" });
    if (parts.length % 2 === 0) this.#isComment = !this.#isComment;
    return kept.trim() === "" ? undefined : kept;
  }

  #wholeField(text: string, name: string, value: string, line: number): string | undefined {
    const links = linksIn(value);
    const isWhole = links.length === 0 || ONLY_LINKS.test(value);
    this.fields.push({ name: name.trim(), value, links, line, isWhole: isWhole && links.length > 0 });
    // A text that may be somebody’s sentence stays.
    return isWhole && links.length > 0 ? undefined : this.#rewritten(text, line);
  }

  #rewritten(text: string, line: number): string {
    return outsideCode(text, (plain) => this.#plain(plain, line)).replace(/\s\^[\p{L}\p{N}-]+$/u, "");
  }

  #plain(text: string, line: number): string {
    for (const [, tag = ""] of text.matchAll(
      /(?:^|\s)#([\p{L}\p{M}\p{N}_/-]*[\p{L}_/-][\p{L}\p{M}\p{N}_/-]*)/gu,
    ))
      this.tags.push(tag);
    return text
      .replace(INLINE_FIELD, (whole, name: string, value: string) => {
        const links = linksIn(value);
        this.fields.push({ name: name.trim(), value, links, line, isWhole: false });
        return links.length === 0 ? whole : value.trim();
      })
      .replace(/!\[\[([^[\]\n]+)\]\]/g, (_, inside: string) => this.#embed(inside, line))
      .replace(
        /(?<!!)\[([^[\]]*)\]\(<?([^()\s<>]+\.md(?:#[^()\s<>]*)?)>?\)/g,
        (whole, label: string, address: string) => {
          const path = fileOf(address);
          return this.#notes.has(path) ? `[[${this.#notes.path(path)}|${label || path}]]` : whole;
        },
      )
      .replace(LINK, (whole, inside: string) => this.#link(whole, inside));
  }

  /** A note that is shown inside another becomes a link to it; an attachment its name. */
  #embed(inside: string, line: number): string {
    const { target, label } = wikilink(inside);
    if (this.#notes.has(target)) {
      this.lost.push({ line, message: `the embedded note “${target}” becomes a link` });
      return `[[${target}]]`;
    }
    this.lost.push({ line, message: `the attachment “${target}” is left out` });
    return label === undefined || /^\d+(?:x\d+)?$/.test(label) ? "" : label;
  }

  /** By the path of the note, which no other has; the words stay those that Obsidian shows. */
  #link(whole: string, inside: string): string {
    const { target, fragment, label } = wikilink(inside);
    if (target === "" || !this.#notes.has(target)) return whole;
    const name = target.slice(target.lastIndexOf("/") + 1);
    const shown = label ?? (fragment === undefined ? name : `${name} > ${fragment.replace(/^\^/, "")}`);
    // What a caret marks is a paragraph, for which Skein has no address.
    const part = fragment === undefined || fragment.startsWith("^") ? "" : `#${fragment}`;
    return `[[${this.#notes.path(target)}${part}|${shown}]]`;
  }
}

/** What stands between the brackets of the links in a text. */
export const linksIn = (text: string): string[] => [...text.matchAll(LINK)].map(([, inside = ""]) => inside);
