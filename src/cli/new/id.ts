/** The id of a new record: the one that was asked for, or the first good one that is free. */
import { edgeIds, entityIds, freeId, sourceIds } from "../../content/propose/ids.ts";
import { takenIds } from "../../content/propose/taken.ts";
import type { RecordKind } from "../../shared/paths.ts";
import { isId, toId } from "../../shared/text.ts";
import type { Read } from "../read.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import type { Asker } from "./asker.ts";
import type { Keys } from "./keys.ts";

/** Throws `UsageError` where the wanted id cannot be had, or none can be made. */
export async function chooseId(
  kind: RecordKind,
  keys: Keys,
  wanted: string | undefined,
  { folder, content }: Read,
  ask: Asker | undefined,
): Promise<string> {
  const taken = takenIds(folder, content.byId);
  const refuse = (id: string) => refusal(id.normalize("NFC"), taken);
  if (wanted !== undefined) {
    const why = refuse(wanted);
    if (why !== undefined) throw new UsageError(`--id: ${why}`);
    return wanted.normalize("NFC");
  }
  const proposed = freeId(wishes(kind, keys, content.ontology), (id) => taken.has(id));
  if (ask !== undefined) {
    const id = await ask.text({
      message: "Id: the name of the file, and of the page",
      initial: proposed,
      refuse,
    });
    return id.normalize("NFC");
  }
  if (proposed === undefined)
    throw new UsageError("no id can be made of these signs; give one with --id <id>");
  return proposed;
}

function refusal(id: string, taken: ReadonlyMap<string, string>): string | undefined {
  const file = taken.get(id);
  if (file !== undefined) return printable(`the id “${id}” is, or was, that of ${file}; name another`);
  if (isId(id)) return undefined;
  const better = toId(id);
  const way = better === "" ? "use lower-case letters, digits and single hyphens" : `write ${better}`;
  return printable(`“${id}” is no id; ${way}`);
}

function wishes(kind: RecordKind, keys: Keys, { edgeTypes }: Read["content"]["ontology"]): string[] {
  const text = (key: string): string | undefined => (typeof keys[key] === "string" ? keys[key] : undefined);
  const ids = (key: string): string[] => [keys[key] ?? []].flat().map(String);
  const [type, date] = [text("type") ?? "", text("date")];
  switch (kind) {
    case "entity":
      return entityIds({ name: text("name") ?? "", type, date });
    case "edge":
      return edgeIds({ from: ids("from"), verb: edgeTypes.get(type)?.verb ?? type, to: ids("to"), date });
    case "source": {
      const [publisher, url, published] = [text("publisher"), text("url"), text("published")];
      return sourceIds({ title: text("title") ?? "", publisher, url, published });
    }
  }
}
