/** A source for every claim that an import brings: the one that was named, its own, or one that stands in. */
import type { Content } from "../../shared/records.ts";
import type { Draft, InputPlace } from "./drafts.ts";
import type { Ids } from "./ids.ts";
import type { Notes } from "./notes.ts";
import type { ImportOptions, Placed } from "./placed.ts";

/** The new records, each claim with a source, and the source that stands in where it is new. */
export function withSources(
  added: readonly Placed[],
  content: Content,
  { source, input }: ImportOptions,
  ids: Ids,
  notes: Notes,
): Placed[] {
  if (source !== undefined) return added.map((placed) => (isClaim(placed) ? citing(placed, source) : placed));
  if (!content.settings.requireSources || !added.some(isBare)) return [...added];
  const placeholder = placeholderFor(input, ids);
  const cited = added.map((placed) => (isBare(placed) ? citing(placed, placeholder.id) : placed));
  if (content.byId.has(placeholder.id)) return cited;
  const message = `the claims that name no source cite “${placeholder.id}”, which stands in for it`;
  notes.add("made", input, message, `say in sources/${placeholder.id}.md what it is`);
  return [...cited, placeholder];
}

const isClaim = ({ draft }: Placed): boolean => draft.kind === "edge";

const citationsOf = ({ keys }: Placed): unknown[] => [keys.sources ?? []].flat();

const isBare = (placed: Placed): boolean => isClaim(placed) && citationsOf(placed).length === 0;

function citing(placed: Placed, id: string): Placed {
  const own = citationsOf(placed);
  const isCited = own.some((each) => each === id || Object(each).source === id);
  return isCited ? placed : { ...placed, keys: { ...placed.keys, sources: [...own, id] } };
}

/** Named after the input, so that a second import finds it. */
function placeholderFor(input: InputPlace, ids: Ids): Placed {
  const name = input.file.replace(/[\\/]+$/, "").replace(/^.*[\\/]/, "");
  const keys = { title: `Import of ${name}`, type: "dataset", placeholder: "true" };
  const draft: Draft = { kind: "source", place: input, calls: [], keys, body: "" };
  return { draft, id: ids.make(["import", name], draft), keys };
}
