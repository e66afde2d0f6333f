/** The pages of `docs/`, and the files for editors, that are made from the code, so that they cannot say anything else. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CODES } from "../src/content/codes.ts";
import { builtInEditorFiles } from "../src/content/editor-files.ts";
import { makeOntology } from "../src/content/ontology.ts";
import type { QuadClass } from "../src/shared/records.ts";
import { TEMPLATES } from "../src/shared/templates.ts";

/** Texts by path in the repository. */
export function referencePages(): Record<string, string> {
  return {
    "docs/ontology.md": ontologyPage(),
    "docs/diagnostics.md": diagnosticsPage(),
    "docs/templates.md": templatesPage(),
    ...builtInEditorFiles(),
  };
}

function templatesPage(): string {
  const sections = Object.entries(TEMPLATES).map(([name, { about, pieces }]) => {
    const rows = Object.entries(pieces).map(([piece, { kind, about: what, isRequired }]) => [
      code(`{{${piece}}}`),
      kind,
      `${what}${isRequired === true ? "; required" : ""}`,
    ]);
    return `## ${name}.mustache\n\n${about}\n\n${table(["piece", "kind", "what it is"], rows)}`;
  });
  return `# Templates

<!-- Made from the code by “npm run docs”. -->

The files in \`theme/\` that lay out a page or a part of one, and the pieces that each is given. [The look of a site](theme.md) says how they are written. A piece may be empty: the text of an entity that has none, or what a long list has on its first page only.

Pieces of kind \`html\` are ready-made markup, and stand between tags. Those of kind \`text\` and \`url\` may also stand in the value of an attribute, and a \`url\` in one that is an address.

${sections.join("\n")}`;
}

const CLASSES: Record<QuadClass, string> = {
  "verbal-cooperation": "In words, friendly",
  "material-cooperation": "In deeds, friendly",
  "verbal-conflict": "In words, hostile",
  "material-conflict": "In deeds, hostile",
  relation: "Lasting relations, and the rest",
};

function ontologyPage(): string {
  const { entityTypes, edgeTypes } = makeOntology(undefined);
  const claims = Object.entries(CLASSES).map(([quad, heading]) => {
    const rows = [...edgeTypes.values()]
      .filter((type) => type.quad === quad)
      .map((type) => [
        code(type.id),
        `A ${type.verb} B`,
        type.inverse === undefined || type.directed === false ? "" : `B ${type.inverse} A`,
        joins(type.from, type.to),
        type.cameo ?? "",
      ]);
    return `### ${heading}\n\n${table(["type", "says", "seen from the other end", "joins", "CAMEO"], rows)}`;
  });
  const entities = [...entityTypes.values()].map((type) => [
    code(type.id),
    type.label,
    type.plural,
    type.schemaOrg ?? "",
    type.ftm ?? "",
  ]);
  return `# Types of entity and of claim

<!-- Made from the code by “npm run docs”. -->

Every graph starts with these types. \`ontology.yml\` adds to them and overrides them, key by key:

\`\`\`yaml
entityTypes:
  ship:
    label: Ship
    plural: Ships
    color: "#2e86ab"
    schemaOrg: Vehicle          # how the outside world calls it (optional)
    ftm: Vessel
edgeTypes:
  boards:
    label: Boarding
    verb: boards                # from … to
    inverse: is boarded by      # to … from
    reflexive: false            # nobody boards himself (left out: anything goes)
    directed: true              # an arrow; false: a plain line, and both ends are alike
    from: [person, organisation]
    to: [ship]                  # left out: anything
    cameo: "171"                # an event code of CAMEO, which gives the line its colour
    color: "#cd2a1a"            # or say it outright
  visit:
    verb: pays a visit to       # changes the built-in type, and leaves the rest of it
\`\`\`

## Types of entity

${table(["type", "label", "plural", "schema.org", "FollowTheMoney"], entities)}
## Types of claim

Claims are grouped, and their lines coloured, by what CAMEO calls the quad class of their code: Conflict and Mediation Event Observations (Gerner, Schrodt and Yilmaz), the vocabulary of the large event databases. Relations that last have no code, because CAMEO codes events only.

${claims.join("\n")}`;
}

function diagnosticsPage(): string {
  const rows = Object.entries(CODES).map(([id, { severity, title }]) => [
    `[${code(id)}](#${id})`,
    severity,
    title,
  ]);
  const sections = Object.entries(CODES).map(
    ([id, { severity, title, remedy }]) =>
      `## ${id}\n\n**${title}** (${severity})\n\n${remedy}\n${exampleOf(id)}`,
  );
  return `# Diagnostics

<!-- Made from the code by “npm run docs”. -->

What \`skein check\` and \`skein build\` say of content. An error keeps the site from being published; a warning does not, unless \`--strict\` makes it an error. Each has a code that never changes its meaning.

${table(["code", "", "what it is"], rows)}
${sections.join("\n")}`;
}

const FIXTURES = fileURLToPath(new URL("../test/fixtures/", import.meta.url));

/** The first example of a problem among the cases of the tests, as it is printed; nothing where all are made by them. */
function exampleOf(id: string): string {
  // What attackers write teaches nobody how to write.
  for (const name of readdirSync(FIXTURES)
    .filter((each) => each !== "hostile")
    .sort()) {
    const printed = readFileSync(`${FIXTURES}${name}/expected.txt`, "utf8").split(/\n\n/);
    const example = printed.find((block) => block.split("\n")[0]?.includes(` ${id}: `));
    if (example !== undefined) return `\n\`\`\`\n${example.trim()}\n\`\`\`\n`;
  }
  return "";
}

const code = (text: string): string => `\`${text}\``;

function joins(from: readonly string[] | undefined, to: readonly string[] | undefined): string {
  if (from === undefined && to === undefined) return "anything";
  return `${from?.join(", ") ?? "anything"} → ${to?.join(", ") ?? "anything"}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
