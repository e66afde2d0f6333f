/** What a site looks like, as far as its settings can say it: colours, fonts and signs, and what its `theme/` folder holds. */
import { type Dashes, DEFAULT_DASHES } from "./signs.ts";
import type { Template } from "./template.ts";
import type { TemplateName } from "./templates.ts";

/** Each is a custom property of the stylesheet: `paper` is `--paper`. */
export const COLORS = ["paper", "surface", "ink", "muted", "rule", "link", "focus"] as const;
export type ColorName = (typeof COLORS)[number];

/** Opaque colours as # and six digits. */
export type Palette = Readonly<Record<ColorName, string>>;

export const FONTS = ["serif", "sans", "mono"] as const;
export type FontName = (typeof FONTS)[number];

export interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
  /** Lists of families, safe to print as the value of a property. */
  readonly fonts: Readonly<Record<FontName, string>>;
  readonly dashes: Dashes;
  /** CSS that takes the place of Skein’s own stylesheet. */
  readonly stylesheet?: string;
  /** CSS that comes after it. */
  readonly moreStyles: string;
  /** What lays out a page or a part of one instead of Skein. */
  readonly templates: ReadonlyMap<TemplateName, Template>;
}

export const DEFAULT_THEME: Theme = {
  light: {
    paper: "#fdfcf9",
    surface: "#ffffff",
    ink: "#1c1b19",
    muted: "#625f58",
    rule: "#dedad0",
    link: "#0b5c8a",
    focus: "#b4470f",
  },
  dark: {
    paper: "#17181a",
    surface: "#1f2124",
    ink: "#eceae4",
    muted: "#a6a39b",
    rule: "#393b3f",
    link: "#8cc7ea",
    focus: "#f0a05a",
  },
  fonts: {
    serif:
      '"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Georgia, "Noto Serif CJK SC", "Songti SC", serif',
    sans: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Noto Sans Arabic", Arial, sans-serif',
    mono: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace',
  },
  dashes: DEFAULT_DASHES,
  moreStyles: "",
  templates: new Map(),
};
