/** How sure a claim is, as its line shows it: the same dashes in the build’s drawings, on the canvas and in the legend. */

/** What is reported or confirmed has a whole line, and must have: only so is a dash a sign of doubt. */
export const DASHED = ["alleged", "disputed", "denied", "withdrawn"] as const;

export type DashedStatus = (typeof DASHED)[number];

/** Lengths of dashes and of the gaps between them, in pixels, as SVG and CSS write them. */
export type Dashes = Readonly<Record<DashedStatus, string>>;

export const DEFAULT_DASHES: Dashes = {
  alleged: "6 4",
  disputed: "1.5 3.5",
  denied: "1.5 3.5",
  withdrawn: "1.5 3.5",
};

/** The custom property of the stylesheet that holds the dashes of a status. */
export const dashProperty = (status: DashedStatus): string => `--dash-${status}`;

/** The dashes of a status as numbers; none for a whole line. */
export function dashesOf(dashes: Dashes, status: string): number[] {
  const text = DASHED.find((dashed) => dashed === status);
  return text === undefined ? [] : dashes[text].split(" ").map(Number);
}
