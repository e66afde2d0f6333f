/** What a record is called. */
import type { AnyRecord } from "../shared/records.ts";

/** What a link may call a record by, besides its id. */
export function namesOf(record: AnyRecord): string[] {
  if (record.kind === "entity") return [record.name, ...record.aliases];
  return record.title === undefined ? [] : [record.title];
}
