/** Collects what is wrong, with the place of each in its file. */
import type { Diagnostic, DiagnosticCode, RelatedPlace, Span } from "../shared/diagnostic.ts";
import type { AnyRecord } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { CODES } from "./codes.ts";
import type { Folder } from "./folder.ts";
import { type Locate, locator, type YamlPath } from "./front-matter.ts";

/** A value in a file of the folder. */
export interface Place {
  readonly file: string;
  readonly path: YamlPath;
  readonly part?: "key" | "value";
}

/** A stretch of a file, for what is no value. */
export interface Stretch extends Span {
  readonly file: string;
}

/** Where a value of a record stands. */
export type PlaceIn = (record: AnyRecord, path: YamlPath) => Place;

export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}

/** A problem with its place. */
export interface Noted {
  readonly place: Place | Stretch;
  readonly problem: Problem;
}

/** Takes problems. */
export interface Report {
  readonly add: (place: Place | Stretch, problem: Problem) => void;
}

export class Problems {
  readonly #folder: Folder;
  readonly #found: Diagnostic[] = [];
  /** For the file that was asked about last: mistakes come a file at a time, and reading one again is slow. */
  #last: { readonly file: string; readonly locate: Locate } | undefined;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** Reports a problem with a value, or with a stretch of a file. */
  add(place: Place | Stretch, problem: Problem): void {
    const span = "path" in place ? this.span(place) : place;
    const { line, column, endLine, endColumn } = span;
    const { code, message, help, related } = problem;
    const { severity } = CODES[code];
    this.#found.push({
      file: place.file,
      line,
      column,
      endLine,
      endColumn,
      severity,
      code,
      message,
      help,
      related,
    });
  }

  span({ file, path, part = "value" }: Place): Span {
    if (this.#last?.file !== file) {
      this.#last = { file, locate: locator(this.#folder.texts.get(file) ?? "", file.endsWith(".yml")) };
    }
    return this.#last.locate(path, part);
  }

  /** How many were found so far. */
  get count(): number {
    return this.#found.length;
  }

  /** What a check finds; `known` is what it found before, where that is known to be the same. */
  found(check: () => void, known?: readonly Diagnostic[]): readonly Diagnostic[] {
    const before = this.count;
    if (known === undefined) check();
    else this.#found.push(...known);
    return known ?? this.#found.slice(before);
  }

  has(code: DiagnosticCode): boolean {
    return this.#found.some((problem) => problem.code === code);
  }

  /** All problems, in the order of files and places. */
  sorted(): Diagnostic[] {
    return this.#found.sort(
      (a, b) =>
        compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
    );
  }
}
