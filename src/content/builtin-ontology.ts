/**
 * The vocabulary every graph starts with. `content/ontology.yml` adds to it and overrides it, key by key.
 *
 * `cameo` is the event code of the CAMEO codebook (Gerner, Schrodt and Yilmaz, 2012); relations that last
 * (offices, membership, place) have none, because CAMEO codes events only.
 */
import type { OntologyFile } from "../shared/schema.ts";

export const BUILTIN_ONTOLOGY: OntologyFile = {
  entityTypes: {
    person: { color: "#c73846", schemaOrg: "Person", ftm: "Person" },
    organisation: {
      color: "#5c94db",
      schemaOrg: "Organization",
      ftm: "Organization",
    },
    state: { color: "#8354b9", schemaOrg: "Country", ftm: "PublicBody" },
    office: { color: "#7e6a15", schemaOrg: "Role", ftm: "Position" },
    place: { color: "#749e4d", schemaOrg: "Place", ftm: "Address" },
    event: { color: "#c56c99", schemaOrg: "Event", ftm: "Event" },
    thing: { color: "#94897c", schemaOrg: "Thing", ftm: "Asset" },
    topic: { color: "#05796f", schemaOrg: "DefinedTerm", ftm: "Note" },
  },
  edgeTypes: {
    statement: { cameo: "010" },
    denial: { cameo: "016" },
    request: { cameo: "020" },
    offer: { cameo: "030" },
    call: { cameo: "041" },
    visit: { reflexive: false, cameo: "042" },
    meeting: { directed: false, cameo: "040" },
    support: { cameo: "051" },
    agreement: {
      directed: false,
      cameo: "057",
    },
    purchase: { cameo: "061" },
    aid: { cameo: "070" },
    concession: { cameo: "080" },
    investigation: {
      cameo: "090",
    },
    demand: { cameo: "100" },
    criticism: { cameo: "111" },
    accusation: { cameo: "112" },
    dispute: {
      directed: false,
      cameo: "110",
    },
    refusal: { cameo: "120" },
    threat: { cameo: "130" },
    protest: { cameo: "140" },
    "show-of-force": {
      cameo: "150",
    },
    sanction: {
      from: ["state", "organisation"],
      to: ["person", "organisation", "state"],
      cameo: "163",
    },
    detention: {
      to: ["person"],
      cameo: "173",
    },
    "use-of-force": {
      cameo: "190",
    },
    clash: { directed: false, cameo: "190" },
    incident: {
      directed: false,
    },
    "holds-office": {
      from: ["person"],
      to: ["office"],
    },
    "spokesperson-of": {
      reflexive: false,
      from: ["person"],
      to: ["organisation", "state", "office", "person"],
    },
    "member-of": {
      reflexive: false,
      from: ["person", "organisation", "state"],
      to: ["organisation"],
    },
    "part-of": { reflexive: false },
    "located-in": { reflexive: false },
    participation: {
      to: ["event"],
    },
    ownership: {},
    "relative-of": {
      reflexive: false,
      directed: false,
      from: ["person"],
      to: ["person"],
    },
    concerns: {},
  },
};
