/** The templates of `theme/`: read as Mustache, and checked against the pieces that each is given. */
import mustache from "mustache";
import type { Template, TemplateNode } from "../../shared/template.ts";
import { type PieceInfo, TEMPLATES, type TemplateName } from "../../shared/templates.ts";
import { nearest } from "../../shared/text.ts";
import { MarkupReader } from "./markup.ts";

/** What is wrong with a template, by offsets in it. */
export interface TemplateProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
}

export interface ReadTemplate {
  readonly template: Template;
  readonly problems: readonly TemplateProblem[];
}

/** A token of Mustache: its kind, its text, where it begins and ends, and of a section what is in it. */
type Token = [kind: string, value: string, start: number, end: number, inner?: Token[], close?: number];

/** Deeper than any layout, and less deep than what the stack bears. */
const DEPTH_LIMIT = 20;
/** A piece has ids in it, which a page may have once; twice, for a template with two ways. */
const USE_LIMIT = 2;

/** Longer than any layout; the library’s time grows with the square of white space. */
const LENGTH_LIMIT = 32_768;

export function readTemplate(name: TemplateName, text: string): ReadTemplate {
  if (text.length > LENGTH_LIMIT) {
    const message = "the template is longer than 32,768 characters";
    return { template: [], problems: [{ start: 0, end: 1, message, help: "shorten it" }] };
  }
  let tokens: Token[];
  try {
    // The library’s types leave open what its documentation says of tokens.
    tokens = mustache.parse(text, ["{{", "}}"]) as unknown as Token[];
  } catch (error) {
    return { template: [], problems: [syntaxProblem(text, String(error))] };
  }
  const reader = new TemplateReader(name);
  const template = reader.read(tokens, 0);
  reader.markup.end();
  reader.checkRequired();
  return { template, problems: [...reader.problems, ...reader.markup.problems.slice(0, 1)] };
}

function syntaxProblem(text: string, error: string): TemplateProblem {
  const [, kind, name = "", place = "0"] =
    /(Unclosed tag|Unopened section|Unclosed section)(?: "([\s\S]*)")? at (\d+)/.exec(error) ?? [];
  if (kind === "Unclosed tag" || kind === undefined) {
    const start = Math.max(0, text.lastIndexOf("{{"));
    return { start, end: start + 2, message: "these braces are never closed", help: "write {{name}}" };
  }
  if (kind === "Unopened section") {
    const start = Number(place);
    return {
      start,
      end: start + 2,
      message: `{{/${name}}} ends nothing`,
      help: `write {{#${name}}} where it begins, or remove it`,
    };
  }
  const opening = [...text.matchAll(/\{\{[#^]([^{}]*)\}\}/g)]
    .filter((each) => each[1]?.trim() === name)
    .at(-1);
  const start = opening?.index ?? 0;
  return {
    start,
    end: start + (opening?.[0].length ?? 1),
    message: `{{#${name}}} is never ended`,
    help: `write {{/${name}}} where it ends, before the end of what is around it`,
  };
}

class TemplateReader {
  readonly problems: TemplateProblem[] = [];
  readonly markup = new MarkupReader();
  readonly #name: TemplateName;
  readonly #pieces: Readonly<Record<string, PieceInfo>>;
  readonly #uses = new Map<string, number>();

  constructor(name: TemplateName) {
    this.#name = name;
    this.#pieces = TEMPLATES[name].pieces;
  }

  read(tokens: readonly Token[], depth: number): TemplateNode[] {
    return tokens.flatMap((token) => this.#node(token, depth));
  }

  checkRequired(): void {
    for (const [name, { isRequired }] of Object.entries(this.#pieces)) {
      if (isRequired === true && !this.#uses.has(name))
        this.#add(0, 1, `{{${name}}} is missing in ${this.#name}`, `write {{${name}}} where it belongs`);
    }
  }

  #node(token: Token, depth: number): TemplateNode[] {
    const [kind, value, start, end, inner] = token;
    switch (kind) {
      case "text":
        this.markup.text(value, start);
        return [{ kind: "markup", markup: value }];
      case "name":
      case "&": {
        const piece = this.#pieceAt(value, start, end);
        if (piece === undefined) return [];
        this.markup.piece(value, piece.kind, start, end);
        if (piece.kind === "html") this.#count(value, start, end);
        this.#uses.set(value, (this.#uses.get(value) ?? 0) + 1);
        return [{ kind: "piece", name: value }];
      }
      case "#":
      case "^":
        return this.#section(token, inner ?? [], depth);
      case "!":
        return [];
      default:
        this.#add(
          start,
          end,
          kind === ">" ? "templates do not call one another" : "the braces cannot be changed",
          kind === ">"
            ? "name a piece: what has a template of its own is laid out by it already"
            : "write {{ and }}",
        );
        return [];
    }
  }

  #section([kind, name, start, end]: Token, inner: readonly Token[], depth: number): TemplateNode[] {
    if (this.#pieceAt(name, start, end) === undefined) return [];
    if (depth === DEPTH_LIMIT) {
      this.#add(start, end, "this stands in too many sections", "take it out of some of them");
      return [];
    }
    if (this.markup.isInTag)
      this.#add(
        start,
        end,
        `{{${kind}${name}}} stands in a tag`,
        "put it around the tag, or into the quotes of an attribute",
      );
    const before = this.markup.place;
    const nodes = this.read(inner, depth + 1);
    if (this.markup.problems.length === 0 && this.markup.place !== before)
      this.#add(
        start,
        end,
        `an element that is opened or closed in {{${kind}${name}}} is not whole in it`,
        "close in a section what is opened in it",
      );
    return [{ kind: "section", name, isInverted: kind === "^", nodes }];
  }

  #pieceAt(name: string, start: number, end: number): PieceInfo | undefined {
    if (Object.hasOwn(this.#pieces, name)) return this.#pieces[name];
    const names = Object.keys(this.#pieces);
    const meant = nearest(name, names);
    this.#add(
      start,
      end,
      `no piece “${name}” in ${this.#name}${meant === undefined ? "" : `; did you mean “${meant}”?`}`,
      names.length === 0 ? "remove it" : `the pieces here are ${names.join(", ")}`,
    );
    return undefined;
  }

  #count(name: string, start: number, end: number): void {
    if ((this.#uses.get(name) ?? 0) === USE_LIMIT)
      this.#add(
        start,
        end,
        `{{${name}}} stands more than twice`,
        "print it once: the ids in it may not come again",
      );
  }

  #add(start: number, end: number, message: string, help: string): void {
    this.problems.push({ start, end, message, help });
  }
}
