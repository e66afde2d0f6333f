/**
 * Whether everything can be seen: each pair of colours that lie on one another, in light and in dark, by the ratio of
 * WCAG 2 (success criteria 1.4.3 for text and 1.4.11 for signs).
 */
import { contrastOf, mixed, nearestColor } from "../../shared/color.ts";
import type { Ontology } from "../../shared/records.ts";
import type { OntologyFile } from "../../shared/schema.ts";
import type { ColorName, Palette, Theme } from "../../shared/theme.ts";
import type { Problems } from "../problems.ts";

/** What lies on what. `rule` is in none: the lines that it draws part what spaces part already. */
export interface ColorPair {
  readonly color: ColorName;
  readonly on: ColorName;
  /** So much of this colour is mixed into what it lies on. */
  readonly tint?: { readonly color: ColorName; readonly share: number };
  readonly needs: number;
}

const TEXT = 4.5;
const SIGN = 3;

const GROUNDS = ["paper", "surface"] as const;

export const PAIRS: readonly ColorPair[] = [
  ...(["ink", "muted", "link"] as const).flatMap((color) =>
    GROUNDS.map((on) => ({ color, on, needs: TEXT })),
  ),
  ...GROUNDS.map((on) => ({ color: "focus" as const, on, needs: SIGN })),
  // The fields of the matrix, and what is marked in a text.
  { color: "ink", on: "surface", tint: { color: "link", share: 0.44 }, needs: TEXT },
  { color: "ink", on: "paper", tint: { color: "focus", share: 0.16 }, needs: TEXT },
];

const groundOf = (palette: Palette, { on, tint }: ColorPair): string =>
  tint === undefined ? palette[on] : mixed(palette[tint.color], tint.share, palette[on]);

const ratioOf = (palette: Palette, pair: ColorPair): number =>
  contrastOf(palette[pair.color], groundOf(palette, pair));

/** The pairs of a palette that are too faint. */
export function faintPairs(palette: Palette): ColorPair[] {
  return PAIRS.filter((pair) => ratioOf(palette, pair) < pair.needs);
}

/** Where a palette stands in `site.yml`. */
const MODES = { light: "colors", dark: "dark" } as const;
type Mode = keyof typeof MODES;

/** Reports the pairs of a theme that are too faint, and the types whose colour is lost on its paper. */
export function checkContrast(
  written: Readonly<Record<"colors" | "dark", Partial<Record<ColorName, string>> | undefined>>,
  theme: Theme,
  ontology: Ontology,
  ontologyFile: OntologyFile | undefined,
  problems: Problems,
): void {
  for (const mode of ["light", "dark"] as const) {
    const palette = theme[mode];
    const own = Object.keys(written[MODES[mode]] ?? {});
    for (const pair of faintPairs(palette)) {
      const { color, on, tint, needs } = pair;
      // What the author wrote is what can be mended; the colour before what it lies on.
      const key = [color, on, tint?.color].find((name) => name !== undefined && own.includes(name));
      // A palette that says nothing is Skein’s own, whose pairs a test checks.
      if (key === undefined) continue;
      const under = `${on} ${palette[on]}${tint === undefined ? "" : ` with ${percent(tint.share)} ${tint.color} ${palette[tint.color]} in it`}`;
      problems.add(
        { file: "site.yml", path: ["theme", MODES[mode], key] },
        {
          code: "low-contrast",
          message: `in ${mode} colours, ${color} ${palette[color]} on ${under} has a contrast of ${ratio(ratioOf(palette, pair))}, and ${needs === TEXT ? "text" : "a sign"} needs ${needs}`,
          help: adviceFor(key, palette),
        },
      );
    }
    checkTypes(mode, own, theme, ontology, ontologyFile, problems);
  }
}

/** The nearest colour with which everything that it is part of can be read. */
function adviceFor(key: ColorName, palette: Palette): string {
  const own = PAIRS.filter(({ color, on, tint }) => [color, on, tint?.color].includes(key));
  const better = nearestColor(palette[key], (hex) => {
    const changed = { ...palette, [key]: hex };
    return own.every((pair) => ratioOf(changed, pair) >= pair.needs);
  });
  return better === undefined
    ? `no lightness of ${key} is enough for all that it lies on: choose lighter grounds with darker text, or the other way round`
    : `the nearest that passes is ${key}: "${better}"`;
}

/** Nodes and lines are signs on paper; their names stand beside them, so that a faint one is no more than a warning. */
function checkTypes(
  mode: Mode,
  own: readonly string[],
  { light, dark }: Theme,
  ontology: Ontology,
  ontologyFile: OntologyFile | undefined,
  problems: Problems,
): void {
  const { paper } = mode === "light" ? light : dark;
  const isSeen = (color: string, on: string): boolean => contrastOf(color, on) >= SIGN;
  const others = new Map<string, string>();
  for (const key of ["entityTypes", "edgeTypes"] as const) {
    for (const { id, color } of ontology[key].values()) {
      if (isSeen(color, paper)) continue;
      if (ontologyFile?.[key][id]?.color === undefined) {
        // Most types of claim have the colour of their class: told once.
        if (!others.has(color)) others.set(color, id);
        continue;
      }
      const better = nearestColor(color, (hex) => [light, dark].every((each) => isSeen(hex, each.paper)));
      problems.add(
        { file: "ontology.yml", path: [key, id, "color"] },
        {
          code: "faint-type",
          message: `in ${mode} colours, color ${color} on paper ${paper} has a contrast of ${ratio(contrastOf(color, paper))}, and a sign needs ${SIGN}`,
          help:
            better === undefined
              ? "no lightness of it is seen on both papers: choose a lighter paper for light, or a darker one for dark"
              : `the nearest that is seen in light and in dark is color: "${better}"`,
        },
      );
    }
  }
  if (others.size === 0 || !own.includes("paper")) return;
  const faint = [...others].map(([color, id]) => `${id} ${color} (${ratio(contrastOf(color, paper))})`);
  const better = nearestColor(paper, (hex) => [...others.keys()].every((color) => isSeen(color, hex)));
  problems.add(
    { file: "site.yml", path: ["theme", MODES[mode], "paper"] },
    {
      code: "faint-type",
      message: `in ${mode} colours, paper ${paper} has too little contrast with the color of ${faint.join(", ")}, and a sign needs ${SIGN}`,
      help: `${better === undefined ? "" : `the nearest that passes is paper: "${better}"; or `}give these types another color in ontology.yml`,
    },
  );
}

/** Rounded down: 4.499 is not 4.5. */
const ratio = (value: number): string => (Math.floor(value * 100) / 100).toFixed(2);

const percent = (share: number): string => `${Math.round(share * 100)} %`;
