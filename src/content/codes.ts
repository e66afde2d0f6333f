/** Every kind of problem that Skein reports: its weight, what it is about in one line, and the way out of it. */
import type { Diagnostic, DiagnosticCode } from "../shared/diagnostic.ts";

interface Code {
  readonly severity: Diagnostic["severity"];
  readonly title: string;
  /** What to do about it, in Markdown. */
  readonly remedy: string;
}

export const CODES: Record<DiagnosticCode, Code> = {
  "ambiguous-link": {
    severity: "error",
    title: "A link in a body may mean more than one record.",
    remedy:
      "Two records have the name that the link is written with. Link by id, which only one can have: `[[li-shangfu]]`, or `[[li-shangfu|the minister]]` to keep the words.",
  },
  "dangling-link": {
    severity: "error",
    title: "A link or citation in a body leads nowhere.",
    remedy:
      "No record has this id, name or path. Correct the spelling, add the record, or remove the brackets. Ids are the names of files; names and aliases work too.",
  },
  "duplicate-entity": {
    severity: "warning",
    title: "Two entities of one type have the same name.",
    remedy:
      "Names that differ only in case, accents, spaces or hyphens count as the same. If both files are about one entity, merge them and put the id that goes under `formerIds`, so that its address leads on. If not, tell the names apart, as readers will have to: “John Smith (senator)”.",
  },
  "duplicate-id": {
    severity: "error",
    title: "Two records, or two stories, have the same id.",
    remedy:
      "The id of a record is the name of its file, and entities, edges and sources share one name space. Rename one of the files.",
  },
  "duplicate-key": {
    severity: "error",
    title: "A key stands twice.",
    remedy: "Only one of the two values could count. Keep one; several values are a list: `[one, two]`.",
  },
  "early-answer": {
    severity: "warning",
    title: "An answer is dated before what it answers.",
    remedy:
      "By their dates, the answer was over before the other claim could have been made. Correct a date, make it vaguer, or name another claim in `respondsTo`.",
  },
  "edge-ends": {
    severity: "error",
    title: "An edge joins entities that its type does not allow.",
    remedy:
      "The ontology says what a type may join: offices are held by persons. Perhaps `from` and `to` are the wrong way round, or another type fits better. `ontology.yml` can widen a type.",
  },
  "empty-value": {
    severity: "error",
    title: "A key has no value.",
    remedy: "Write a value after the colon, or remove the key.",
  },
  "faint-type": {
    severity: "warning",
    title: "The colour of a type is lost on the paper of the theme.",
    remedy:
      "Nodes and lines need a contrast of 3:1 against `paper`, in light and in dark (WCAG 2, success criterion 1.4.11). A type has one colour for both: a middle tone. Change `color` of the type in `ontology.yml`, or `paper` in `site.yml`.",
  },
  "former-id": {
    severity: "warning",
    title: "A reference uses an id that was renamed.",
    remedy: "It still works. Write the current id, so that nobody has to look it up.",
  },
  "front-matter-language": {
    severity: "error",
    title: "The front matter is in a language other than YAML.",
    remedy:
      "The line that opens the front matter is three hyphens and nothing else. Skein never runs code in content.",
  },
  "invalid-date": {
    severity: "error",
    title: "A date is not written in EDTF.",
    remedy:
      "EDTF is the extended form of ISO 8601: `2023-06-15`, `2023-06`, `2023`, `1998~` for about, `2023?` for perhaps, `2018/..` for since, `2019/2021` for a span, `2023-06-XX` for an unknown day.",
  },
  "invalid-id": {
    severity: "error",
    title: "An id or a file name has characters that ids may not have, or too many.",
    remedy:
      "Ids are lower-case letters and digits of any script, with single hyphens between: `li-shangfu`, `李尚福`. They are names of files, and have at most 150 characters and 200 bytes in UTF-8, which are 66 characters of Chinese.",
  },
  "invalid-value": {
    severity: "error",
    title: "A value is none of those allowed.",
    remedy: "The help line lists what may stand here, or says what form it must have.",
  },
  "lonely-entity": {
    severity: "warning",
    title: "No edge touches an entity.",
    remedy: "It stands alone on the map. Add a claim about it, or remove the file.",
  },
  "long-paragraph": {
    severity: "warning",
    title: "A paragraph is longer than 20,000 characters.",
    remedy:
      "To look for the ends of brackets in it would take too long, so that it is shown as text: links, citations and emphasis in it are not read. Break it into paragraphs, with an empty line between.",
  },
  "low-contrast": {
    severity: "error",
    title: "Two colours of the theme are too much alike to be read on one another.",
    remedy:
      "Text needs a contrast of 4.5:1 against what it stands on, a sign 3:1 (WCAG 2, success criteria 1.4.3 and 1.4.11), in light and in dark. The message names both colours, and the help line the nearest that passes. [The theme](theme.md) lists the pairs.",
  },
  "misplaced-file": {
    severity: "warning",
    title: "A file stands where Skein does not read it.",
    remedy:
      "Markdown files (`.md`) belong into `entities`, `edges`, `sources` or `stories`; pictures (png, jpg, gif, webp, avif) into `assets`; styles (`.css`) and templates (`.mustache`, by the names of pages and parts) into `theme`; `site.yml` and `ontology.yml` beside them. Links and devices are not followed. Names that begin with `.` or `_` are left alone.",
  },
  "missing-alt": {
    severity: "warning",
    title: "A picture has no text for those who cannot see it.",
    remedy:
      "Say what it shows, in the square brackets: `![Two ships at sea](../assets/ships.jpg)`. For the `image` of an entity, the key `alt` is required.",
  },
  "missing-front-matter": {
    severity: "error",
    title: "A file does not begin with front matter.",
    remedy:
      "Every file begins with a line of three hyphens, then its keys, then another line of three hyphens.",
  },
  "missing-image": {
    severity: "error",
    title: "An image is not in the assets folder.",
    remedy: "`src` is a path below `assets`. Put the file there, or correct the path; capitals count.",
  },
  "missing-key": {
    severity: "error",
    title: "A required key is missing.",
    remedy:
      "An entity needs `type` and `name`, an edge `type`, `from` and `to`, a source or a story `title`.",
  },
  "missing-source": {
    severity: "error",
    title: "A claim cites no source.",
    remedy:
      "A claim that nobody can check is a rumour. Name a source in `sources`; a graph that does without says `requireSources: false` in `site.yml`.",
  },
  "placeholder-source": {
    severity: "warning",
    title: "A source stands in for one that nobody has named yet.",
    remedy:
      "`skein import` wrote it, because claims need a source and the import named none. Say what it is: title, publisher, address, date. Then remove the line `placeholder: true`.",
  },
  "raw-html": {
    severity: "warning",
    title: "A body holds HTML.",
    remedy:
      "HTML is not read, so that nothing in content can act on a reader's browser; it is shown as it is written. Use Markdown, or backticks where it is meant to be seen.",
  },
  "reference-to-draft": {
    severity: "error",
    title: "Something published refers to a draft.",
    remedy:
      "The record says `draft: true` and is left out of the site. Publish it, or mark what refers to it as a draft too.",
  },
  "response-circle": {
    severity: "error",
    title: "Claims answer one another in a circle.",
    remedy: "Each of them would have to come after the other. Remove one of the answers.",
  },
  "self-edge": {
    severity: "error",
    title: "An edge joins an entity to itself, where its type forbids it.",
    remedy:
      "Nothing is a part of itself. Name another entity; for a type of your own, `reflexive: false` in `ontology.yml` forbids it and `reflexive: true` allows it.",
  },
  "shared-name": {
    severity: "warning",
    title: "A name or alias is also that of another entity.",
    remedy:
      "Search finds both, and links by that name are ambiguous. Tell the names apart, or leave it so and link by id.",
  },
  "similar-files": {
    severity: "warning",
    title: "Two pictures have names that differ in nothing but capitals or the encoding of accents.",
    remedy:
      "Many file systems, and some hosts, take the two names for one, so that one picture replaces the other. Rename one of them.",
  },
  "story-steps": {
    severity: "error",
    title: "A story is not divided into steps as it has to be.",
    remedy:
      "Each step of a story begins with a heading of the second level: `## The purchase`. In each may stand one block of code with the word `map`, for what the map shows there; a step without one keeps what the step before it shows.",
  },
  "tag-spelling": {
    severity: "warning",
    title: "A tag is written in two ways.",
    remedy: "Readers who choose one of the two will miss the other. Write it as most do.",
  },
  "theme-template": {
    severity: "error",
    title: "A template of the theme cannot be read, or prints what a theme may not.",
    remedy:
      "A template is HTML with the names of pieces in double braces. Each page and part has its own pieces, which [the list of templates](templates.md) has. Elements are closed, values of attributes stand in quotes, and nothing in a theme runs: there are no scripts, styles, forms or frames in it. Styles have their own files.",
  },
  "uncited-source": {
    severity: "warning",
    title: "Nothing cites a source.",
    remedy: "Cite it in the `sources` of a claim or an entity, or remove the file.",
  },
  "unknown-key": {
    severity: "error",
    title: "A key is not part of the content model.",
    remedy: "Probably it is misspelt. Keys of your own begin with `x-`, and are left alone.",
  },
  "unknown-reference": {
    severity: "error",
    title: "A reference names a record that does not exist.",
    remedy: "References are ids: names of files without `.md`. Correct the spelling, or add the file.",
  },
  "unknown-type": {
    severity: "error",
    title: "A type is not in the ontology.",
    remedy: "Use one of the [built-in types](ontology.md), or add it to `ontology.yml`.",
  },
  "unreadable-file": {
    severity: "error",
    title: "A file cannot be read as text.",
    remedy:
      "Files are UTF-8, and no larger than 1 MiB. A byte order mark and Windows line ends are accepted.",
  },
  "wrong-kind": {
    severity: "error",
    title: "A reference names a record of the wrong kind.",
    remedy: "`from` and `to` name entities, `respondsTo` claims, `sources` sources.",
  },
  "wrong-type": {
    severity: "error",
    title: "A value has the wrong form, such as text for a list.",
    remedy:
      "Lists stand in square brackets, `[one, two]`, or on lines that begin with a hyphen; groups of keys are indented.",
  },
  "yaml-syntax": {
    severity: "error",
    title: "The YAML cannot be read.",
    remedy:
      "Most often a text needs quotes: one with a colon and a space in it, or one that begins with a sign such as `@`, `*` or `[`. Indent with spaces, not tabs. Anchors, aliases and tags are not read.",
  },
};
