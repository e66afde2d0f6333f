/** What cannot be of a claim, whatever the world is like: to answer the future, join one to itself, or be endless. */
import type { AnyRecord, Edge, Ontology } from "../shared/records.ts";
import { count } from "../shared/text.ts";
import type { PlaceIn, Problems } from "./problems.ts";

/** Claims that are known to be right are not looked at again; those that are found right are added to them. */
export function checkClaims(
  records: readonly AnyRecord[],
  right: Set<AnyRecord>,
  byId: ReadonlyMap<string, AnyRecord>,
  ontology: Ontology,
  at: PlaceIn,
  problems: Problems,
): void {
  for (const record of records) {
    if (record.kind !== "edge" || right.has(record)) continue;
    const found = problems.count;
    checkSize(record, at, problems);
    checkOrder(record, byId, at, problems);
    if (ontology.edgeTypes.get(record.type)?.reflexive === false) checkLoop(record, at, problems);
    if (problems.count === found) right.add(record);
  }
}

/** The most lines on the map that one claim may be, a line for each pair of its ends. */
const LINES = 10_000;

function checkSize(edge: Edge, at: PlaceIn, problems: Problems): void {
  const lines = edge.from.length * edge.to.length;
  if (lines <= LINES) return;
  problems.add(at(edge, ["to"]), {
    code: "invalid-value",
    message: `this joint act is ${count(lines, "line")} on the map, and at most ${count(LINES, "line")} are drawn`,
    help: "make an entity of those who act together, and name that",
  });
}

function checkOrder(edge: Edge, byId: ReadonlyMap<string, AnyRecord>, at: PlaceIn, problems: Problems): void {
  for (const [i, id] of edge.respondsTo.entries()) {
    const answered = byId.get(id);
    if (answered?.kind !== "edge" || edge.date === undefined || answered.date === undefined) continue;
    if (edge.date.max >= answered.date.min) continue;
    const place = at(answered, ["date"]);
    problems.add(at(edge, ["respondsTo", i]), {
      code: "early-answer",
      message: `this is dated ${edge.date.edtf}, before what it answers, ${answered.date.edtf}`,
      help: "correct one of the two dates, or name another claim",
      related: [{ file: place.file, ...problems.span(place), message: "the date of what it answers" }],
    });
  }
}

function checkLoop(edge: Edge, at: PlaceIn, problems: Problems): void {
  for (const [i, id] of edge.to.entries()) {
    if (!edge.from.includes(id)) continue;
    problems.add(at(edge, ["to", i]), {
      code: "self-edge",
      message: `“${edge.type}” cannot join “${id}” to itself`,
      help: "name another entity, or write reflexive: true for the type in ontology.yml",
    });
  }
}
