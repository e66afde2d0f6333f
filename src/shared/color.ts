/** Colours as CSS writes them, and how far apart two of them are. */
import { type Color, clampChroma, converter, formatHex, interpolate, parse, wcagContrast } from "culori";

/** Any colour of CSS that stands for itself and covers what is below it → # and six digits; else undefined. */
export function hexOf(text: string): string | undefined {
  const color = parse(text.trim());
  if (color === undefined || (color.alpha ?? 1) !== 1) return undefined;
  // What no screen shows in sRGB is shown less vivid, with its lightness and hue.
  const hex = formatHex(clampChroma(color, "oklch"));
  return /^#[0-9a-f]{6}$/.test(hex) ? hex : undefined;
}

/** The ratio of WCAG 2, from 1 to 21. */
export function contrastOf(a: string, b: string): number {
  return wcagContrast(a, b);
}

/** So much of one colour in another, from 0 to 1, as `color-mix(in srgb, …)` has it. */
export function mixed(color: string, share: number, into: string): string {
  return formatHex(interpolate([into, color], "rgb")(share));
}

const toOklch = converter("oklch");
const STEPS = 200;

/** The colour nearest to one in lightness, with its hue, for which a test holds; undefined where there is none. */
export function nearestColor(hex: string, passes: (hex: string) => boolean): string | undefined {
  const color = toOklch(hex);
  if (color === undefined) return undefined;
  const lighter = (step: number): string =>
    formatHex(
      clampChroma({ ...color, l: Math.min(1, Math.max(0, color.l + step / STEPS)) } as Color, "oklch"),
    );
  for (let step = 1; step <= STEPS; step++) {
    const found = [lighter(-step), lighter(step)].find(passes);
    if (found !== undefined) return found;
  }
  return undefined;
}
