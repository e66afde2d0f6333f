/** The example of `docs/theme.md` is what is built here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { assetText } from "../support/first-load.ts";
import { complaintsAbout } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";
import { claim, person } from "../support/pages.ts";
import { filesBelow, PROJECT, runSkein, temporaryFolder, writeFiles } from "../support/skein.ts";

/** Files by name: each block of code that stands below a line with nothing but a name in code. */
function exampleIn(page: string): Record<string, string> {
  const blocks = page.matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name = "", text = ""]) => [name, text]));
}

const folder = temporaryFolder();
const [content, output] = [join(folder, "content"), join(folder, "site")];
const example = exampleIn(readFileSync(join(PROJECT, "docs/theme.md"), "utf8"));
const published = (path: string) => readFileSync(join(output, path), "utf8");

beforeAll(async () => {
  writeFiles(content, {
    ...example,
    ...person("anna", "She knows [[bert]].", "description: A witness\n"),
    ...person("bert"),
    ...claim("word", "anna", "bert", "status: alleged\n"),
  });
  const { code, out, err } = await runSkein(["build", "-c", content, "-o", output]);
  expect(code, out + err).toBe(0);
  expect(out).not.toMatch(/warning|error/);
});

describe("the example of docs/theme.md", () => {
  test("has its six files", () => {
    expect(Object.keys(example)).toEqual([
      "site.yml",
      "theme/journal.css",
      "theme/footer.mustache",
      "theme/entity.mustache",
      "theme/network.mustache",
      "theme/mentions.mustache",
    ]);
  });

  test("gives its colours, fonts and dashes to the stylesheet, and its styles behind Skein’s own", () => {
    const css = assetText(output, "skein.css");
    expect(css).toContain("--paper: light-dark(#fffcf3, #17181a);");
    expect(css).toContain("--link: light-dark(#7a1f3d, #f0a8bd);");
    expect(css).toContain('--serif: "Georgia", "Noto Serif", serif;');
    expect(css).toContain("--dash-alleged: 8 3;");
    expect(css.indexOf(".motto")).toBeGreaterThan(css.indexOf(".banner {"));
  });

  test("has its foot on every page", () => {
    for (const path of filesBelow(output).filter(
      (each) => each.endsWith("index.html") && !each.startsWith("embed"),
    )) {
      expect(published(path)).toContain('<p class="motto">The island papers: who said what of whom.</p>');
      expect(published(path)).not.toContain("Correct it");
    }
  });

  test("has its own order on the page of an entity, with the policy in its head", () => {
    const page = published("entities/anna/index.html");
    expect(page).toContain('<p class="standfirst">A witness</p>');
    expect(page.indexOf("claims-heading")).toBeLessThan(page.indexOf("She knows"));
    expect(page).toContain("No other page mentions ANNA.");
    expect(published("entities/bert/index.html")).not.toContain("No other page mentions");
    expect(page).toContain("default-src &#39;none&#39;");
  });

  test("has words above the map of its front page, and one heading", () => {
    const page = published("index.html");
    expect(page).toMatch(/<header class="masthead">\n<h1>The island papers<\/h1>[\s\S]*data-network=/);
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  test("says in its own words what mentions an entity", () => {
    expect(published("entities/bert/index.html")).toMatch(/>Also spoken of in<[\s\S]*<mark>/);
  });

  test("makes valid pages without a dead link", async () => {
    const pages = filesBelow(output).filter((path) => path.endsWith(".html"));
    expect(await complaintsAbout(output, pages)).toEqual([]);
    expect(deadLinks(output).dead).toEqual([]);
  });
});
