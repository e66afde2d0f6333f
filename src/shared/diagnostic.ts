/** What is wrong with the content, where, and the way out. */

/** The names by which programs know each kind of problem; they never change their meaning. */
export type DiagnosticCode =
  | "ambiguous-link"
  | "dangling-link"
  | "duplicate-entity"
  | "duplicate-id"
  | "duplicate-key"
  | "early-answer"
  | "edge-ends"
  | "empty-value"
  | "faint-type"
  | "former-id"
  | "front-matter-language"
  | "invalid-date"
  | "invalid-id"
  | "invalid-value"
  | "lonely-entity"
  | "long-paragraph"
  | "low-contrast"
  | "misplaced-file"
  | "missing-alt"
  | "missing-front-matter"
  | "missing-image"
  | "missing-key"
  | "missing-source"
  | "placeholder-source"
  | "raw-html"
  | "reference-to-draft"
  | "response-circle"
  | "self-edge"
  | "shared-name"
  | "similar-files"
  | "story-steps"
  | "tag-spelling"
  | "theme-template"
  | "uncited-source"
  | "unknown-key"
  | "unknown-reference"
  | "unknown-type"
  | "unreadable-file"
  | "wrong-kind"
  | "wrong-type"
  | "yaml-syntax";

/** A stretch of a file: lines and columns from 1, columns in UTF-16 code units, the end excluded. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A stretch of a named file, and why it matters. */
export interface RelatedPlace extends Span {
  readonly file: string;
  readonly message: string;
}

/** One problem. `file` is relative to the content folder, with `/`. */
export interface Diagnostic extends Span {
  readonly file: string;
  readonly severity: "error" | "warning";
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}

export const FILE_START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };
