import { describe, expect, test } from "vitest";
import { load, problemsIn } from "../../support/content.ts";

const themed = (yaml: string) => load({ "site.yml": `title: Graph\ntheme:\n${yaml}` });

describe("the theme of site.yml", () => {
  test("is Skein’s own but for what it says", () => {
    const loaded = themed(
      "  colors: { link: navy }\n  dark: { link: 'oklch(0.8 0.1 240)' }\n  fonts: { serif: 'Georgia, Noto Serif , serif' }\n  signs: { alleged: 8   3 }\n",
    );
    expect(problemsIn(loaded)).toEqual([]);
    const { light, dark, fonts, dashes } = loaded.content.theme;
    expect([light.link, light.ink, dark.link]).toEqual(["#000080", "#1c1b19", "#80c7f8"]);
    expect(fonts.serif).toBe('"Georgia", "Noto Serif", serif');
    expect(fonts.mono).toContain("monospace");
    expect(dashes).toMatchObject({ alleged: "8 3", denied: "1.5 3.5" });
  });

  test.each([
    "transparent",
    "'rgb(0 0 0 / 0.9)'",
    "currentcolor",
    "var(--ink)",
    "'red; } body { display: none'",
    "url(https://example.org/x)",
    "'#12345'",
    "light-dark(red, blue)",
  ])("takes no colour that is %s", (value) => {
    expect(
      problemsIn(themed(`  colors: { link: ${value.startsWith("'") ? value : `"${value}"`} }\n`)),
    ).toEqual(["site.yml:3:19 invalid-value"]);
  });

  test.each([
    "serif; color: red",
    "url(x)",
    'a"b',
    "Georgia,,serif",
    "Georgia}",
    "\\\\41",
    "var(--sans)",
    "expression(1)",
    "/* */",
  ])("takes no fonts that are %s", (value) => {
    expect(problemsIn(themed(`  fonts: { sans: '${value}' }\n`))).toEqual(["site.yml:3:18 invalid-value"]);
  });

  test.each(["none", "6", "0 0", "6 4 x", "1e9 1", "6px 4px", "999 1", "-1 2"])(
    "takes no dashes that are %s",
    (value) => {
      expect(problemsIn(themed(`  signs: { denied: ${value} }\n`))).toEqual(["site.yml:3:20 invalid-value"]);
    },
  );

  test("is told the nearest colour that can be read on all that it lies on, with which it passes", () => {
    const { diagnostics } = themed("  colors: { muted: '#b0b0b0' }\n");
    const [{ help = "" } = {}] = diagnostics;
    const [better = ""] = /#[0-9a-f]{6}/.exec(help) ?? [];
    expect(problemsIn(themed(`  colors: { muted: '${better}' }\n`))).toEqual([]);
  });

  test("is blamed for a paper on which Skein’s own ink is lost", () => {
    const { diagnostics } = themed("  dark: { paper: '#d0d0d0' }\n");
    expect(diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)).toContain(
      "low-contrast 3:18",
    );
  });
});
