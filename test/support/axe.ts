/**
 * What axe says of a page. Its rules are those of WCAG 2.0 to 2.2 at levels A and AA, and its own best practices.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ALL_RULES: RunOptions = {
  runOnly: LEVELS,
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};
/** In the dark nothing but the colours is another. */
const COLOUR_RULES: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

/** `rule: what is wrong, where`, each once; in the light all rules, in the dark those about colours. */
export async function complaintsAbout(page: Page): Promise<string[]> {
  await page.evaluate(`globalThis.axe === undefined && eval(${JSON.stringify(AXE)})`);
  const light = await ask(page, ALL_RULES);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await ask(page, COLOUR_RULES);
  await page.emulateMedia({ colorScheme: "light" });
  return [...listed(light, "light"), ...listed(dark, "dark")];
}

async function ask(page: Page, options: RunOptions): Promise<AxeResults> {
  return page.evaluate((chosen) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run(chosen);
  }, options);
}

function listed({ violations }: AxeResults, scheme: string): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, html }) => {
      const reason = any.map(({ message }) => message).join("; ");
      return `${scheme} ${id}: ${help} (${target.join(" ")}) ${reason} ${html.slice(0, 160)}`;
    }),
  );
}
