/** What html-validate says of the pages of a site. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Ours to choose, and consistent: no self-closing tags, lower case, double quotes.
    "doctype-style": ["error", { style: "lowercase" }],
    "void-style": ["error", { style: "omit" }],
    // Long titles are the author’s.
    "long-title": "off",
    // Everything that is loaded is of the site’s own origin.
    "require-sri": "off",
    // Authors’ code blocks keep their spaces.
    "no-trailing-whitespace": "off",
  },
});

/** `path:line:column rule: message` of everything that is not valid HTML. */
export async function complaintsAbout(root: string, paths: readonly string[]): Promise<string[]> {
  const complaints: string[] = [];
  for (const path of paths) {
    const report = await validator.validateString(readFileSync(join(root, path), "utf8"));
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) {
        complaints.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return complaints;
}
