/** Every kind of problem that Skein reports: its weight, and what it is about in one line. */
import type { Diagnostic, DiagnosticCode } from "../shared/diagnostic.ts";

interface Code {
  readonly severity: Diagnostic["severity"];
  readonly title: string;
}

export const CODES: Record<DiagnosticCode, Code> = {
  "ambiguous-link": { severity: "error", title: "A link in a body may mean more than one record." },
  "dangling-link": { severity: "error", title: "A link or citation in a body leads nowhere." },
  "duplicate-id": { severity: "error", title: "Two records have the same id." },
  "duplicate-key": { severity: "error", title: "A key stands twice." },
  "edge-ends": { severity: "error", title: "An edge joins entities that its type does not allow." },
  "empty-value": { severity: "error", title: "A key has no value." },
  "former-id": { severity: "warning", title: "A reference uses an id that was renamed." },
  "front-matter-language": { severity: "error", title: "The front matter is in a language other than YAML." },
  "invalid-date": { severity: "error", title: "A date is not written in EDTF." },
  "invalid-id": { severity: "error", title: "An id or a file name has characters that ids may not have." },
  "invalid-value": { severity: "error", title: "A value is none of those allowed." },
  "lonely-entity": { severity: "warning", title: "No edge touches an entity." },
  "misplaced-file": { severity: "warning", title: "A file stands where Skein does not read it." },
  "missing-front-matter": { severity: "error", title: "A file does not begin with front matter." },
  "missing-image": { severity: "error", title: "An image is not in the assets folder." },
  "missing-key": { severity: "error", title: "A required key is missing." },
  "missing-source": { severity: "error", title: "A claim cites no source." },
  "reference-to-draft": { severity: "error", title: "Something published refers to a draft." },
  "response-circle": { severity: "error", title: "Claims answer one another in a circle." },
  "uncited-source": { severity: "warning", title: "Nothing cites a source." },
  "unknown-key": { severity: "error", title: "A key is not part of the content model." },
  "unknown-reference": { severity: "error", title: "A reference names a record that does not exist." },
  "unknown-type": { severity: "error", title: "A type is not in the ontology." },
  "unreadable-file": { severity: "error", title: "A file cannot be read as text." },
  "wrong-kind": { severity: "error", title: "A reference names a record of the wrong kind." },
  "wrong-type": { severity: "error", title: "A value has the wrong form, such as text for a list." },
  "yaml-syntax": { severity: "error", title: "The YAML cannot be read." },
};
