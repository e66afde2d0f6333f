/** An Obsidian vault → drafts: a note is an entity, and each typed link a claim. */
import { locator, readFrontMatter } from "../../content/front-matter.ts";
import { wikilink } from "../../shared/markdown.ts";
import type { Ontology } from "../../shared/records.ts";
import { fold } from "../../shared/text.ts";
import type { Mapping } from "./columns.ts";
import type { Draft, Found, InputPlace, Note } from "./drafts.ts";
import { type Field, linksIn, readNoteBody } from "./obsidian-body.ts";
import { entityTypesMeant, type MeantTypes } from "./types.ts";

export interface Vault {
  /** Markdown by its path in the vault, with `/`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Everything else, and what it is. */
  readonly others: readonly { readonly path: string; readonly why: string }[];
}

export interface VaultOptions {
  /** What the caller calls the vault, before the paths of its notes. */
  readonly root: string;
  readonly ontology: Ontology;
  /** Words of the vault for types of the ontology. */
  readonly types: ReadonlyMap<string, string>;
  readonly mappings: readonly Mapping[];
}

/** Where Obsidian’s templates are kept, unless its settings say otherwise. */
const TEMPLATES = /(?:^|\/)_?templates?\//i;

/**
 * Reads a vault. Front matter gives type, names, tags and date; fields with links (`sanction:: [[China]]`, also in front
 * matter) are claims, and are taken out of the text where nothing else stands in their line; every other link stays in
 * the text. What is private to the editor (comments, settings, templates) is left out, and so are attachments.
 */
export function readVault({ notes, others }: Vault, options: VaultOptions): Found {
  const file = (path: string) => `${options.root.replace(/\/+$/, "")}/${path}`;
  const left = others.map(
    ({ path, why }): Note => leftOut({ file: file(path), line: 1 }, `${why} is left out`),
  );
  const isTemplate = (path: string) => TEMPLATES.test(path);
  const templates = [...notes.keys()].filter(isTemplate);
  const read = [...notes].filter(([path]) => !isTemplate(path));
  const names = new Names(read.map(([path]) => path));
  const meant = entityTypesMeant(options.ontology, options.types);
  const found = read.map(([path, text]) =>
    new NoteReader(path, file(path), text, names, meant, options.mappings).read(),
  );
  return {
    drafts: found.flatMap(({ drafts }) => drafts),
    notes: [
      ...left,
      ...templates.map((path) => leftOut({ file: file(path), line: 1 }, "a template is left out")),
      ...found.flatMap((each) => each.notes),
    ],
  };
}

const leftOut = (place: InputPlace, message: string): Note => ({ code: "left-out", ...place, message });

/** What links call the notes of a vault: their paths, or their names where only one has them. */
export class Names {
  readonly #calls = new Map<string, string[]>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const whole = withoutEnding(path);
      for (const call of new Set([whole, baseOf(whole)].map(fold))) {
        const list = this.#calls.get(call);
        if (list === undefined) this.#calls.set(call, [whole]);
        else list.push(whole);
      }
    }
  }

  /** The path of the note that a link means, without its ending; the link itself where there is none. */
  path(call: string): string {
    const [path, other] = this.#calls.get(fold(withoutEnding(call).replace(/^(?:\.?\.?\/)+/, ""))) ?? [];
    return path === undefined || other !== undefined ? call : path;
  }

  has(call: string): boolean {
    return this.#calls.has(fold(withoutEnding(call).replace(/^(?:\.?\.?\/)+/, "")));
  }
}

export const withoutEnding = (path: string): string => path.replace(/\.md$/i, "");
export const baseOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Front matter that becomes keys of the entity, by what Obsidian and its users call it. */
const KEYS: Readonly<Record<string, string>> = {
  type: "type",
  name: "name",
  title: "name",
  alias: "aliases",
  aliases: "aliases",
  tag: "tags",
  tags: "tags",
  date: "date",
  description: "description",
  summary: "description",
  sameas: "sameAs",
  draft: "draft",
};

const LISTS = new Set(["aliases", "tags", "sameAs"]);

class NoteReader {
  readonly #path: string;
  readonly #file: string;
  readonly #text: string;
  readonly #names: Names;
  readonly #meant: MeantTypes;
  readonly #keyOf: ReadonlyMap<string, string>;
  readonly #notes: Note[] = [];
  readonly #claims: Draft[] = [];
  readonly #keys: Record<string, unknown> = {};

  constructor(
    path: string,
    file: string,
    text: string,
    names: Names,
    meant: MeantTypes,
    mappings: readonly Mapping[],
  ) {
    this.#path = withoutEnding(path);
    this.#file = file;
    this.#text = text;
    this.#names = names;
    this.#meant = meant;
    const own = mappings.filter(({ kind }) => kind === undefined || kind === "entity");
    this.#keyOf = new Map([
      ...Object.entries(KEYS),
      ...own.map(({ key, column }): [string, string] => [fold(column), key]),
    ]);
  }

  read(): Found {
    const { data, body, bodyLine } = this.#matter();
    const written = readNoteBody(body, this.#names);
    for (const { line, message } of written.lost)
      this.#notes.push(leftOut({ file: this.#file, line: bodyLine + line }, message));
    for (const field of written.fields) this.#field(field, bodyLine + field.line);
    const place = { file: this.#file, line: 1 };
    const base = baseOf(this.#path);
    const entity: Draft = {
      kind: "entity",
      place,
      calls: [...new Set([this.#path, base])].filter((call) => this.#names.path(call) === this.#path),
      keys: { name: base, ...this.#keys, ...this.#type(data, written.tags), tags: this.#tags(written.tags) },
      body: written.body,
      bodyLines: written.lines.map((line) => bodyLine + line),
    };
    return { drafts: [entity, ...this.#claims], notes: this.#notes };
  }

  /** The front matter, where there is some that can be read; its keys are taken over. */
  #matter(): { data: Readonly<Record<string, unknown>>; body: string; bodyLine: number } {
    if (!/^---[ \t]*\r?\n/.test(this.#text)) return { data: {}, body: this.#text, bodyLine: 1 };
    const { data, body, bodyLine, problems } = readFrontMatter(this.#text);
    for (const { message, span } of problems)
      this.#notes.push(
        leftOut({ file: this.#file, line: span.line }, `the front matter is left out: ${message}`),
      );
    if (problems.length > 0) return { data: {}, body: bodyLine > 1 ? body : this.#text, bodyLine };
    const locate = locator(this.#text, false);
    for (const [key, value] of Object.entries(data)) this.#property(key, value, locate([key], "key").line);
    return { data, body, bodyLine };
  }

  #property(name: string, value: unknown, line: number): void {
    const key = this.#keyOf.get(fold(name)) ?? (name.startsWith("x-") ? name : undefined);
    const texts = textsOf(value);
    if (key === undefined) {
      const links = texts.flatMap(linksIn);
      if (links.length > 0) this.#claim(name, links, line);
      if (
        links.length < texts.length &&
        texts.some((text) => text.trim() !== "" && linksIn(text).length === 0)
      )
        this.#notes.push(leftOut({ file: this.#file, line }, `the property “${name}” is left out`));
    } else if (LISTS.has(key)) {
      const items = texts.flatMap((text) => (Array.isArray(value) ? [text] : text.split(",")));
      this.#keys[key] = [
        ...listOf(this.#keys[key]),
        ...items.map((item) => item.trim()).filter((item) => item !== ""),
      ];
    } else {
      const text = key.startsWith("x-") ? value : texts.map(plainText).join(", ").trim();
      if (text !== "" && text !== undefined) this.#keys[key] = text;
    }
  }

  /** A field of the text: a claim for each link, else a key; what is neither stays in the text. */
  #field({ name, value, links, isWhole }: Field, line: number): void {
    const key = this.#keyOf.get(fold(name));
    if (links.length > 0 && key === undefined) this.#claim(name, links, line);
    else if (key !== undefined && isWhole) this.#property(name, value, line);
    else
      this.#notes.push(
        leftOut({ file: this.#file, line }, `the field “${name}” is no claim: it stays in the text`),
      );
  }

  #claim(type: string, links: readonly string[], line: number): void {
    for (const link of links) {
      const to = this.#names.path(wikilink(link).target);
      this.#claims.push({
        kind: "edge",
        place: { file: this.#file, line },
        calls: [],
        keys: { type, from: this.#path, to: this.#names.has(to) ? to : baseOf(to) },
        body: "",
      });
    }
  }

  /** The type that the front matter names, else the first tag that is one. */
  #type(data: Readonly<Record<string, unknown>>, tags: readonly string[]): { type?: string } {
    if (typeof this.#keys.type === "string") return { type: this.#keys.type };
    const all = [...listOf(data.tags ?? data.tag), ...tags].flatMap((tag) => String(tag).split(/[,\s]+/));
    const typed = all.find((tag) => this.#meant(lastOf(tag)) !== undefined);
    return typed === undefined ? {} : { type: lastOf(typed) };
  }

  #tags(inBody: readonly string[]): string[] {
    const all = [...listOf(this.#keys.tags), ...inBody].map((tag) => String(tag).replace(/^#/, ""));
    return [...new Set(all)];
  }
}

/** `#people/person` is a person. */
const lastOf = (tag: string): string => tag.replace(/^#/, "").replace(/^.*\//, "");

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());

/** The texts in a value. YAML takes `[[Ada]]` without quotes for a list in a list. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    const [only] = value;
    if (value.length === 1 && Array.isArray(only) && only.every((each) => typeof each === "string"))
      return [`[[${only.join(", ")}]]`];
    return value.flatMap(textsOf);
  }
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return value === undefined || value === null ? [] : [String(value)];
}

/** A text whose links are the words that they show. */
const plainText = (text: string): string =>
  text.replace(/\[\[([^[\]\n]+)\]\]/g, (_, inside: string) => {
    const { target, label } = wikilink(inside);
    return label ?? baseOf(target);
  });
