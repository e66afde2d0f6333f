/** The ontology of a graph: the built-in one, with what `ontology.yml` adds and overrides, and every default filled in. */
import type { EdgeType, EntityType, Ontology } from "../shared/records.ts";
import type { OntologyFile } from "../shared/schema.ts";
import { BUILTIN_ONTOLOGY } from "./builtin-ontology.ts";

type EntityTypeFields = OntologyFile["entityTypes"][string];
type EdgeTypeFields = OntologyFile["edgeTypes"][string];

/** Colours of the four quad classes of event data, and of lasting relations, which are no events. */
export const QUAD_COLORS = {
  verbalCooperation: "#3b82c4",
  materialCooperation: "#2a9d8f",
  verbalConflict: "#d98324",
  materialConflict: "#c8394b",
  relation: "#8a8f98",
};

export function makeOntology(file: OntologyFile | undefined): Ontology {
  const entityTypes = merge(BUILTIN_ONTOLOGY.entityTypes, file?.entityTypes ?? {});
  const edgeTypes = merge(BUILTIN_ONTOLOGY.edgeTypes, file?.edgeTypes ?? {});
  return {
    entityTypes: new Map(Object.entries(entityTypes).map(([id, fields]) => [id, entityType(id, fields)])),
    edgeTypes: new Map(Object.entries(edgeTypes).map(([id, fields]) => [id, edgeType(id, fields)])),
  };
}

function merge<T extends object>(base: Record<string, T>, over: Record<string, T>): Record<string, T> {
  const merged: Record<string, T> = { ...base };
  for (const [id, fields] of Object.entries(over)) merged[id] = { ...merged[id], ...fields };
  return merged;
}

function entityType(id: string, fields: EntityTypeFields): EntityType {
  const label = fields.label ?? id;
  return { ...fields, id, label, plural: fields.plural ?? label, color: fields.color ?? QUAD_COLORS.relation };
}

function edgeType(id: string, fields: EdgeTypeFields): EdgeType {
  const label = fields.label ?? id;
  const color = fields.color ?? quadColor(fields.cameo);
  return { ...fields, id, label, verb: fields.verb ?? label.toLowerCase(), directed: fields.directed ?? true, color };
}

/**
 * The colour of the quad class that a CAMEO code belongs to: roots 01–05 are verbal cooperation, 06–08 material
 * cooperation, 09–13 verbal conflict, 14–20 material conflict (as in GDELT's QuadClass).
 */
function quadColor(cameo: string | undefined): string {
  const root = Number(cameo?.slice(0, 2));
  if (!(root >= 1 && root <= 20)) return QUAD_COLORS.relation;
  if (root <= 5) return QUAD_COLORS.verbalCooperation;
  if (root <= 8) return QUAD_COLORS.materialCooperation;
  return root <= 13 ? QUAD_COLORS.verbalConflict : QUAD_COLORS.materialConflict;
}
