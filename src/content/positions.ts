/**
 * The file `.positions` of a content folder: where each entity stood on the map of the last build, a line an entity. The
 * build keeps it, people merge it, and nothing in it can stop a build.
 */
import { type Place, type Places, roundedPlace } from "../shared/place.ts";
import { compareText, isId } from "../shared/text.ts";

export const POSITIONS_FILE = ".positions";

const HEADER = "# Where each entity stands on the map, kept by skein build: commit it with the content.\n";

/** `li-shangfu -120.5 88`, and `alone` behind it where no claim ties it to anybody. */
const LINE = /^(\S+) (-?\d{1,7}(?:\.\d{1,9})?) (-?\d{1,7}(?:\.\d{1,9})?)( alone)?\r?$/;

/** Lines that are no position, such as the marks of a merge conflict, are passed over; of two for one id, the second. */
export function parsePositions(text: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const line of text.split("\n")) {
    const [, id = "", x, y, alone] = LINE.exec(line) ?? [];
    if (!isId(id) || places.has(id)) continue;
    places.set(id, { x: Number(x), y: Number(y), ...(alone !== undefined && { isAlone: true }) });
  }
  return places;
}

/** The text of the file: sorted by id, so that a new entity is a new line and nothing else. */
export function positionsText(places: Places): string {
  const lines = [...places]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([id, { x, y, isAlone }]) => `${id} ${roundedPlace(x)} ${roundedPlace(y)}${isAlone ? " alone" : ""}\n`,
    );
  return HEADER + lines.join("");
}
