/**
 * Skein’s own colours: seen by everybody, and told apart by everybody where they have to be. Colour-vision deficiencies are
 * simulated whole (no cones of one kind) after Machado, Oliveira and Fernandes, “A Physiologically-based Model for
 * Simulation of Color Vision Deficiency”, 2009; differences are CIEDE2000, in which about 2 is just seen side by side.
 */
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from "culori";
import { describe, expect, test } from "vitest";
import { makeOntology, QUAD_COLORS } from "../../../src/content/ontology.ts";
import { faintPairs, PAIRS } from "../../../src/content/theme/contrast.ts";
import { contrastOf } from "../../../src/shared/color.ts";
import { DEFAULT_THEME } from "../../../src/shared/theme.ts";

const EYES: Record<string, (color: Color) => Color> = {
  "all cones": (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

const difference = differenceCiede2000();

/** The two of a set that are hardest to tell apart. */
function closest(colors: Readonly<Record<string, string>>, eye: (color: Color) => Color) {
  const seen = Object.entries(colors).map(([name, hex]) => [name, eye(read(hex))] as const);
  const pairs = seen.flatMap(([a, x], i) =>
    seen.slice(i + 1).map(([b, y]) => ({ pair: `${a} and ${b}`, apart: difference(x, y) })),
  );
  return pairs.reduce((least, each) => (each.apart < least.apart ? each : least));
}

function read(hex: string): Color {
  const color = parse(hex);
  if (color === undefined) throw new Error(`${hex} is no colour`);
  return color;
}

const { entityTypes, edgeTypes } = makeOntology(undefined);
const entityColors = Object.fromEntries([...entityTypes.values()].map(({ id, color }) => [id, color]));

describe.each(Object.entries(EYES))("with %s", (_, eye) => {
  test("the eight types of entity are told apart", () => {
    expect(closest(entityColors, eye).apart).toBeGreaterThan(12);
  });

  test("the five classes of claim are told apart", () => {
    expect(closest(QUAD_COLORS, eye).apart).toBeGreaterThan(16);
  });
});

test("every type of claim has the colour of its class: which of the class it is, is said in words", () => {
  expect([...edgeTypes.values()].filter(({ quad, color }) => color !== QUAD_COLORS[quad])).toEqual([]);
});

describe.each(["light", "dark"] as const)("in %s", (mode) => {
  const palette = DEFAULT_THEME[mode];

  test("all text and all signs of the default theme can be seen", () => {
    expect(faintPairs(palette)).toEqual([]);
  });

  test("every type can be seen on paper and on what lies on it", () => {
    const colors = [...Object.values(entityColors), ...Object.values(QUAD_COLORS)];
    const faint = colors.filter((color) =>
      [palette.paper, palette.surface].some((ground) => contrastOf(color, ground) < 3),
    );
    expect(faint).toEqual([]);
  });
});

test("a pair that is too faint is found", () => {
  const faint = faintPairs({ ...DEFAULT_THEME.light, muted: "#8f8b82" });
  expect(faint.map(({ color, on }) => `${color} on ${on}`)).toEqual(["muted on paper", "muted on surface"]);
  expect(PAIRS.length).toBe(10);
});
