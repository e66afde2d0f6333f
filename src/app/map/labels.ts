/**
 * Names on the map, drawn on a canvas of our own above sigma’s: the browser shapes every script rightly there, and no
 * name covers another. The more important name wins, and what is chosen or pointed at wins over all.
 */
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE, labelLines } from "../../shared/label.ts";

/** A name to place: where its node is on the screen, in pixels. */
export interface LabelRequest {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Higher goes first. */
  readonly priority: number;
  readonly isStrong: boolean;
}

export interface LabelColors {
  readonly ink: string;
  readonly halo: string;
  readonly font: string;
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedLabel extends Rectangle {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isStrong: boolean;
}

const SMALL = 5;
const MANY = 400;
const CELL = 64;
const AIR = 2;
/** How far a name that stands aslant of its node reaches to the other side. */
const SLANT = 10;

/** How wide a line of a label is, in pixels. */
export type WidthOf = (line: string, isStrong: boolean) => number;

/**
 * Chooses which names are shown and where: at most so many, but all the strong. These first, then by priority, each
 * goes below its node, else above, beside or aslant of it, wherever it covers neither another name nor another node;
 * where there is no such place, it is left out, but if it is strong.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  widthOf: WidthOf,
  stageWidth = Infinity,
  limit = Infinity,
): PlacedLabel[] {
  const taken = new Taken();
  for (const { id, x, y, radius } of requests) {
    // Among thousands, a name may lie over the small ones.
    if (radius < SMALL && requests.length > MANY) continue;
    const reach = radius * 0.8;
    taken.add(id, { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  }
  const placed: PlacedLabel[] = [];
  for (const request of [...requests].sort(byImportance)) {
    if (placed.length >= limit && !request.isStrong) break;
    const places = candidates(request, widthOf, stageWidth);
    // What the reader has chosen is named, whatever is below.
    const label = places.find((place) => taken.isFree(place)) ?? (request.isStrong ? places[0] : undefined);
    if (label === undefined) continue;
    taken.add("", label);
    placed.push(label);
  }
  return placed;
}

/** The strong first, then by priority. */
function byImportance(a: LabelRequest, b: LabelRequest): number {
  const byStrength = Number(b.isStrong) - Number(a.isStrong);
  return byStrength || b.priority - a.priority || (a.id < b.id ? -1 : 1);
}

/** The places for a name, best first; above and below it is centred on its node, but within the stage where that is. */
function candidates(request: LabelRequest, widthOf: WidthOf, stageWidth: number): PlacedLabel[] {
  const { id, x, y, radius, isStrong } = request;
  const lines = labelLines(request.name);
  const width = Math.max(...lines.map((line) => widthOf(line, isStrong)));
  const height = lines.length * LABEL_LINE;
  const isOnStage = x >= 0 && x <= stageWidth;
  const centred = isOnStage
    ? Math.max(AIR, Math.min(stageWidth - width - AIR, x - width / 2))
    : x - width / 2;
  const at = (left: number, top: number) => ({
    id,
    lines,
    isStrong,
    left,
    right: left + width,
    top,
    bottom: top + height,
  });
  const gap = radius + LABEL_GAP;
  const beside = [at(x + gap + 1, y - height / 2), at(x - gap - 1 - width, y - height / 2)];
  const within = beside.filter(({ left, right }) => !isOnStage || (left >= AIR && right <= stageWidth - AIR));
  const aslant = [y + gap, y - gap - height].flatMap((top) => [
    at(x - SLANT, top),
    at(x - width + SLANT, top),
  ]);
  const whole = aslant.filter(({ left, right }) => left >= AIR && right <= stageWidth - AIR);
  return [at(centred, y + gap), at(centred, y - gap - height), ...within, ...whole];
}

/** What is taken already, in square cells, so that a place is compared with its surroundings only. */
class Taken {
  readonly #cells = new Map<string, { owner: string; area: Rectangle }[]>();

  add(owner: string, area: Rectangle): void {
    for (const cell of cellsOf(area)) {
      const items = this.#cells.get(cell);
      if (items === undefined) this.#cells.set(cell, [{ owner, area }]);
      else items.push({ owner, area });
    }
  }

  isFree(label: PlacedLabel): boolean {
    // With the air that it needs on both sides.
    const around = { ...label, left: label.left - AIR, right: label.right + AIR };
    return cellsOf(around).every((cell) =>
      (this.#cells.get(cell) ?? []).every(({ owner, area }) => owner === label.id || !overlaps(label, area)),
    );
  }
}

function cellsOf({ left, right, top, bottom }: Rectangle): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) cells.push(`${x} ${y}`);
  }
  return cells;
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom && b.top < a.bottom;
}

/** Pixels of the stage that a name has to itself, so that the map stays readable below the names. */
const ROOM = 9_000;

/** As many names as a stage of this size bears. */
export const labelLimit = (width: number, height: number): number => Math.max(12, (width * height) / ROOM);

/** The names of one map. */
export interface Labels {
  /** Places the names anew and draws them, onto a stage of this size in pixels. */
  draw(
    context: CanvasRenderingContext2D,
    requests: readonly LabelRequest[],
    colors: LabelColors,
    width: number,
    height: number,
  ): void;
  /** The id of the label at a point of the stage. */
  at(x: number, y: number): string | undefined;
}

export function createLabels(): Labels {
  const widths = new Map<string, number>();
  let placed: PlacedLabel[] = [];

  return {
    draw(context, requests, colors, width, height) {
      const fontOf = (isStrong: boolean) => `${isStrong ? 600 : 400} ${LABEL_SIZE}px ${colors.font}`;
      const widthOf: WidthOf = (line, isStrong) => {
        const key = `${isStrong}${line}`;
        const found = widths.get(key);
        if (found !== undefined) return found;
        context.font = fontOf(isStrong);
        const measured = context.measureText(line).width;
        widths.set(key, measured);
        return measured;
      };
      placed = placeLabels(requests, widthOf, width, labelLimit(width, height));
      context.textAlign = "center";
      context.textBaseline = "alphabetic";
      context.lineJoin = "round";
      context.lineWidth = 3;
      context.strokeStyle = colors.halo;
      context.fillStyle = colors.ink;
      for (const label of placed) {
        context.font = fontOf(label.isStrong);
        const x = (label.left + label.right) / 2;
        for (const [i, line] of label.lines.entries()) {
          const y = label.top + LABEL_SIZE - 2 + i * LABEL_LINE;
          context.strokeText(line, x, y);
          context.fillText(line, x, y);
        }
      }
    },
    at: (x, y) =>
      placed.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)?.id,
  };
}
