/** The pages of `docs/` that are made from the code, so that they cannot say anything else. */
import { makeOntology } from "../src/content/ontology.ts";
import type { QuadClass } from "../src/shared/records.ts";

/** Texts by path in the repository. */
export function referencePages(): Record<string, string> {
  return { "docs/ontology.md": ontologyPage() };
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
    directed: true              # an arrow; false: a plain line, and both ends are alike
    from: [person, organisation]
    to: [ship]                  # left out: anything
    cameo: "171"                # an event code of CAMEO, which gives the line its colour
    color: "#c8394b"            # or say it outright
  visit:
    verb: pays a visit to       # changes the built-in type, and leaves the rest of it
\`\`\`

## Types of entity

${table(["type", "label", "plural", "schema.org", "FollowTheMoney"], entities)}
## Types of claim

Claims are grouped, and their lines coloured, by what CAMEO calls the quad class of their code: Conflict and Mediation Event Observations (Gerner, Schrodt and Yilmaz), the vocabulary of the large event databases. Relations that last have no code, because CAMEO codes events only.

${claims.join("\n")}`;
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
