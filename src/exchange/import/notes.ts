/** Collects what the caller should know of an import. */
import { type Draft, type InputPlace, type Note, type NoteCode, nameOf } from "./drafts.ts";
import { fitKeys } from "./fit.ts";

export class Notes {
  readonly list: Note[] = [];

  add(code: NoteCode, place: InputPlace, message: string, help?: string): void {
    this.list.push({ code, ...place, message, help });
  }

  leaveOut(draft: Draft, why: string, help?: string): undefined {
    const what = { entity: "entity", edge: "claim", source: "source" }[draft.kind];
    this.add("left-out", draft.place, `${what} “${nameOf(draft)}” is left out: ${why}`, help);
  }

  /** The keys of a draft that fit the schema; undefined where there is no record without those that do not. */
  fitted(draft: Draft): Readonly<Record<string, unknown>> | undefined {
    const { keys, lost } = fitKeys(draft.kind, draft.keys);
    if (keys === undefined) return this.leaveOut(draft, lost.map(({ message }) => message).join("; "));
    for (const { message, help } of lost)
      this.add("left-out", draft.place, `${message}; the value is left out`, help);
    return keys;
  }
}
