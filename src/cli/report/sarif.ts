/**
 * Diagnostics in the Static Analysis Results Interchange Format, which code hosts and editors show beside the lines.
 *
 * SARIF 2.1.0, OASIS Standard, 27 March 2020.
 */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { CODES } from "../../content/codes.ts";
import type { Diagnostic, Span } from "../../shared/diagnostic.ts";
import { printable } from "./printable.ts";

/** A log of one run, as JSON text. `version` is Skein’s own. */
export function sarifReport(diagnostics: readonly Diagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Skein",
            version,
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: CODES[code].title },
              help: { text: literal(CODES[code].remedy) },
              defaultConfiguration: { level: CODES[code].severity },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: diagnostic.severity,
          message: { text: messageOf(diagnostic) },
          locations: [{ physicalLocation: physicalLocation(diagnostic.file, diagnostic) }],
          ...(diagnostic.related !== undefined && {
            relatedLocations: diagnostic.related.map((related, id) => ({
              id,
              message: { text: literal(related.message) },
              physicalLocation: physicalLocation(related.file, related),
            })),
          }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function messageOf({ message, help }: Diagnostic): string {
  return [message, ...(help === undefined ? [] : [help])].map(literal).join("\n");
}

/** Text from content, without the links and placeholders that messages may hold (§ 3.11.5 and 3.11.6). */
function literal(text: string): string {
  return printable(text)
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/[{}]/g, "$&$&");
}

function physicalLocation(file: string, { line, column, endLine, endColumn }: Span) {
  const uri = isAbsolute(file) ? pathToFileURL(file).href : file.split("/").map(encodeURIComponent).join("/");
  return {
    artifactLocation: { uri },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
