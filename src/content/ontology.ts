/** The ontology of a graph: the built-in one, with what `ontology.yml` adds and overrides, and every default filled in. */
import type { EdgeType, EntityType, Ontology, QuadClass } from "../shared/records.ts";
import type { OntologyFile } from "../shared/schema.ts";
import { nearest } from "../shared/text.ts";
import { ENGLISH } from "../shared/words/languages.ts";
import type { Words } from "../shared/words/words.ts";
import { BUILTIN_ONTOLOGY } from "./builtin-ontology.ts";
import type { Problem, Problems } from "./problems.ts";

type EntityTypeFields = OntologyFile["entityTypes"][string];
type EdgeTypeFields = OntologyFile["edgeTypes"][string];

/**
 * Middle tones, which stand out from white paper and from a dark screen alike, and are told apart without red, green or
 * blue as well: `test/content/theme/palette.test.ts` computes it.
 */
export const QUAD_COLORS: Record<QuadClass, string> = {
  "verbal-cooperation": "#2696eb",
  "material-cooperation": "#0c7c58",
  "verbal-conflict": "#b58947",
  "material-conflict": "#cd2a1a",
  relation: "#91868c",
};

/** The built-in types are called what the interface’s language calls them. */
export function makeOntology(file: OntologyFile | undefined, { messages }: Words = ENGLISH): Ontology {
  const named = messages.ontology;
  const entityTypes = merge(
    merge<EntityTypeFields>(BUILTIN_ONTOLOGY.entityTypes, named.entityTypes),
    file?.entityTypes ?? {},
  );
  const edgeTypes = merge(
    merge<EdgeTypeFields>(BUILTIN_ONTOLOGY.edgeTypes, named.edgeTypes),
    file?.edgeTypes ?? {},
  );
  return {
    entityTypes: new Map(Object.entries(entityTypes).map(([id, fields]) => [id, entityType(id, fields)])),
    edgeTypes: new Map(Object.entries(edgeTypes).map(([id, fields]) => [id, edgeType(id, fields)])),
  };
}

/** Reports the types of entity that types of edge name and the ontology does not have. */
export function checkOntology(file: OntologyFile | undefined, { entityTypes }: Ontology, problems: Problems) {
  for (const [id, fields] of Object.entries(file?.edgeTypes ?? {})) {
    for (const end of ["from", "to"] as const) {
      for (const [i, type] of (fields[end] ?? []).entries()) {
        if (entityTypes.has(type)) continue;
        const place = { file: "ontology.yml", path: ["edgeTypes", id, end, i] };
        problems.add(place, unknownType("entity", type, entityTypes));
      }
    }
  }
}

export function unknownType(
  kind: "entity" | "edge",
  type: string,
  types: ReadonlyMap<string, unknown>,
): Problem {
  const meant = nearest(type, types.keys());
  return {
    code: "unknown-type",
    message: `no ${kind} type “${type}”${meant === undefined ? "" : `; did you mean “${meant}”?`}`,
    help: `use one of ${[...types.keys()].slice(0, 12).join(", ")}${types.size > 12 ? ", …" : ""}, or add it to ontology.yml`,
  };
}

function merge<T extends object>(base: Record<string, T>, over: Record<string, T>): Record<string, T> {
  const merged: Record<string, T> = { ...base };
  for (const [id, fields] of Object.entries(over)) merged[id] = { ...merged[id], ...fields };
  return merged;
}

function entityType(id: string, fields: EntityTypeFields): EntityType {
  const label = fields.label ?? id;
  return {
    ...fields,
    id,
    label,
    plural: fields.plural ?? label,
    color: fields.color ?? QUAD_COLORS.relation,
  };
}

function edgeType(id: string, fields: EdgeTypeFields): EdgeType {
  const label = fields.label ?? id;
  const verb = fields.verb ?? label.toLowerCase();
  const quad = quadClass(fields.cameo);
  return {
    ...fields,
    id,
    label,
    verb,
    quad,
    directed: fields.directed ?? true,
    color: fields.color ?? QUAD_COLORS[quad],
  };
}

/** The quad class of a CAMEO code: roots 01–05, 06–08, 09–13 and 14–20, as in GDELT. */
function quadClass(cameo: string | undefined): QuadClass {
  const root = Number(cameo?.slice(0, 2));
  if (!(root >= 1 && root <= 20)) return "relation";
  if (root <= 5) return "verbal-cooperation";
  if (root <= 8) return "material-cooperation";
  return root <= 13 ? "verbal-conflict" : "material-conflict";
}
